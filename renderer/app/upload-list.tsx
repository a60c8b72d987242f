import { ActionIcon, CloseButton, Progress } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { progressOfPaths } from '../state/import-progress.ts';
import { useActivity, useUploads } from '../state/stores.ts';
import { isOpen, type Upload } from '../state/uploads.ts';
import { useLanguage } from '../texts/language.ts';
import { UploadItem } from './upload-item.tsx';

/** The most rows drawn; a folder of thousands is counted, not listed. */
const SHOWN = 50;

/** What is being taken in, in a corner, until it is closed. Folded, it leaves room for what lies below it. */
export function UploadList() {
  const { t } = useLanguage();
  const items = useUploads((uploads) => uploads.items);
  const clear = useUploads((uploads) => uploads.clearFinished);
  const { finished, total } = useWholeProgress(items);
  const [isFolded, setFolded] = useState(false);
  if (items.length === 0) return null;
  const isBusy = items.some(({ state }) => isOpen(state));
  const refused = items.filter(({ state }) => state === 'refused').length;
  const shown = [...items].sort((one, other) => rank(one) - rank(other)).slice(0, SHOWN);
  return (
    <section className="uploads" aria-label={t.upload.title(total)}>
      <header className="uploads-head">
        <strong role="status">
          {isBusy ? t.upload.title(total) : t.upload.finished(items.length - refused)}
          {refused > 0 && <span className="tone-bad"> · {t.upload.refused(refused)}</span>}
        </strong>
        <span className="uploads-buttons">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={isFolded ? t.upload.unfold : t.upload.fold}
            aria-expanded={!isFolded}
            onClick={() => setFolded(!isFolded)}
          >
            {isFolded ? <IconChevronUp size={18} /> : <IconChevronDown size={18} />}
          </ActionIcon>
          {!isBusy && <CloseButton aria-label={t.upload.clear} onClick={clear} />}
        </span>
      </header>
      {isBusy && total > 1 && (
        <Progress
          value={(finished / total) * 100}
          size="xs"
          radius={0}
          aria-label={t.upload.title(total)}
        />
      )}
      {!isFolded && (
        <ul className="uploads-items">
          {shown.map((item) => (
            <UploadItem key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Over all rows; a batch counts with all files that the engine found in it. */
function useWholeProgress(items: readonly Upload[]) {
  const importing = useActivity((activity) => activity.importing);
  let [finished, total] = [0, 0];
  for (const item of items) {
    const batch = isOpen(item.state) ? progressOfPaths(importing, item.paths) : undefined;
    total += batch?.total ?? item.others + 1;
    if (!isOpen(item.state)) finished += 1;
    else if (batch !== undefined) finished += batch.finished;
    else if (item.paths.length === 0) finished += item.fraction;
  }
  return { finished, total };
}

function rank({ state }: Upload): number {
  return { refused: 0, sending: 1, waiting: 2, imported: 3, known: 3, captions: 3 }[state];
}
