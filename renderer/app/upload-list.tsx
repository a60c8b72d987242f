import { ActionIcon, Anchor, CloseButton, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { FailureNote } from '../parts/failure-note.tsx';
import { buildHash } from '../state/route.ts';
import { useUploads } from '../state/stores.ts';
import { isOpen, type Upload } from '../state/uploads.ts';
import { useLanguage } from '../texts/language.ts';

/** The most rows drawn; a folder of thousands is counted, not listed. */
const SHOWN = 50;

/** What is being copied in, in a corner, until it is closed. */
export function UploadList() {
  const { t } = useLanguage();
  const items = useUploads((uploads) => uploads.items);
  const clear = useUploads((uploads) => uploads.clearFinished);
  if (items.length === 0) return null;
  const open = items.filter(({ state }) => isOpen(state)).length;
  const refused = items.filter(({ state }) => state === 'refused').length;
  const shown = [...items].sort((one, other) => rank(one) - rank(other)).slice(0, SHOWN);
  return (
    <section className="uploads" aria-label={t.upload.title(items.length)}>
      <header className="uploads-head">
        <strong role="status">
          {open > 0 ? t.upload.title(open) : t.upload.finished(items.length - refused)}
          {refused > 0 && <span className="tone-bad"> · {t.upload.refused(refused)}</span>}
        </strong>
        {open === 0 && <CloseButton aria-label={t.upload.clear} onClick={clear} />}
      </header>
      <ul className="uploads-items">
        {shown.map((item) => (
          <UploadItem key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function rank({ state }: Upload): number {
  return { refused: 0, sending: 1, waiting: 2, imported: 3, known: 3 }[state];
}

function UploadItem({ item }: { readonly item: Upload }) {
  const { t, figures } = useLanguage();
  const cancel = useUploads((uploads) => uploads.cancel);
  return (
    <li className="upload">
      <div className="upload-line">
        {item.state === 'refused' && (
          <IconAlertTriangle size={16} className="tone-bad" aria-hidden />
        )}
        {!isOpen(item.state) && item.state !== 'refused' && (
          <IconCircleCheck size={16} className="tone-ok" aria-hidden />
        )}
        <span className="upload-name">{item.name}</span>
        <span className="upload-state">
          {item.mediaId === null ? (
            stateWords(item, t.upload, figures.percent)
          ) : (
            <>
              {item.state === 'known' ? t.upload.known : t.upload.imported}{' '}
              <Anchor href={buildHash({ view: 'media', mediaId: item.mediaId })}>
                {t.upload.open}
              </Anchor>
            </>
          )}
        </span>
        {isOpen(item.state) && (
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
      {item.state === 'sending' && (
        <Progress value={item.fraction * 100} size="xs" aria-label={item.name} />
      )}
      {item.failure !== null && <FailureNote failure={item.failure} plain />}
    </li>
  );
}

function stateWords(
  { state, fraction }: Upload,
  words: { readonly waiting: string; readonly sending: string; readonly looking: string },
  percent: (fraction: number) => string,
): string {
  if (state === 'waiting') return words.waiting;
  if (state !== 'sending') return '';
  return fraction >= 1 ? words.looking : `${words.sending} ${percent(fraction)}`;
}
