/** HEVC as in `hvcC` (ISO 14496-15, annex E.3). */
export interface HevcString {
  readonly kind: 'hevc';
  /** Apple plays `hvc1` only. */
  readonly tag: 'hvc1' | 'hev1';
  /** general_profile_space, 0 to 3; written as nothing, A, B or C. */
  readonly profileSpace: number;
  /** general_profile_idc: 1 Main, 2 Main 10, 4 range extensions. */
  readonly profileIdc: number;
  /** general_profile_compatibility_flags as in the box: 32 bits, flag 0 the highest. Written bit-reversed. */
  readonly compatibility: number;
  readonly tier: 'main' | 'high';
  /** general_level_idc: thirty times the level. */
  readonly levelIdc: number;
  /** The six constraint bytes; trailing zeros are not written. */
  readonly constraints: readonly number[];
}

const SPACES = ['', 'A', 'B', 'C'];

export function parseHevcString(text: string): HevcString | null {
  const match =
    /^(hvc1|hev1)\.([ABC]?)(\d{1,2})\.([0-9a-f]{1,8})\.([LH])(\d{1,3})((?:\.[0-9a-f]{1,2}){0,6})$/i.exec(
      text,
    );
  const [, tag, space, profile, flags, tier, level, rest] = match ?? [];
  if (
    tag === undefined ||
    space === undefined ||
    profile === undefined ||
    flags === undefined ||
    level === undefined
  )
    return null;
  const bytes = (rest ?? '')
    .split('.')
    .slice(1)
    .map((byte) => Number.parseInt(byte, 16));
  return {
    kind: 'hevc',
    tag: tag.toLowerCase() === 'hev1' ? 'hev1' : 'hvc1',
    profileSpace: SPACES.indexOf(space.toUpperCase()),
    profileIdc: Number(profile),
    compatibility: reverse32(Number.parseInt(flags, 16)),
    tier: tier?.toUpperCase() === 'H' ? 'high' : 'main',
    levelIdc: Number(level),
    constraints: withoutTrailingZeros(bytes),
  };
}

export function buildHevcString(codec: HevcString): string {
  const profile = `${SPACES[codec.profileSpace] ?? ''}${codec.profileIdc}`;
  const level = `${codec.tier === 'high' ? 'H' : 'L'}${codec.levelIdc}`;
  const constraints = withoutTrailingZeros(codec.constraints).map(upperHex);
  return [codec.tag, profile, upperHex(reverse32(codec.compatibility)), level, ...constraints].join(
    '.',
  );
}

function upperHex(value: number): string {
  return value.toString(16).toUpperCase();
}

function withoutTrailingZeros(bytes: readonly number[]): readonly number[] {
  return bytes.slice(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}

function reverse32(value: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 32; bit += 1) reversed = (reversed << 1) | ((value >>> bit) & 1);
  return reversed >>> 0;
}
