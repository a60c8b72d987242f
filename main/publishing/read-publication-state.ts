import type { PublishedFile, PublishTarget } from '../../core/model/library.ts';
import type { PublicationState, WantedFile } from '../../core/publishing/plan-publication.ts';
import type { GatheredPublication, Piece } from './gather-publication.ts';
import { hashFile, hashText } from './hash-file.ts';
import { fileMissing, isSystemError, targetError } from './publish-errors.ts';
import { type FileStamp, pathInTarget, readStamp } from './publish-folder.ts';

/** FAT keeps even seconds only. */
const STAMP_TOLERANCE_MS = 2000;

interface StateOptions {
  /** What the catalog says that AVlogue put there. */
  readonly recorded: readonly PublishedFile[];
  readonly signal: AbortSignal | undefined;
}

interface Compared {
  readonly wanted: WantedFile;
  /** null: there is nothing under this name. */
  readonly standing: { readonly sha256: string | null } | null;
}

/**
 * Looks at what stands in the target. Published files carry the time of what they were copied from, so
 * nothing is read where size and time are unchanged; where only the time differs, the contents are compared.
 * @throws AppError publish/file-missing, publish/target-unwritable
 */
export async function readPublicationState(
  target: PublishTarget,
  { media, pieces }: GatheredPublication,
  { recorded, signal }: StateOptions,
): Promise<PublicationState> {
  const context = { target, title: media.title, signal };
  const records = new Map(recorded.map((record) => [record.file, record]));
  const standing = new Map<string, { readonly sha256: string | null }>();
  const wanted: WantedFile[] = [];
  for (const piece of pieces) {
    const compared = await compare(piece, records.get(piece.file), context);
    wanted.push(compared.wanted);
    if (compared.standing !== null) standing.set(piece.file, compared.standing);
    records.delete(piece.file);
  }
  for (const file of records.keys()) {
    const there = await readStanding(target, file);
    if (there !== null) standing.set(file, { sha256: null });
  }
  return { wanted, recorded, standing };
}

interface ComparisonContext {
  readonly target: PublishTarget;
  readonly title: string;
  readonly signal: AbortSignal | undefined;
}

async function compare(
  piece: Piece,
  record: PublishedFile | undefined,
  context: ComparisonContext,
): Promise<Compared> {
  const { target, title, signal } = context;
  const path = pathInTarget(target, piece.file);
  const there = await readStanding(target, piece.file);
  const { from } = piece;
  if (from.kind === 'text') {
    const sizeBytes = Buffer.byteLength(from.text);
    const same =
      there?.regular && there.sizeBytes === sizeBytes ? await hashStanding(path, signal) : null;
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
  const [sha256, thereSha256] = await Promise.all([
    hashSource(from.path, context),
    hashStanding(path, signal),
  ]);
  return { wanted: { ...wanted, sha256 }, standing: { sha256: thereSha256 } };
}

async function readSource(path: string, title: string): Promise<FileStamp> {
  const stamp = await readStamp(path).catch((error) => {
    throw fileMissing(title, path, error);
  });
  // a link in a library that came from elsewhere may lead to anything
  if (stamp?.regular !== true) throw fileMissing(title, path, undefined);
  return stamp;
}

async function hashSource(
  path: string,
  { title, signal }: Pick<ComparisonContext, 'title' | 'signal'>,
): Promise<string> {
  try {
    return await hashFile(path, signal);
  } catch (error) {
    throw isSystemError(error) ? fileMissing(title, path, error) : error;
  }
}

async function readStanding(target: PublishTarget, file: string): Promise<FileStamp | null> {
  try {
    return await readStamp(pathInTarget(target, file));
  } catch (error) {
    throw await targetError(error, target);
  }
}

/** null: it cannot be read. What is ours is then written anew, which says why if that cannot be either. */
async function hashStanding(path: string, signal: AbortSignal | undefined): Promise<string | null> {
  try {
    return await hashFile(path, signal);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

function sameStamp(there: FileStamp, source: FileStamp): boolean {
  return (
    there.regular &&
    there.sizeBytes === source.sizeBytes &&
    Math.abs(there.modifiedMs - source.modifiedMs) <= STAMP_TOLERANCE_MS
  );
}
