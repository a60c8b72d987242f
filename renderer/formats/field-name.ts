import type { Texts } from '../texts/en.ts';

/** A field's path in the words of its form: `video.0.maxLevel` is “Picture 1 · Level at most”. */
export function fieldName(field: string, t: Texts): string {
  const labels = labelsOf(t);
  const words: string[] = [];
  for (const part of field.split('.')) {
    const last = words.length - 1;
    if (/^\d+$/.test(part)) words[last] = `${words[last] ?? ''} ${Number(part) + 1}`.trim();
    else if (part !== 'rate') words.push(labels.get(part) ?? part);
  }
  return words.join(' · ');
}

function labelsOf({ formats }: Texts): ReadonlyMap<string, string> {
  return new Map([
    ['name', formats.name],
    ['description', formats.description],
    ['container', formats.container],
    ['containers', formats.containers],
    ['video', formats.pictureSection],
    ['audio', formats.soundSection],
    ['codec', formats.codec],
    ['fit', formats.fit],
    ['mode', formats.rateMode],
    ['quality', formats.quality],
    ['bitrateBps', formats.bitrate],
    ['maxBitrateBps', formats.ceiling],
    ['maxWidth', formats.maxWidth],
    ['maxHeight', formats.maxHeight],
    ['maxLongSide', formats.longSide],
    ['maxShortSide', formats.shortSide],
    ['maxFrameRate', formats.maxFrameRate],
    ['profile', formats.profile],
    ['profiles', formats.profiles],
    ['level', formats.level],
    ['maxLevel', formats.level],
    ['effort', formats.effort],
    ['keyFrameSeconds', formats.keyFrames],
    ['maxChannels', formats.maxChannels],
    ['sampleRateHz', formats.sampleRate],
    ['maxSampleRateHz', formats.sampleRate],
    ['extraParameters', formats.extra],
  ]);
}
