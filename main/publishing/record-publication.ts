import type { Publication, PublishedFile } from '../../core/model/library.ts';
import { mergeFiles } from '../../core/publishing/publication-record.ts';
import type { Prepared, PublishingContext } from './prepare-publication.ts';
import type { StagedFile } from './stage-files.ts';

export async function recordPublication(
  files: readonly PublishedFile[],
  prepared: Prepared,
  context: PublishingContext,
): Promise<void> {
  const { slug } = prepared.media;
  const publishedAtMs = context.clock.now();
  await put({ slug, files, publishedAtMs }, prepared, context);
}

/** `publishedAtMs` 0: nothing that a visitor could be led to stands there yet. */
export async function recordIntent(
  staged: readonly StagedFile[],
  prepared: Prepared,
  context: PublishingContext,
): Promise<void> {
  const { media, standing, replaced, owned } = prepared;
  const files = mergeFiles(owned, staged);
  const sameNames = files.length === (standing?.files ?? []).length;
  if (standing !== undefined && replaced.length === 0 && sameNames) return;
  const slug = standing?.slug ?? media.slug;
  const times = [standing, ...replaced].map((each) => each?.publishedAtMs ?? 0);
  await put({ slug, files, publishedAtMs: Math.max(...times) }, prepared, context);
}

/** In one commit with the end of what it replaces. */
async function put(
  fields: Pick<Publication, 'slug' | 'files' | 'publishedAtMs'>,
  { id, media, replaced }: Prepared,
  { catalog, target, claims }: PublishingContext,
): Promise<void> {
  const record: Publication = { id, targetId: target.id, mediaId: media.id, ...fields };
  const ended = replaced.filter((each) => catalog.get('publications', each.id) !== undefined);
  await catalog.commit([
    { type: 'put', collection: 'publications', record },
    ...ended.map((each) => ({ type: 'remove', collection: 'publications', id: each.id }) as const),
  ]);
  claims.note(record);
}

/** What stands when the staged files have their names and the unwanted ones are gone. */
export function finalFiles(
  staged: readonly StagedFile[],
  { plan, wantedSha256 }: Prepared,
): readonly PublishedFile[] {
  const written = new Map(staged.map((file) => [file.file, file]));
  return plan.steps.flatMap(({ file, action, sizeBytes }) => {
    if (action === 'remove') return [];
    const sha256 = written.get(file)?.sha256 ?? wantedSha256.get(file) ?? '';
    return { file, sizeBytes: written.get(file)?.sizeBytes ?? sizeBytes, sha256 };
  });
}

/** Whether the catalog says just that already. */
export function sameFiles(
  standing: Publication | undefined,
  files: readonly PublishedFile[],
): boolean {
  const there = new Map(standing?.files.map(({ file, sha256 }) => [file, sha256]));
  return (
    standing !== undefined &&
    standing.publishedAtMs > 0 &&
    there.size === files.length &&
    files.every(({ file, sha256 }) => there.get(file) === sha256)
  );
}
