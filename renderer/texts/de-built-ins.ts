/** What a built-in format, set or device is called and what it is for; a name that is missing stays as it is. */
export interface BuiltInWords {
  readonly name?: string;
  readonly description: string;
}
type WordsById = Readonly<Record<string, BuiltInWords>>;

/** By id, as in `core/formats/built-in-*-formats.ts`. */
export const deFormats: WordsById = {
  'h264-2160p': { description: 'MP4 für große Bildschirme; wenige Telefone spielen es ab.' },
  'h264-1080p': { description: 'MP4 in Full HD, das jedes heutige Gerät abspielt.' },
  'h264-720p': { description: 'MP4 in HD, das jedes heutige Gerät abspielt.' },
  'h264-480p': { description: 'Kleines MP4 für langsame Verbindungen.' },
  'h264-360p': {
    description: 'MP4 im einfachsten H.264, für alte Telefone und die langsamsten Verbindungen.',
  },
  'vp9-2160p': { description: 'WebM für große Bildschirme.' },
  'vp9-1080p': {
    description: 'WebM in Full HD, etwa 40 % kleiner als H.264; braucht lange beim Erzeugen.',
  },
  'vp9-720p': { description: 'WebM in HD.' },
  'vp9-480p': { description: 'Kleines WebM.' },
  'vp9-360p': { description: 'WebM für die langsamsten Verbindungen.' },
  'av1-2160p': {
    description:
      'MP4 für große Bildschirme, das kleinste von allen; braucht sehr lange beim Erzeugen.',
  },
  'av1-1080p': {
    description: 'MP4 in Full HD, etwa halb so groß wie H.264; braucht sehr lange beim Erzeugen.',
  },
  'av1-720p': { description: 'MP4 in HD.' },
  'av1-480p': { description: 'Kleines MP4.' },
  'hevc-2160p': { description: 'MP4 für Apple-Geräte und Fernseher.' },
  'hevc-1080p': {
    description: 'MP4 in Full HD für Apple-Geräte und Fernseher, etwa 40 % kleiner als H.264.',
  },
  'hevc-720p': { description: 'MP4 in HD für Apple-Geräte und Fernseher.' },
  'mkv-h264': {
    description: 'Für Abspielprogramme am Rechner, mit Ton bis 5.1; Browser öffnen es nicht.',
  },
  'webm-vp8': { description: 'Das erste WebM, für Browser der Jahre 2010 bis 2014.' },
  'avi-mpeg4': { description: 'Für DVD-Spieler und Programme der 2000er.' },
  'flv-h264': { name: 'Flash-Video', description: 'Für alte Player, die auf Flash beruhen.' },
  'ogv-theora': { description: 'Frei von Patenten und überholt: Browser haben es abgeschafft.' },
  '3gp-h264': { description: 'Für Telefone aus den Jahren vor den Smartphones.' },
  mp3: { description: 'Läuft überall.' },
  'mp3-128': { description: 'Kleiner, für Podcasts mit Musik.' },
  'mp3-64-mono': {
    name: 'MP3 Sprache',
    description: 'Ein Kanal für gesprochenes Wort; läuft überall.',
  },
  aac: {
    description: 'M4A, bei gleicher Größe etwas besser als MP3; läuft auf jedem heutigen Gerät.',
  },
  'aac-96': { description: 'Kleines M4A für mobile Verbindungen.' },
  opus: { description: 'WebM, der beste Klang für seine Größe in heutigen Browsern.' },
  'opus-ogg': {
    name: 'Opus-Datei',
    description: 'Derselbe Ton als .opus-Datei, für Musikprogramme.',
  },
  'opus-32-mono': {
    name: 'Opus Sprache',
    description: 'Gesprochenes Wort bei einem Viertel der Größe von MP3.',
  },
  flac: { description: 'Verlustfrei, etwa halb so groß wie WAV.' },
  wav: { description: 'Unkomprimierter 16-Bit-Ton zum Bearbeiten.' },
  'wav-float': {
    name: 'WAV 32 Bit Gleitkomma',
    description: 'Unkomprimierter Ton mit Reserve zum Bearbeiten.',
  },
  aiff: { description: 'Unkomprimierter Ton für ältere Macs.' },
  'ogg-vorbis': { description: 'Vorläufer von Opus, für Spiele und ältere Programme.' },
  'aac-adts': {
    name: 'AAC-Strom (ADTS)',
    description: 'Bloßes AAC für Radioströme und alte Geräte.',
  },
  ac3: { description: 'Bis zu 5.1 Kanäle, für DVDs und Heimkino.' },
};

/** By id, as in `core/formats/built-in-formats.ts`. */
export const deFormatSets: WordsById = {
  'web-video': {
    name: 'Webvideo',
    description: 'H.264 in drei Größen: schnell erzeugt, läuft überall.',
  },
  'web-video-small': {
    name: 'Webvideo, klein',
    description: 'H.264 in zwei kleinen Größen für langsame Verbindungen.',
  },
  'web-video-vp9': {
    name: 'Webvideo mit VP9',
    description: 'Nimmt VP9 hinzu, das etwa 40 % der Übertragung spart.',
  },
  'web-video-av1': {
    name: 'Webvideo mit AV1',
    description: 'Nimmt AV1 hinzu, das die Übertragung halbiert und lange beim Erzeugen braucht.',
  },
  'web-video-hevc': {
    name: 'Webvideo mit HEVC',
    description: 'Nimmt HEVC für Apple-Geräte und Fernseher hinzu.',
  },
  'web-video-4k': {
    name: 'Webvideo bis 4K',
    description: 'VP9 in 4K mit H.264 darunter.',
  },
  'legacy-video': {
    name: 'Altes Video',
    description: 'Container und Codecs von früher.',
  },
  'web-audio': {
    name: 'Webaudio',
    description: 'MP3 und AAC: Eines davon läuft auf jedem Gerät.',
  },
  'web-audio-opus': {
    name: 'Webaudio mit Opus',
    description: 'Nimmt Opus hinzu, das für seine Größe besser klingt.',
  },
  speech: {
    name: 'Sprache',
    description: 'Ein Kanal mit niedrigen Raten für gesprochenes Wort.',
  },
  podcast: { description: 'Was Podcast-Programme und -Verzeichnisse verlangen.' },
  'audio-archive': {
    name: 'Audio-Archiv',
    description: 'Verlustfreies FLAC zum Aufheben und MP3 zum Abspielen.',
  },
  'legacy-audio': {
    name: 'Altes Audio',
    description: 'Container und Codecs von früher.',
  },
};

/** By id, as in `core/devices/built-in-devices.ts`. */
export const deDevices: WordsById = {
  chrome: { description: 'Aktuelles Chrome und darauf beruhende Browser am Rechner.' },
  edge: { description: 'Aktuelles Microsoft Edge.' },
  firefox: { description: 'Aktueller Firefox am Rechner.' },
  'safari-macos': { name: 'Safari am Mac', description: 'Safari 17.4 oder neuer.' },
  ios: { name: 'iPhone und iPad', description: 'iOS 18.4 oder neuer.' },
  'ios-old': {
    name: 'Älteres iPhone und iPad',
    description: 'iOS 11 bis 17.3: kein WebM und kein Opus.',
  },
  android: { description: 'Aktuelles Chrome auf Android.' },
  'android-old': {
    name: 'Altes Android',
    description: 'Telefone mit Android 2.3 bis 4: H.264 Baseline bis Level 3.0.',
  },
  tv: { name: 'Fernseher', description: 'Smart-TVs seit 2020.' },
  'tv-old': {
    name: 'Älterer Fernseher',
    description: 'Smart-TVs und Sticks der Jahre davor.',
  },
  console: {
    name: 'Spielkonsole',
    description: 'Konsolen wie die PlayStation 4: kein HEVC, höchstens 8 Mb/s.',
  },
  podcast: {
    name: 'Podcast-Programm',
    description: 'Podcast-Programme auf Telefonen und in Autos.',
  },
};
