/** H.264 as in `avcC` (ISO 14496-15, 5.3.3.1): three bytes. */
export interface AvcString {
  readonly kind: 'avc';
  /** `avc3` keeps parameter sets in the stream; Apple wants `avc1`. */
  readonly tag: 'avc1' | 'avc3';
  /** profile_idc: 66 Baseline, 77 Main, 88 Extended, 100 High, 110 High 10, 122 High 4:2:2, 244 High 4:4:4. */
  readonly profileIdc: number;
  /** constraint_set flags, the highest bit set0. */
  readonly constraints: number;
  /** level_idc: ten times the level; 9 or, with constraint_set3, 11 is 1b. */
  readonly levelIdc: number;
}

export function parseAvcString(text: string): AvcString | null {
  const match = /^(avc1|avc3)\.([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  const [, tag, profile, constraints, level] = match ?? [];
  if (
    tag === undefined ||
    profile === undefined ||
    constraints === undefined ||
    level === undefined
  )
    return null;
  return {
    kind: 'avc',
    tag: tag.toLowerCase() === 'avc3' ? 'avc3' : 'avc1',
    profileIdc: Number.parseInt(profile, 16),
    constraints: Number.parseInt(constraints, 16),
    levelIdc: Number.parseInt(level, 16),
  };
}

export function buildAvcString({ tag, profileIdc, constraints, levelIdc }: AvcString): string {
  return `${tag}.${[profileIdc, constraints, levelIdc].map(hexByte).join('')}`;
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0');
}
