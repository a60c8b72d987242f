import type { ReasonCode } from '../../core/planning/reason-codes.ts';

/** The sentences of `core/planning/explain-reason.ts` in German; facts stand in them by the same names. */
export const deReasons: Readonly<Record<ReasonCode, string>> = {
  requested: 'Von einem Formatsatz oder von Ihnen gewünscht.',
  'added-for-device': 'Hinzugenommen, denn sonst wäre nichts abspielbar auf: {deviceNames}.',
  'made-for-device':
    'Kein Format der Mediathek passt; nach eigenen Grenzen erzeugt für: {deviceNames}.',
  'master-conforms':
    'Das Original ist schon, was dieses Format verlangt; es wird ohne Verlust und ohne Kodieren kopiert.',
  'video-conforms':
    'Das Bild ist schon, was dieses Format verlangt, und wird kopiert; nur der Ton wird kodiert.',
  'audio-conforms': 'Der Ton ist schon, was dieses Format verlangt, und wird kopiert.',
  'encoding-forced': 'Kopieren würde genügen, aber Kodieren wurde verlangt.',
  'size-from-master':
    'Das Original hat {width} × {height} Pixel, weniger als das Format erlaubt; vergrößert wird nie.',
  'rate-from-master':
    'Mehr als {bitrateBps:bits} würde dem nichts hinzufügen, was das Original an {stream:word} enthält.',
  'rate-for-one-channel':
    'Ein Kanal braucht weniger Bits: {bitrateBps:bits} statt {formatBitrateBps:bits}.',
  'frame-rate-lowered':
    'Die {frameRate:number} Bilder je Sekunde des Originals werden auf {toFrameRate:number} gesenkt, mehr erlaubt dieses Format nicht.',
  'frame-rate-evened':
    'Die Bilder des Originals kommen in ungleichen Abständen; das Ergebnis hat gleichmäßig {toFrameRate:number} je Sekunde.',
  'made-even':
    'Von {width} × {height} auf {toWidth} × {toHeight} Pixel, da Web-Video gerade Seiten braucht.',
  cropped: 'Auf {toWidth} × {toHeight} Pixel beschnitten, um den Rahmen des Formats zu füllen.',
  'kept-within-level':
    'Größe, Bildrate oder Bitrate sind gesenkt, um im Level {level} zu bleiben, dem höchsten dieses Formats.',
  deinterlaced:
    'Das Original ist im Zeilensprung aufgenommen; seine Halbbilder werden vereint, da Player ganze erwarten.',
  'hdr-to-sdr':
    'Das Original ist HDR ({dynamicRange:upper}); seine Farben werden in das gebracht, was alle Bildschirme zeigen.',
  'squared-pixels':
    'Die Pixel des Originals sind {numerator} : {denominator} breit; das Ergebnis hat quadratische.',
  'mixed-down':
    'Der Ton des Originals ({channels:channels}) wird auf {toChannels:channels} herabgemischt.',
  'sample-rate-changed':
    'Der Ton wird von {sampleRateHz:hertz} auf {toSampleRateHz:hertz} gebracht, wie dieses Format es braucht.',
  'no-sound': 'Das Original hat keinen Ton, also hat das Ergebnis keinen.',
  'source-smaller':
    'Das Original hat nur {width} × {height} Pixel; „{otherName}“ gibt davon schon alles.',
  'same-as-other': 'Es wäre nicht anders als „{otherName}“.',
  'too-close-to-other':
    'Mit {width} × {height} Pixeln wäre es kaum anders als „{otherName}“ mit {otherWidth} × {otherHeight}.',
  'source-lossy':
    'Der {codec:upper}-Ton des Originals ist verlustbehaftet; eine verlustfreie Kopie wäre nur größer.',
  'rate-exceeds-source':
    'Das Original hat weniger Bits als dieses Format; „{otherName}“ gibt davon schon alles.',
  'no-picture': 'Es ist ein Videoformat, und dieses Medium hat kein Bild.',
  'no-audio-track': 'Es ist ein Audioformat, und dieses Medium hat keinen Ton.',
  'format-unknown': 'Ein Format dieses Namens gibt es nicht mehr.',
  'other-kind': 'Es ist ein Format für {kind:word}, und das ist dieses Medium nicht.',
  'encoder-missing': 'Das benutzte FFmpeg kann {codec} nicht erzeugen: Es fehlt ihm {encoders}.',
  'box-too-small':
    'Im Rahmen dieses Formats bliebe von {width} × {height} Pixeln nichts Sichtbares übrig.',
  'best-playable':
    'Die erste von {playable} Fassungen, die dieses Gerät abspielt, in der Reihenfolge der Seite.',
  'only-playable': 'Die einzige von {renditions} Fassungen, die dieses Gerät abspielt.',
  'only-rendition': 'Es gibt eine einzige Fassung, und dieses Gerät spielt sie ab.',
  'nothing-possible': 'Kein vorhandener Encoder erzeugt etwas, das dieses Gerät abspielt.',
  'container-unsupported': 'Es öffnet keine {container:upper}-Dateien.',
  'video-codec-unsupported': 'Es dekodiert kein {codec:upper}-Video.',
  'audio-codec-unsupported': 'Es dekodiert keinen {codec:upper}-Ton.',
  'profile-unsupported': 'Es dekodiert das Profil „{profile}“ nicht, nur {allowed}.',
  'level-too-high': 'Level {value} liegt über seinem Höchsten, {limit}.',
  'picture-too-large': '{width} × {height} Pixel sind mehr, als es zeigt.',
  'frame-rate-too-high': '{value:number} Bilder je Sekunde sind mehr als seine {limit:number}.',
  'bitrate-too-high': '{value:bits} sind mehr als die {limit:bits}, die es liest.',
  'bit-depth-unsupported': 'Es zeigt 8 Bit je Wert, nicht {bitDepth}.',
  'chroma-unsupported': 'Es zeigt Farbe in 4:2:0, nicht in {chroma}.',
  'too-many-channels': '{value} Tonkanäle sind mehr als seine {limit}.',
  'sample-rate-too-high': '{value:hertz} liegen über seinen {limit:hertz}.',
  'interlaced-unsupported': 'Es zeigt Video im Zeilensprung nicht richtig.',
  'hdr-unsupported': 'HDR sähe darauf ausgewaschen aus.',
  'index-at-end':
    'Das Verzeichnis der Datei steht an ihrem Ende, daher beginnt sie spät oder gar nicht.',
  'not-square-pixels': 'Es würde das Bild gestaucht zeigen.',
};
