import { Button, Group } from '@mantine/core';
import { IconFolderPlus, IconUpload } from '@tabler/icons-react';
import { useChooseFiles } from '../data/use-choose-files.ts';
import { useDialogs } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { FirstStartPicture } from './first-start-picture.tsx';

/** An empty library: one calm panel that says how it begins and what will happen. */
export function FirstStart() {
  const { t } = useLanguage();
  const show = useDialogs((dialogs) => dialogs.show);
  const open = useChooseFiles();
  return (
    <div className="first">
      <div className="first-panel">
        <FirstStartPicture />
        <h1 className="first-title">{t.library.emptyTitle}</h1>
        <Group justify="center" gap={8}>
          <Button size="md" leftSection={<IconUpload size={18} />} onClick={open}>
            {t.library.chooseFiles}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconFolderPlus size={18} />}
            onClick={() => show({ kind: 'watch-folder', folderId: null })}
          >
            {t.library.watchFolder}
          </Button>
        </Group>
        <ol className="first-steps">
          {t.library.emptySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="first-note">{t.library.emptyNote}</p>
      </div>
    </div>
  );
}
