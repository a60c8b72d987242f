/** VP9 as in `vpcC` (WebM project, "VP Codec ISO Media File Format Binding"). */
export interface Vp9String {
  readonly kind: 'vp9';
  readonly profile: number;
  /** Ten times the level. */
  readonly level: number;
  readonly bitDepth: number;
  /** The optional part is written as a whole or not at all. */
  readonly color: Vp9Color | null;
}

export interface Vp9Color {
  readonly chromaSubsampling: number;
  readonly primaries: number;
  readonly transfer: number;
  readonly matrix: number;
  readonly fullRange: number;
}

export function parseVp9String(text: string): Vp9String | null {
  const match = /^vp09\.(\d\d)\.(\d\d)\.(\d\d)(?:\.(\d\d)\.(\d\d)\.(\d\d)\.(\d\d)\.(\d\d))?$/.exec(
    text,
  );
  if (match === null) return null;
  const [profile = 0, level = 0, bitDepth = 0] = match.slice(1, 4).map(Number);
  const [chromaSubsampling = 0, primaries = 0, transfer = 0, matrix = 0, fullRange = 0] = match
    .slice(4)
    .map(Number);
  const color =
    match[4] === undefined ? null : { chromaSubsampling, primaries, transfer, matrix, fullRange };
  return { kind: 'vp9', profile, level, bitDepth, color };
}

export function buildVp9String({ profile, level, bitDepth, color }: Vp9String): string {
  const tail =
    color === null
      ? []
      : [color.chromaSubsampling, color.primaries, color.transfer, color.matrix, color.fullRange];
  return ['vp09', ...[profile, level, bitDepth, ...tail].map(twoDigits)].join('.');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
