/** Bytes of a box or of anything that a box holds. */
export function bytesOf(...parts: readonly (number | string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part === 'number') return [part];
      return typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part];
    }),
  );
}

export function number32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

export function box(
  type: string,
  ...content: readonly (number | string | Uint8Array)[]
): Uint8Array {
  const inside = bytesOf(...content);
  return bytesOf(number32(inside.length + 8), type, inside);
}

export const zeros = (count: number) => new Uint8Array(count);

/** A sample entry with its fixed part and child boxes. */
export function sampleEntry(kind: 'video' | 'audio', type: string, ...children: Uint8Array[]) {
  return box(type, zeros(kind === 'video' ? 78 : 28), ...children);
}

export function track(handler: string, entry: Uint8Array): Uint8Array {
  return box(
    'trak',
    box('tkhd', zeros(84)),
    box(
      'mdia',
      box('hdlr', zeros(8), handler, zeros(13)),
      box('minf', box('stbl', box('stsd', zeros(4), number32(1), entry))),
    ),
  );
}

/** An `esds` box with descriptors of short lengths. */
export function esds(objectType: number, specific: readonly number[]): Uint8Array {
  const own = bytesOf(5, specific.length, Uint8Array.from(specific));
  const decoder = bytesOf(4, 13 + own.length, objectType, zeros(12), own);
  return box('esds', zeros(4), 3, 3 + decoder.length, 0, 1, 0, decoder);
}

/** An EBML element; its size in eight bytes. */
export function element(
  id: number,
  ...content: readonly (number | string | Uint8Array)[]
): Uint8Array {
  const inside = bytesOf(...content);
  const name =
    id
      .toString(16)
      .padStart(2, '0')
      .match(/../g)
      ?.map((hex) => Number.parseInt(hex, 16)) ?? [];
  return bytesOf(Uint8Array.from(name), 1, zeros(3), number32(inside.length), inside);
}
