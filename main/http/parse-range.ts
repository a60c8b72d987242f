/** Inclusive positions of bytes, as in `Content-Range`. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** `whole`: answer 200 with everything; `unsatisfiable`: answer 416. */
export type RangeAnswer =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly range: ByteRange }
  | { readonly kind: 'unsatisfiable' };

const WHOLE: RangeAnswer = { kind: 'whole' };
const UNSATISFIABLE: RangeAnswer = { kind: 'unsatisfiable' };

/**
 * RFC 9110, 14.2: a header that is no valid byte range is passed over, a valid one beyond the end is 416.
 * Several ranges at once are answered with the whole, which the RFC allows and every player takes.
 */
export function parseRange(header: string | null, sizeBytes: number): RangeAnswer {
  const match = /^bytes *= *(\d*) *- *(\d*) *$/i.exec(header ?? '');
  if (match === null) return WHOLE;
  const [, first = '', last = ''] = match;
  if (first === '') return last === '' ? WHOLE : parseSuffix(Number(last), sizeBytes);
  const range = { first: Number(first), last: last === '' ? Infinity : Number(last) };
  if (range.last < range.first) return WHOLE;
  if (range.first >= sizeBytes) return UNSATISFIABLE;
  return part(range.first, Math.min(range.last, sizeBytes - 1));
}

/** The last bytes of the file, `bytes=-500`. */
function parseSuffix(count: number, sizeBytes: number): RangeAnswer {
  if (count === 0 || sizeBytes === 0) return UNSATISFIABLE;
  return part(Math.max(sizeBytes - count, 0), sizeBytes - 1);
}

function part(first: number, last: number): RangeAnswer {
  return { kind: 'part', range: { first, last } };
}
