import { Button, Group } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import type { Answer, Client } from '../client/create-client.ts';
import { useServices } from '../client/services.ts';
import { useWatchFolders } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { useDialogs } from '../state/stores.ts';
import { explainNotice } from '../texts/explain-system.ts';
import { useLanguage } from '../texts/language.ts';

type Folder = Answer<Client['import']['watchFolders']>[number];

export function FolderList() {
  const language = useLanguage();
  const { t } = language;
  const { client } = useServices();
  const run = useAction();
  const show = useDialogs((dialogs) => dialogs.show);
  const folders = useWatchFolders().data ?? [];
  return (
    <section className="settings-section">
      <h2 className="section-title">{t.settings.folders}</h2>
      <p className="hint">{t.settings.foldersHint}</p>
      {folders.length > 0 && (
        <ul className="jobs">
          {folders.map((folder) => (
            <li key={folder.id} className="job">
              <div className="job-head">
                <span className="job-title file-path">{folder.path}</span>
                <span className={folder.state === 'unreachable' ? 'tone-bad' : 'hint'}>
                  {t.settings.folderState[folder.state]} ·{' '}
                  {t.settings.folderMedia(folder.mediaCount)}
                </span>
                <Group gap={4} className="folder-buttons">
                  <PauseFolder folder={folder} />
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => show({ kind: 'watch-folder', folderId: folder.id })}
                  >
                    {t.publish.edit}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    onClick={() =>
                      run(
                        () => client.import.removeWatchFolder({ id: folder.id }),
                        () => t.settings.folderRemoved,
                      )
                    }
                  >
                    {t.settings.folderRemove}
                  </Button>
                </Group>
              </div>
              {folder.notice !== null && (
                <p className="hint">{explainNotice(folder.notice, language)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        leftSection={<IconFolderPlus size={16} />}
        onClick={() => show({ kind: 'watch-folder', folderId: null })}
      >
        {t.settings.addFolder}
      </Button>
    </section>
  );
}

/** Nothing is lost by it: what came meanwhile is found when watching goes on. */
function PauseFolder({ folder }: { readonly folder: Folder }) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const {
    state: _state,
    message: _message,
    notice: _notice,
    mediaCount: _count,
    ...saved
  } = folder;
  const { createdAtMs: _at, enabled, ...fields } = saved;
  const word = enabled ? t.settings.folderPause : t.settings.folderGoOn;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${word}: ${folder.path}`}
      onClick={() =>
        run(
          () => client.import.saveWatchFolder({ ...fields, enabled: !enabled }),
          () => (enabled ? t.settings.folderPaused : t.settings.folderGoesOn),
        )
      }
    >
      {word}
    </Button>
  );
}
