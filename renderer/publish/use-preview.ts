import { useQuery } from '../client/use-query.ts';

export interface PreviewWishes {
  readonly targetId: string;
  readonly mediaIds: readonly string[];
}

/** What publishing would do; the dialog and its list share one answer. */
export function usePreview({ targetId, mediaIds }: PreviewWishes) {
  return useQuery({
    key: `preview/${targetId}/${mediaIds.join()}`,
    tags: ['publications', 'publishTargets', 'media'],
    load: (client) => client.publish.preview({ targetId, mediaIds: [...mediaIds] }),
  });
}
