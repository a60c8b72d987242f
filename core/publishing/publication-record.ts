import type { PublishedFile } from '../model/library.ts';

export function publicationId(targetId: string, mediaId: string): string {
  return `${targetId}.${mediaId}`;
}

/** The later record of a name counts. */
export function mergeFiles(
  ...lists: readonly (readonly PublishedFile[])[]
): readonly PublishedFile[] {
  const records = lists.flat().map(({ file, sizeBytes, sha256 }) => ({
    file,
    sizeBytes,
    sha256,
  }));
  return [...new Map(records.map((each) => [each.file, each])).values()];
}
