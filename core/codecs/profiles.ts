import type { VideoCodec } from './codecs.ts';

/**
 * Profiles in AVlogue's words, each codec's from the plainest to the richest: a decoder of one decodes
 * those before it. Only these are 8-bit 4:2:0, the one kind that every player shows.
 */
const PLAIN_PROFILES = {
  h264: ['baseline', 'main', 'high'],
  hevc: ['main'],
  vp8: [],
  vp9: ['profile0'],
  av1: ['main'],
  mpeg4: ['simple', 'advanced-simple'],
  theora: [],
} as const satisfies Record<VideoCodec, readonly string[]>;

/** How ffprobe writes them, in lower case, where that differs from our own word. */
const WRITTEN: Partial<Record<VideoCodec, Readonly<Record<string, string>>>> = {
  h264: {
    'constrained baseline': 'baseline',
    'progressive high': 'high',
    'constrained high': 'high',
    'high 10': 'high10',
    'high 10 intra': 'high10',
    'high 4:2:2': 'high422',
    'high 4:2:2 intra': 'high422',
    'high 4:4:4': 'high444',
    'high 4:4:4 predictive': 'high444',
    'high 4:4:4 intra': 'high444',
    'cavlc 4:4:4': 'high444',
  },
  hevc: { 'main 10': 'main10', 'main still picture': 'main' },
  vp9: {
    'profile 0': 'profile0',
    'profile 1': 'profile1',
    'profile 2': 'profile2',
    'profile 3': 'profile3',
  },
  mpeg4: { 'simple profile': 'simple', 'advanced simple profile': 'advanced-simple' },
};

/** Our word for what ffprobe, or an earlier AVlogue, wrote; null stays null. */
export function parseProfile(codec: VideoCodec, written: string | null): string | null {
  if (written === null) return null;
  const lower = written.trim().toLowerCase();
  return WRITTEN[codec]?.[lower] ?? lower.replaceAll(/[^a-z0-9]+/g, '-');
}

/** The 8-bit 4:2:0 profiles that a format may ask for, plainest first. */
export function plainProfiles(codec: VideoCodec): readonly string[] {
  return PLAIN_PROFILES[codec];
}

/** What the encoder makes when a format leaves the choice to it; null where the codec has no profiles. */
export function defaultProfile(codec: VideoCodec): string | null {
  const profiles: readonly string[] = PLAIN_PROFILES[codec];
  return codec === 'mpeg4' ? 'simple' : (profiles.at(-1) ?? null);
}

/** Whether a decoder of `limit` decodes `profile`. */
export function isWithinProfile(codec: VideoCodec, profile: string, limit: string): boolean {
  const profiles: readonly string[] = PLAIN_PROFILES[codec];
  const rank = profiles.indexOf(profile);
  return rank !== -1 && rank <= profiles.indexOf(limit);
}
