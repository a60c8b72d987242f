import type { z } from 'zod';
import type { publishStepSchema } from '../contract/publish.ts';
import type { PublishedFile } from '../model/library.ts';

export type PublishStep = Readonly<z.infer<typeof publishStepSchema>>;

/** A file that shall stand in the target. */
export interface WantedFile {
  /** Relative to the target's root, with `/`. */
  readonly file: string;
  readonly sizeBytes: number;
  /** null: not what stands there, and not read yet. */
  readonly sha256: string | null;
}

export interface PublicationState {
  /** In the order in which they are put in place. */
  readonly wanted: readonly WantedFile[];
  /** What the catalog says that AVlogue put there. */
  readonly recorded: readonly PublishedFile[];
  /** Names of wanted and recorded files that exist; the value is null where it is not what was recorded. */
  readonly standing: ReadonlyMap<string, { readonly sha256: string | null }>;
}

export interface PublicationPlan {
  readonly steps: readonly PublishStep[];
  /** Wanted names under which something stands that AVlogue did not put there. */
  readonly foreign: readonly string[];
}

/** What publishing has to do, file by file: removals last. */
export function planPublication({ wanted, recorded, standing }: PublicationState): PublicationPlan {
  const ours = new Set(recorded.map(({ file }) => file));
  const names = new Set(wanted.map(({ file }) => file));
  const put = wanted.map(({ file, sizeBytes, sha256 }): PublishStep => {
    const there = standing.get(file);
    if (there === undefined) return { file, action: 'add', sizeBytes };
    const same = sha256 !== null && there.sha256 === sha256;
    return { file, action: same ? 'keep' : 'replace', sizeBytes };
  });
  const gone = recorded
    .filter(({ file }) => !names.has(file) && standing.has(file))
    .map(({ file, sizeBytes }): PublishStep => ({ file, action: 'remove', sizeBytes }));
  return {
    steps: [...put, ...gone],
    foreign: put
      .filter(({ file, action }) => action === 'replace' && !ours.has(file))
      .map(({ file }) => file),
  };
}

export function bytesToWrite(steps: readonly PublishStep[]): number {
  return steps
    .filter(({ action }) => action === 'add' || action === 'replace')
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
