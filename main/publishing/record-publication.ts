import type { Publication, PublishedFile } from '../../core/model/library.ts';
import type { Prepared, PublishingContext } from './prepare-publication.ts';
import type { StagedFile } from './stage-files.ts';

export async function recordPublication(
  files: readonly PublishedFile[],
  { id, media }: Prepared,
  { catalog, clock, target }: PublishingContext,
): Promise<void> {
  await catalog.commit([
    {
      type: 'put',
      collection: 'publications',
      record: {
        id,
        targetId: target.id,
        mediaId: media.id,
        slug: media.slug,
        files,
        publishedAtMs: clock.now(),
      },
    },
  ]);
}

/** `publishedAtMs` 0: nothing that a visitor could be led to stands there yet. */
export async function recordIntent(
  staged: readonly StagedFile[],
  { id, media, standing }: Prepared,
  { catalog, target }: PublishingContext,
): Promise<void> {
  const files = mergeFiles(standing?.files ?? [], staged);
  const sameNames = files.length === (standing?.files ?? []).length;
  if (standing !== undefined && sameNames) return;
  await catalog.commit([
    {
      type: 'put',
      collection: 'publications',
      record: {
        id,
        targetId: target.id,
        mediaId: media.id,
        slug: standing?.slug ?? media.slug,
        files,
        publishedAtMs: standing?.publishedAtMs ?? 0,
      },
    },
  ]);
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

/** The later record of a name counts. */
export function mergeFiles(
  first: readonly PublishedFile[],
  second: readonly PublishedFile[],
): readonly PublishedFile[] {
  const records = [...first, ...second].map(({ file, sizeBytes, sha256 }) => ({
    file,
    sizeBytes,
    sha256,
  }));
  return [...new Map(records.map((each) => [each.file, each])).values()];
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
