import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useServices } from '../client/services.ts';
import { useRefusals } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';

/** Files that were found and not taken, with why and what can be done. */
export function RefusalList() {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const refusals = useRefusals().data ?? [];
  if (refusals.length === 0) return null;
  const retry = (ids: string[]) =>
    run(
      () => client.import.retryRefusals({ ids }),
      ({ results }) =>
        t.library.refusalRetried(
          results.filter(({ outcome }) => outcome !== 'refused').length,
          results.length,
        ),
    );
  const dismiss = (ids: string[]) => run(() => client.import.dismissRefusals({ ids }));
  return (
    <section className="refusals" aria-label={t.library.refusalsTitle}>
      <h2 className="section-title">{t.library.refusalsTitle}</h2>
      <ul>
        {refusals.map(({ id, path, error }) => (
          <li key={id} className="refusal">
            <IconAlertTriangle size={18} className="tone-bad" aria-hidden />
            <div className="refusal-text">
              <div className="refusal-path">{path}</div>
              <FailureNote failure={error} plain />
            </div>
            <Group gap={8} wrap="nowrap">
              <Button size="xs" variant="default" onClick={() => retry([id])}>
                {t.library.refusalRetry}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => dismiss([id])}>
                {t.library.refusalDismiss}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
