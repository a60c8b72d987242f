/**
 * Every reason that a plan can give, once: what it is about and what it means.
 * `about` says where it stands: on a format's decision, on a device's choice, or on a device's verdict.
 */
export const REASON_CODES = {
  // why a format is made
  requested: { about: 'format', meaning: 'A format set or the caller asks for it.' },
  'added-for-device': { about: 'format', meaning: 'A device would have had nothing to play.' },
  'made-for-device': {
    about: 'format',
    meaning: 'Made to a device’s own limits, since no format of the library suits it.',
  },
  'master-conforms': {
    about: 'format',
    meaning: 'The master already is what the format asks for: its streams are copied.',
  },
  'video-conforms': {
    about: 'format',
    meaning: 'The picture already is what the format asks for; only the sound is encoded.',
  },
  'audio-conforms': {
    about: 'format',
    meaning: 'The sound already is what the format asks for and is copied.',
  },
  'encoding-forced': { about: 'format', meaning: 'Copying would do, but encoding was asked for.' },
  // what the master limits
  'size-from-master': {
    about: 'format',
    meaning: 'The format allows a larger picture than the master has; it is never enlarged.',
  },
  'rate-from-master': {
    about: 'format',
    meaning: 'The format allows more bits than the master can fill.',
  },
  'rate-for-one-channel': {
    about: 'format',
    meaning: 'One channel needs fewer bits than the format gives for two.',
  },
  'frame-rate-lowered': {
    about: 'format',
    meaning: 'The master has more frames a second than the format allows.',
  },
  'frame-rate-evened': {
    about: 'format',
    meaning:
      'The master’s frames come at uneven or unknown intervals; the result has a steady rate.',
  },
  'made-even': {
    about: 'format',
    meaning: 'Sides are rounded to even numbers, as 4:2:0 video needs.',
  },
  cropped: { about: 'format', meaning: 'The picture is cut to fill the format’s box.' },
  'kept-within-level': {
    about: 'format',
    meaning: 'Size, frame rate or bit rate are lowered to stay within the format’s level.',
  },
  deinterlaced: {
    about: 'format',
    meaning: 'The master is interlaced; players expect whole frames.',
  },
  'hdr-to-sdr': {
    about: 'format',
    meaning: 'The master is HDR; it is tone-mapped, since not all screens show HDR.',
  },
  'squared-pixels': { about: 'format', meaning: 'The master’s pixels are not square.' },
  'mixed-down': { about: 'format', meaning: 'The master has more channels than the format keeps.' },
  'sample-rate-changed': {
    about: 'format',
    meaning: 'The codec or format wants another sample rate than the master’s.',
  },
  'no-sound': { about: 'format', meaning: 'The master has no sound, so the result has none.' },
  // why a format is skipped
  'source-smaller': {
    about: 'format',
    meaning: 'The master is smaller than this format; a smaller one already gives all of it.',
  },
  'same-as-other': { about: 'format', meaning: 'It would not differ from another rendition.' },
  'too-close-to-other': {
    about: 'format',
    meaning: 'It would hardly differ from another rendition.',
  },
  'source-lossy': {
    about: 'format',
    meaning: 'The master is lossy; a lossless copy would only be larger.',
  },
  'rate-exceeds-source': {
    about: 'format',
    meaning: 'The master has fewer bits than this format; a smaller one already gives all of it.',
  },
  'no-picture': { about: 'format', meaning: 'It is a video format and the media has no picture.' },
  'no-audio-track': {
    about: 'format',
    meaning: 'It is an audio format and the media has no sound.',
  },
  'format-unknown': { about: 'format', meaning: 'There is no format of this name any more.' },
  'other-kind': { about: 'format', meaning: 'It is a format for the other kind of media.' },
  'encoder-missing': { about: 'format', meaning: 'The FFmpeg in use cannot make it.' },
  'box-too-small': {
    about: 'format',
    meaning: 'Within this format’s box nothing visible would be left of the picture.',
  },
  // why a device gets what it gets
  'best-playable': {
    about: 'choice',
    meaning: 'The first source in the page’s order that this device plays.',
  },
  'only-playable': {
    about: 'choice',
    meaning: 'Of several renditions the only one that this device plays.',
  },
  'only-rendition': {
    about: 'choice',
    meaning: 'There is one rendition, and the device plays it.',
  },
  'nothing-possible': {
    about: 'choice',
    meaning: 'No encoder at hand makes anything that this device plays.',
  },
  // why a rendition does not play on a device
  'container-unsupported': {
    about: 'verdict',
    meaning: 'The device does not open this container.',
  },
  'video-codec-unsupported': {
    about: 'verdict',
    meaning: 'The device does not decode this video codec.',
  },
  'audio-codec-unsupported': {
    about: 'verdict',
    meaning: 'The device does not decode this audio codec.',
  },
  'profile-unsupported': { about: 'verdict', meaning: 'The device does not decode this profile.' },
  'level-too-high': { about: 'verdict', meaning: 'The level is above what the device decodes.' },
  'picture-too-large': {
    about: 'verdict',
    meaning: 'The picture is larger than the device shows.',
  },
  'frame-rate-too-high': {
    about: 'verdict',
    meaning: 'More frames a second than the device shows.',
  },
  'bitrate-too-high': { about: 'verdict', meaning: 'More bits a second than the device reads.' },
  'bit-depth-unsupported': { about: 'verdict', meaning: 'The device shows 8 bits a sample only.' },
  'chroma-unsupported': { about: 'verdict', meaning: 'The device shows 4:2:0 colour only.' },
  'too-many-channels': { about: 'verdict', meaning: 'More audio channels than the device plays.' },
  'sample-rate-too-high': {
    about: 'verdict',
    meaning: 'A higher sample rate than the device plays.',
  },
  'interlaced-unsupported': {
    about: 'verdict',
    meaning: 'The device does not show interlaced video properly.',
  },
  'hdr-unsupported': { about: 'verdict', meaning: 'HDR would look washed out on the device.' },
  'index-at-end': {
    about: 'verdict',
    meaning: 'The file’s index stands at its end, so playing starts late or not at all.',
  },
  'not-square-pixels': { about: 'verdict', meaning: 'The device would show the picture squeezed.' },
} as const satisfies Record<string, { about: 'format' | 'choice' | 'verdict'; meaning: string }>;

export type ReasonCode = keyof typeof REASON_CODES;
