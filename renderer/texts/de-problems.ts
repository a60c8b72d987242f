import type { ProblemCode } from '../../core/formats/problem-codes.ts';
import type { Sentence } from '../../core/text/fill-sentence.ts';

/** The sentences of `core/formats/problem-codes.ts` in German; facts stand in them by the same names. */
export const deProblems: Readonly<Record<ProblemCode, Sentence>> = {
  schema: 'Das gehört nicht hierher.',
  'text-missing': 'Hier fehlt ein Text.',
  'text-too-long': 'Hier passen höchstens {most} Zeichen hin.',
  'characters-refused':
    'Hier dürfen nur Kleinbuchstaben, Ziffern, Punkt, Bindestrich und Unterstrich stehen; vorn steht ein Buchstabe oder eine Ziffer.',
  'number-missing': 'Hier fehlt eine Zahl.',
  'number-not-whole': 'Hier gehört eine ganze Zahl hin.',
  'number-too-small': [
    'Es müssen mindestens {least:number} sein.',
    'Es muss mehr als {above:number} sein.',
  ],
  'number-too-large': 'Es dürfen höchstens {most:number} sein.',
  'not-offered': 'Wählen Sie eines von diesen: {offered}.',
  'video-missing': 'Ein Videoformat braucht ein Bild; wählen Sie einen Videocodec.',
  'video-in-audio': 'Ein Audioformat hat kein Bild; machen Sie ein Videoformat daraus.',
  'audio-missing': 'Ein Audioformat ohne Ton wäre leer.',
  'container-missing': 'Wählen Sie mindestens einen Container.',
  'container-cannot-hold': [
    '{container} kann {codec} nicht enthalten. Möglich ist: {possible}.',
    '{container} kann {codec} nicht enthalten. Für {stream:word} ist darin gar kein Platz.',
    '{container} kann {codec} nicht enthalten.',
    'Keiner der Container kann {codec} enthalten.',
  ],
  'profile-unknown': [
    '{codec} gibt es nicht im Profil „{profile}“: Wählen Sie {known} oder keines.',
    '{codec} gibt es nicht im Profil „{profile}“: Es hat keine Profile.',
  ],
  'level-unknown': [
    '{codec} hat kein Level „{level}“: Wählen Sie eines von {known}.',
    '{codec} hat kein Level „{level}“: Es hat keine.',
  ],
  'level-too-low': [
    'Level {level} trägt {width} × {height} mit {frameRate:number} Bildern je Sekunde nicht. Dafür braucht es Level {needed}.',
    'Level {level} trägt {width} × {height} mit {frameRate:number} Bildern je Sekunde nicht. Kein Level trägt das.',
  ],
  'rate-above-level': [
    'Level {level} erlaubt {most:bits}, und hier sind {peak:bits} verlangt (in der Spitze das Doppelte des Mittels von {average:bits}).',
    'Level {level} erlaubt {most:bits}, und hier sind {peak:bits} verlangt.',
  ],
  'rate-very-low':
    '{bitrateBps} Bit je Sekunde sind so gut wie nichts; {bitrateBps} kb/s wären {meantBps}.',
  'quality-out-of-range': 'Die Qualität von {codec} geht von {least} (am besten) bis {most}.',
  'quality-unsupported':
    '{codec} wird nach Bitrate kodiert; gleichbleibende Qualität gibt es dafür nicht.',
  'box-too-small': 'Bilder brauchen mindestens {least} Pixel je Seite.',
  'box-odd': 'Seiten sind gerade; aus {side} wird {becomes}.',
  'crop-without-box': 'Beschnitten wird nur, wenn Breite und Höhe gesetzt sind.',
  'frame-rate-high': 'Die meisten Geräte zeigen höchstens {most} Bilder je Sekunde.',
  'key-frames-rare':
    'Liegen Schlüsselbilder so weit auseinander, springen Player langsam; üblich sind {usual} Sekunden.',
  'bitrate-missing': '{codec} braucht eine Bitrate, etwa 128 kb/s.',
  'bitrate-for-lossless': '{codec} ist verlustfrei: Da gibt es keine Bitrate zu wählen.',
  'bitrate-adjusted':
    '{bitrateBps:kilobits} gibt es bei {codec} für diesen Ton nicht; daraus werden {becomesBps:kilobits}.',
  'sample-rate-unsupported': [
    '{codec} lässt sich hier nicht mit {sampleRateHz} Hz erzeugen: Wählen Sie {offered} Hz oder nichts.',
    '{codec} lässt sich hier nicht mit {sampleRateHz} Hz erzeugen: Wählen Sie höchstens {most} Hz.',
  ],
  'too-many-channels': '{codec} hat höchstens {most} Kanäle.',
  'no-device': 'Kein Geräteprofil spielt das ab; es taugt nur zum Herunterladen.',
  'parameters-too-many': 'Höchstens {most} Einträge werden angenommen.',
  'parameter-no-name': '„{name}“ steht dort, wo eine Option wie -tune hingehört.',
  'parameter-not-allowed': '„{name}“ gehört nicht zu den Optionen, die dieser Codec bekommen darf.',
  'parameter-value-missing': '„{name}“ braucht einen Wert.',
  'parameter-value-refused': '„{value}“ ist kein Wert, den „{name}“ bekommen darf.',
  'plays-nothing': 'Ein Gerät muss etwas abspielen: Nehmen Sie Video oder Audio hinzu.',
  'sides-swapped': 'Die kürzere Seite kann nicht größer als die längere sein.',
  'format-unknown': 'Es gibt kein Format „{formatId}“.',
  'format-of-other-kind':
    '„{formatName}“ ist für {kind:word} und gehört nicht in einen Satz für {setKind:word}.',
  'format-twice': '„{formatName}“ steht schon im Satz.',
  'set-empty': 'Ohne Formate entscheiden allein die Geräte, was erzeugt wird.',
};
