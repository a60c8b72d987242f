import type { Sentence } from '../text/fill-sentence.ts';

/**
 * What makes a format, set or device impossible, or unwise: each kind of fault once, with its sentence
 * in English. Facts stand in it as `core/text/fill-sentence.ts` says; `renderer/texts` has the other languages.
 */
export const PROBLEM_SENTENCES = {
  // what is not even of the right kind
  schema: 'This is not what belongs here.',
  'text-missing': 'A text is needed here.',
  'text-too-long': 'At most {most} characters fit here.',
  'characters-refused':
    'Only lower-case letters, digits, dot, dash and underscore may stand here; a letter or digit comes first.',
  'number-missing': 'A number is needed here.',
  'number-not-whole': 'A whole number is needed here.',
  'number-too-small': [
    'It must be at least {least:number}.',
    'It must be more than {above:number}.',
  ],
  'number-too-large': 'It must be at most {most:number}.',
  'not-offered': 'Choose one of these: {offered}.',
  // what a format holds
  'video-missing': 'A video format needs a picture; choose a video codec.',
  'video-in-audio': 'An audio format has no picture; make it a video format.',
  'audio-missing': 'An audio format without sound would be empty.',
  'container-missing': 'Choose at least one container.',
  'container-cannot-hold': [
    '{container} cannot hold {codec}. It can hold {possible}.',
    '{container} cannot hold {codec}. It has no {stream:word} at all.',
    '{container} cannot hold {codec}.',
    'None of the containers can hold {codec}.',
  ],
  'profile-unknown': [
    '{codec} cannot be made in “{profile}”: choose {known} or none.',
    '{codec} cannot be made in “{profile}”: it has no profiles.',
  ],
  'level-unknown': [
    '{codec} has no level “{level}”: choose one of {known}.',
    '{codec} has no level “{level}”: it has none.',
  ],
  'level-too-low': [
    'Level {level} does not carry {width} × {height} at {frameRate:number} frames a second. It takes level {needed}.',
    'Level {level} does not carry {width} × {height} at {frameRate:number} frames a second. No level carries that.',
  ],
  'rate-above-level': [
    'Level {level} allows {most:bits}, and this asks for {peak:bits} (twice the average of {average:bits}, at its peak).',
    'Level {level} allows {most:bits}, and this asks for {peak:bits}.',
  ],
  'rate-very-low':
    '{bitrateBps} bits per second is next to nothing; {bitrateBps} kb/s would be {meantBps}.',
  'quality-out-of-range': 'The quality of {codec} goes from {least} (best) to {most}.',
  'quality-unsupported': '{codec} is encoded by bitrate; constant quality is not available for it.',
  'box-too-small': 'Pictures need at least {least} pixels a side.',
  'box-odd': 'Sides are even; {side} becomes {becomes}.',
  'crop-without-box': 'Nothing is cropped unless width and height are set.',
  'frame-rate-high': 'Most devices play at most {most} frames a second.',
  'key-frames-rare': 'With key frames so far apart players seek slowly; {usual} seconds are usual.',
  'bitrate-missing': '{codec} needs a bitrate, such as 128 kb/s.',
  'bitrate-for-lossless': '{codec} is lossless: it has no bitrate to choose.',
  'bitrate-adjusted':
    '{codec} has no {bitrateBps:kilobits} for this sound; it becomes {becomesBps:kilobits}.',
  'sample-rate-unsupported': [
    '{codec} cannot be made at {sampleRateHz} Hz here: choose {offered} Hz, or none.',
    '{codec} cannot be made at {sampleRateHz} Hz here: choose at most {most} Hz.',
  ],
  'too-many-channels': '{codec} holds at most {most} channels.',
  'no-device': 'None of the device profiles plays this; it will only serve as a download.',
  // raw parameters
  'parameters-too-many': 'At most {most} entries are taken.',
  'parameter-no-name': '“{name}” stands where a parameter such as -tune belongs.',
  'parameter-not-allowed': '“{name}” is not among the parameters that this codec may be given.',
  'parameter-value-missing': '“{name}” needs a value.',
  'parameter-value-refused': '“{value}” is not a value that “{name}” may be given.',
  // devices and sets
  'plays-nothing': 'A device must play something: add video or audio.',
  'sides-swapped': 'The shorter side cannot be larger than the longer one.',
  'format-unknown': 'There is no format “{formatId}”.',
  'format-of-other-kind':
    '“{formatName}” is for {kind:word} and does not go into a set for {setKind:word}.',
  'format-twice': '“{formatName}” is in the set already.',
  'set-empty': 'Without formats only the devices decide what is made.',
} as const satisfies Readonly<Record<string, Sentence>>;

export type ProblemCode = keyof typeof PROBLEM_SENTENCES;
