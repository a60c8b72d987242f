import { Anchor, Button, Group } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { Answer, Client } from '../client/create-client.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { useLanguage } from '../texts/language.ts';
import { LeftOut } from './left-out.tsx';

export interface PublishResultProps {
  readonly outcome: Answer<Client['publish']['run']>;
  readonly onDone: () => void;
}

/** What stands now, with its address, and what could not be published. */
export function PublishResult({ outcome, onDone }: PublishResultProps) {
  const { t } = useLanguage();
  return (
    <div className="form" role="status">
      {outcome.published.length > 0 && (
        <p className="sentence tone-ok">
          <IconCircleCheckFilled size={18} aria-hidden />
          {t.publish.done(outcome.published.length)}
        </p>
      )}
      <ul className="files">
        {outcome.published.map(({ mediaId, slug, folder, pageUrl }) => (
          <li key={mediaId}>
            <strong>{slug}</strong>
            <span className="file-path">{folder}</span>
            {/^https?:/.test(pageUrl) && (
              <Anchor href={pageUrl} target="_blank" rel="noreferrer">
                {t.publish.openPage}
              </Anchor>
            )}
            <CopyText text={folder} label={t.publish.copyPath} size="compact-xs" variant="subtle" />
          </li>
        ))}
      </ul>
      <LeftOut failed={outcome.failed} title={t.publish.failed(outcome.failed.length)} />
      <Group justify="flex-end">
        <Button onClick={onDone}>{t.app.close}</Button>
      </Group>
    </div>
  );
}
