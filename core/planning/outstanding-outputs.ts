import type { Media, Rendition } from '../model/media.ts';
import type { Output, Plan } from '../model/plan.ts';

export type Planned = Media['planned'][number];

/** What a plan wants made, as it is kept with the media. */
export function plannedOf(plan: Plan): readonly Planned[] {
  return outputsOf(plan).map(({ formatId, fingerprint }) => ({ formatId, fingerprint }));
}

export function outputsOf(plan: Plan): readonly Output[] {
  return plan.formats.flatMap(({ output }) => output ?? []);
}

/** Whether a rendition is what would be made today from the master as it is today. */
export function isCurrent(
  rendition: Rendition,
  planned: readonly Planned[],
  masterSha256: string,
): boolean {
  return (
    rendition.masterSha256 === masterSha256 &&
    planned.some(
      ({ formatId, fingerprint }) =>
        formatId === rendition.formatId && fingerprint === rendition.recipeFingerprint,
    )
  );
}

/** The plan's outputs that no standing rendition satisfies, in the groups and order of running. */
export function outstandingGroups(
  plan: Plan,
  media: Pick<Media, 'renditions' | 'master'>,
): readonly (readonly Output[])[] {
  const outputs = new Map(outputsOf(plan).map((output) => [output.formatId, output]));
  return plan.groups
    .map((group) =>
      group.flatMap((formatId) => {
        const output = outputs.get(formatId);
        return output === undefined || stands(output, media) ? [] : [output];
      }),
    )
    .filter((group) => group.length > 0);
}

function stands(output: Output, { renditions, master }: Pick<Media, 'renditions' | 'master'>) {
  const planned = [{ formatId: output.formatId, fingerprint: output.fingerprint }];
  return renditions.some((rendition) => isCurrent(rendition, planned, master.sha256));
}
