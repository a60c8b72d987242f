import type { RawCollections } from '../../core/catalog/migrations.ts';

/** Of a piece handed to the disk at once: small enough to let commits in between. */
const PIECE_CHARACTERS = 256 * 1024;

export interface SnapshotHeader {
  readonly version: number;
  /** Of the last line of the journal whose changes are in it. */
  readonly sequence: number;
  /** The AVlogue that wrote it. */
  readonly writtenBy: string;
}

export interface Snapshot extends SnapshotHeader {
  readonly collections: Readonly<Record<string, Iterable<object>>>;
}

export interface ReadSnapshot extends SnapshotHeader {
  readonly collections: RawCollections;
}

/**
 * One JSON document with one record on each line, in pieces: it can be read by people and other programs, and
 * neither writing nor reading it needs the whole text in memory (V8's strings end at 512 MiB).
 */
export function* snapshotPieces(snapshot: Snapshot): Iterable<string> {
  let piece = '';
  for (const part of snapshotParts(snapshot)) {
    piece += part;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* snapshotParts({ version, sequence, writtenBy, collections }: Snapshot): Iterable<string> {
  const header = JSON.stringify({ avlogue: 'catalog', version, sequence, writtenBy });
  yield `${header.slice(0, -1)},"collections":{\n`;
  let comma = '';
  for (const [name, records] of Object.entries(collections)) {
    yield `${comma}${JSON.stringify(name)}:[`;
    let lineEnd = '\n';
    for (const record of records) {
      yield `${lineEnd}${JSON.stringify(record)}`;
      lineEnd = ',\n';
    }
    yield '\n]';
    comma = ',\n';
  }
  yield '\n}}\n';
}
