import type { MediaKind } from '../../core/model/scalars.ts';
import { useLanguage } from '../texts/language.ts';

export interface KindListsProps<Entry> {
  readonly entries: readonly Entry[];
  /** Beside the heading. */
  readonly tools?: (kind: MediaKind) => React.ReactNode;
  readonly row: (entry: Entry) => React.ReactNode;
}

/** Video and audio are kept apart. */
export function KindLists<Entry extends { readonly kind: MediaKind }>(
  props: KindListsProps<Entry>,
) {
  const { entries, tools, row } = props;
  const { t } = useLanguage();
  return (['video', 'audio'] as const).map((kind) => (
    <section key={kind}>
      <header className="entries-head">
        <h2 className="section-title">{t.formats[kind]}</h2>
        {tools?.(kind)}
      </header>
      <ul className="jobs entries">{entries.filter((entry) => entry.kind === kind).map(row)}</ul>
    </section>
  ));
}
