/** AV1 as in `av1C` (AV1 Codec ISO Media File Format Binding, section 5). */
export interface Av1String {
  readonly kind: 'av1';
  /** seq_profile: 0 Main, 1 High, 2 Professional. */
  readonly profile: number;
  /** seq_level_idx: 8 is level 4.0, `2 + (index >> 2)` . `index & 3`. */
  readonly levelIndex: number;
  readonly tier: 'main' | 'high';
  readonly bitDepth: number;
  /** null when all of it is the default (4:2:0, BT.709, limited range), which is then not written. */
  readonly color: Av1Color | null;
}

export interface Av1Color {
  readonly monochrome: number;
  /** Three digits: subsampling x, y and sample position. */
  readonly chromaSubsampling: string;
  readonly primaries: number;
  readonly transfer: number;
  readonly matrix: number;
  readonly fullRange: number;
}

const DEFAULT_TAIL = '0.110.01.01.01.0';

export function parseAv1String(text: string): Av1String | null {
  const match =
    /^av01\.(\d)\.(\d\d)([MH])\.(\d\d)(?:\.((\d)\.(\d{3})\.(\d\d)\.(\d\d)\.(\d\d)\.(\d)))?$/.exec(
      text,
    );
  const [, profile, level, tier, depth, tail, monochrome, chromaSubsampling = '110', ...rest] =
    match ?? [];
  if (profile === undefined || level === undefined || depth === undefined) return null;
  const [primaries = 1, transfer = 1, matrix = 1, fullRange = 0] = rest.map(Number);
  const isDefault = tail === undefined || tail === DEFAULT_TAIL;
  return {
    kind: 'av1',
    profile: Number(profile),
    levelIndex: Number(level),
    tier: tier === 'H' ? 'high' : 'main',
    bitDepth: Number(depth),
    color: isDefault
      ? null
      : {
          monochrome: Number(monochrome),
          chromaSubsampling,
          primaries,
          transfer,
          matrix,
          fullRange,
        },
  };
}

export function buildAv1String({ profile, levelIndex, tier, bitDepth, color }: Av1String): string {
  const head = `av01.${profile}.${twoDigits(levelIndex)}${tier === 'high' ? 'H' : 'M'}.${twoDigits(bitDepth)}`;
  const tail = color === null ? DEFAULT_TAIL : tailOf(color);
  return tail === DEFAULT_TAIL ? head : `${head}.${tail}`;
}

function tailOf(color: Av1Color): string {
  const codes = [color.primaries, color.transfer, color.matrix].map(twoDigits);
  return [color.monochrome, color.chromaSubsampling, ...codes, color.fullRange].join('.');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
