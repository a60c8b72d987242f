import { ActionIcon, Anchor, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { FailureNote } from '../parts/failure-note.tsx';
import { progressOfPaths } from '../state/import-progress.ts';
import { buildHash } from '../state/route.ts';
import { useActivity, useUploads } from '../state/stores.ts';
import { isOpen, type Upload } from '../state/uploads.ts';
import type { Texts } from '../texts/en.ts';
import { useLanguage } from '../texts/language.ts';

/** A file that is copied in, or a batch that is read where it lies. */
export function UploadItem({ item }: { readonly item: Upload }) {
  const { t } = useLanguage();
  const cancel = useUploads((uploads) => uploads.cancel);
  const isCopied = item.paths.length === 0;
  return (
    <li className="upload">
      <div className="upload-line">
        <StateIcon state={item.state} />
        <span className="upload-name">
          {item.others === 0 ? item.name : t.upload.together(item.name, item.others)}
        </span>
        <span className="upload-state">
          {item.mediaId === null ? (
            <Waiting item={item} />
          ) : (
            <>
              {wordsOf(item.state, t)}{' '}
              <Anchor href={buildHash({ view: 'media', mediaId: item.mediaId })}>
                {t.upload.open}
              </Anchor>
            </>
          )}
        </span>
        {isOpen(item.state) && isCopied && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`${t.upload.cancel}: ${item.name}`}
            onClick={() => cancel(item.id)}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {item.state === 'sending' && isCopied && (
        <Progress value={item.fraction * 100} size="xs" aria-label={item.name} />
      )}
      {item.failure !== null && <FailureNote failure={item.failure} plain />}
    </li>
  );
}

function wordsOf(state: Upload['state'], t: Texts): string {
  if (state === 'captions') return t.upload.captions;
  return state === 'known' ? t.upload.known : t.upload.imported;
}

function StateIcon({ state }: Pick<Upload, 'state'>) {
  if (state === 'refused') return <IconAlertTriangle size={16} className="tone-bad" aria-hidden />;
  if (isOpen(state)) return null;
  return <IconCircleCheck size={16} className="tone-ok" aria-hidden />;
}

function Waiting({ item: { state, fraction, paths } }: { readonly item: Upload }) {
  const { t, figures } = useLanguage();
  const batch = useActivity(({ importing }) => progressOfPaths(importing, paths));
  if (state === 'waiting') return t.upload.waiting;
  if (state !== 'sending') return null;
  if (batch !== undefined && batch.total > 1) {
    return t.upload.lookingAt(batch.finished, batch.total);
  }
  return fraction >= 1 ? t.upload.looking : `${t.upload.sending} ${figures.percent(fraction)}`;
}
