import type { MediaDetail } from '../../core/contract/media.ts';
import type { SnippetOptions } from '../../core/snippet/snippet-options.ts';

/** What every part of the embed options is handed. */
export interface EmbedOptionsProps {
  readonly media: MediaDetail;
  readonly options: SnippetOptions;
  readonly targetId: string | null;
  readonly onChange: (fields: Partial<SnippetOptions>) => void;
  readonly onTarget: (targetId: string | null) => void;
}
