import type { EncodedAudio } from './encoded-streams.ts';

const LAYOUTS: Readonly<Record<number, string>> = {
  1: 'mono',
  2: 'stereo',
  3: '2.1',
  4: 'quad',
  5: '5.0',
  6: '5.1',
  7: '6.1',
  8: '7.1',
};

/**
 * Silence fills what is missing at the start and in gaps of over 0.1 s, so that sound stays with its
 * picture in containers that know no offsets; nothing is stretched. Then the mix and the rate.
 */
export function soundFilters({ sampleRateHz, channels }: EncodedAudio): readonly string[] {
  const layout = LAYOUTS[channels] ?? `${channels}c`;
  return [
    'aresample=async=1:first_pts=0',
    `aformat=sample_rates=${sampleRateHz}:channel_layouts=${layout}`,
  ];
}
