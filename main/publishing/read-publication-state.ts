import type { PublishedFile, PublishTarget } from '../../core/model/library.ts';
import type { PublicationState, WantedFile } from '../../core/publishing/plan-publication.ts';
import type { GatheredPublication, Piece } from './gather-publication.ts';
import { hashFile, hashText } from './hash-file.ts';
import { fileMissing } from './publish-errors.ts';
import { type FileStamp, pathInTarget, readStamp } from './publish-folder.ts';

/** FAT keeps even seconds only. */
const STAMP_TOLERANCE_MS = 2000;

interface Compared {
  readonly wanted: WantedFile;
  /** null: there is nothing under this name. */
  readonly standing: { readonly sha256: string | null } | null;
}

/**
 * Looks at what stands in the target. Published files carry the time of what they were copied from, so
 * nothing is read where size and time are unchanged; where only the time differs, the contents are compared.
 * @throws AppError publish/file-missing
 */
export async function readPublicationState(
  target: PublishTarget,
  { media, pieces }: GatheredPublication,
  recorded: readonly PublishedFile[],
): Promise<PublicationState> {
  const records = new Map(recorded.map((record) => [record.file, record]));
  const standing = new Map<string, { readonly sha256: string | null }>();
  const wanted: WantedFile[] = [];
  for (const piece of pieces) {
    const compared = await compare(piece, records.get(piece.file), { target, title: media.title });
    wanted.push(compared.wanted);
    if (compared.standing !== null) standing.set(piece.file, compared.standing);
    records.delete(piece.file);
  }
  for (const file of records.keys()) {
    const there = await readStamp(pathInTarget(target, file));
    if (there !== null) standing.set(file, { sha256: null });
  }
  return { wanted, recorded, standing };
}

interface ComparisonContext {
  readonly target: PublishTarget;
  readonly title: string;
}

async function compare(
  piece: Piece,
  record: PublishedFile | undefined,
  { target, title }: ComparisonContext,
): Promise<Compared> {
  const path = pathInTarget(target, piece.file);
  const there = await readStamp(path);
  const { from } = piece;
  if (from.kind === 'text') {
    const sizeBytes = Buffer.byteLength(from.text);
    const same = there?.regular && there.sizeBytes === sizeBytes ? await hashFile(path) : null;
    return {
      wanted: { file: piece.file, sizeBytes, sha256: hashText(from.text) },
      standing: there && { sha256: same },
    };
  }
  const source = await readSource(from.path, title);
  const wanted = { file: piece.file, sizeBytes: source.sizeBytes };
  if (there === null) return { wanted: { ...wanted, sha256: null }, standing: null };
  if (record !== undefined && sameStamp(there, source) && record.sizeBytes === source.sizeBytes)
    return { wanted: { ...wanted, sha256: record.sha256 }, standing: record };
  const alike = there.regular && there.sizeBytes === source.sizeBytes;
  if (!alike) return { wanted: { ...wanted, sha256: null }, standing: { sha256: null } };
  const [sha256, thereSha256] = await Promise.all([hashFile(from.path), hashFile(path)]);
  return { wanted: { ...wanted, sha256 }, standing: { sha256: thereSha256 } };
}

async function readSource(path: string, title: string): Promise<FileStamp> {
  const stamp = await readStamp(path);
  if (stamp === null) throw fileMissing(title, path, undefined);
  return stamp;
}

function sameStamp(there: FileStamp, source: FileStamp): boolean {
  return (
    there.regular &&
    there.sizeBytes === source.sizeBytes &&
    Math.abs(there.modifiedMs - source.modifiedMs) <= STAMP_TOLERANCE_MS
  );
}
