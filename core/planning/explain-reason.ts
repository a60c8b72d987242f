import type { Reason } from '../model/plan.ts';
import { writeSentence } from '../text/write-sentence.ts';
import { REASON_CODES, type ReasonCode } from './reason-codes.ts';

/**
 * One sentence for each code, with the figures behind it. `{name:unit}` is a fact, written in its unit;
 * where a fact is missing, the code's plain meaning is told instead.
 */
const SENTENCES: Readonly<Record<ReasonCode, string>> = {
  requested: 'Asked for by a format set or by you.',
  'added-for-device': 'Added for {deviceNames}, which would have had nothing to play.',
  'made-for-device':
    'Made to the limits of {deviceNames}, since no format of the library suits it.',
  'master-conforms':
    'The master already is what this format asks for, so it is copied without loss and without encoding.',
  'video-conforms':
    'The picture already is what this format asks for and is copied; only the sound is encoded.',
  'audio-conforms': 'The sound already is what this format asks for and is copied.',
  'encoding-forced': 'Copying would do, but encoding was asked for.',
  'size-from-master':
    'The master has {width} × {height} pixels, less than the format allows, and is never enlarged.',
  'rate-from-master':
    'More than {bitrateBps:bits} would add nothing to what the master’s {stream} holds.',
  'rate-for-one-channel':
    'One channel needs fewer bits: {bitrateBps:bits} instead of {formatBitrateBps:bits}.',
  'frame-rate-lowered':
    'The master’s {frameRate:number} frames a second are lowered to {toFrameRate:number}, the most that this format allows.',
  'frame-rate-evened':
    'The master’s frames come at uneven intervals; the result has a steady {toFrameRate:number} a second.',
  'made-even':
    'From {width} × {height} to {toWidth} × {toHeight} pixels, since web video needs even sides.',
  cropped: 'Cut to {toWidth} × {toHeight} pixels to fill the format’s box.',
  'kept-within-level':
    'Size, frame rate or bit rate are lowered to stay within level {level}, which the format allows at most.',
  deinterlaced:
    'The master is interlaced; its half frames are joined, since players expect whole ones.',
  'hdr-to-sdr':
    'The master is HDR ({dynamicRange:upper}); its colours are brought to what all screens show.',
  'squared-pixels':
    'The master’s pixels are {numerator} : {denominator} wide; the result has square ones.',
  'mixed-down': 'The master’s {channels:channels} sound is mixed down to {toChannels:channels}.',
  'sample-rate-changed':
    'The sound changes from {sampleRateHz:hertz} to {toSampleRateHz:hertz}, which this format needs.',
  'no-sound': 'The master has no sound, so the result has none.',
  'source-smaller':
    'The master has only {width} × {height} pixels; “{otherName}” already gives all of it.',
  'same-as-other': 'It would not differ from “{otherName}”.',
  'too-close-to-other':
    'With {width} × {height} pixels it would hardly differ from “{otherName}” with {otherWidth} × {otherHeight}.',
  'source-lossy':
    'The master’s {codec:upper} sound is lossy; a lossless copy would only be larger.',
  'rate-exceeds-source':
    'The master has fewer bits than this format; “{otherName}” already gives all of it.',
  'no-picture': 'It is a video format and this media has no picture.',
  'no-audio-track': 'It is an audio format and this media has no sound.',
  'format-unknown': 'There is no format of this name any more.',
  'other-kind': 'It is a format for {kind}, which this media is not.',
  'encoder-missing': 'The FFmpeg in use cannot make {codec}: it lacks {encoders}.',
  'box-too-small':
    'Within this format’s box nothing visible would be left of {width} × {height} pixels.',
  'best-playable':
    'The first of {playable} renditions that this device plays, in the order of the page.',
  'only-playable': 'The only one of {renditions} renditions that this device plays.',
  'only-rendition': 'There is one rendition, and this device plays it.',
  'nothing-possible': 'No encoder at hand makes anything that this device plays.',
  'container-unsupported': 'It does not open {container:upper} files.',
  'video-codec-unsupported': 'It does not decode {codec:upper} video.',
  'audio-codec-unsupported': 'It does not decode {codec:upper} sound.',
  'profile-unsupported': 'It does not decode the profile “{profile}”, only {allowed}.',
  'level-too-high': 'Level {value} is above its {limit}.',
  'picture-too-large': '{width} × {height} pixels are more than it shows.',
  'frame-rate-too-high': '{value:number} frames a second are more than its {limit:number}.',
  'bitrate-too-high': '{value:bits} are more than the {limit:bits} it reads.',
  'bit-depth-unsupported': 'It shows 8 bits a sample, not {bitDepth}.',
  'chroma-unsupported': 'It shows 4:2:0 colour, not {chroma}.',
  'too-many-channels': '{value} audio channels are more than its {limit}.',
  'sample-rate-too-high': '{value:hertz} are above its {limit:hertz}.',
  'interlaced-unsupported': 'It does not show interlaced video properly.',
  'hdr-unsupported': 'HDR would look washed out on it.',
  'index-at-end': 'The file’s index stands at its end, so playing starts late or not at all.',
  'not-square-pixels': 'It would show the picture squeezed.',
};

/** A plain English sentence for people, with readable figures. */
export function explainReason({ code, facts }: Reason): string {
  return writeSentence(SENTENCES[code], facts) ?? REASON_CODES[code].meaning;
}
