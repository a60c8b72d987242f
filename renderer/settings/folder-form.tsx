import { Button, Group, MultiSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import { useServices } from '../client/services.ts';
import { useFormatSets, useWatchFolders } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { PathInput } from '../parts/path-input.tsx';
import { useLanguage } from '../texts/language.ts';

export interface FolderFormProps {
  readonly folderId: string | null;
  readonly onDone: () => void;
}

/** A watched folder: its place, and what is done with what arrives. */
export function FolderForm({ folderId, onDone }: FolderFormProps) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const sets = useFormatSets().data ?? [];
  const known = useWatchFolders().data?.find(({ id }) => id === folderId);
  const [path, setPath] = useState(known?.path ?? '');
  const [recursive, setRecursive] = useState(known?.recursive ?? true);
  const [convert, setConvert] = useState(known?.convert ?? true);
  const [poll, setPoll] = useState(known?.polling === 'always');
  const [setIds, setSetIds] = useState<string[]>([...(known?.formatSetIds ?? [])]);
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const saved = await run(
      () =>
        client.import.saveWatchFolder({
          id: folderId,
          path: path.trim(),
          recursive,
          convert,
          enabled: known?.enabled ?? true,
          polling: poll ? 'always' : 'auto',
          pollSeconds: known?.pollSeconds ?? 10,
          formatSetIds: setIds,
        }),
      () => (known?.enabled === false ? t.details.saved : t.settings.folderSaved),
    );
    if (saved) onDone();
  };
  return (
    <form className="form" onSubmit={save}>
      <PathInput
        label={t.settings.folderPath}
        description={t.settings.foldersHint}
        choice="folder"
        autoFocus
        value={path}
        onChange={setPath}
      />
      <Switch
        label={t.settings.folderRecursive}
        checked={recursive}
        onChange={(event) => setRecursive(event.currentTarget.checked)}
      />
      <Switch
        label={t.settings.folderConvert}
        checked={convert}
        onChange={(event) => setConvert(event.currentTarget.checked)}
      />
      <Switch
        label={t.settings.folderPolling}
        checked={poll}
        onChange={(event) => setPoll(event.currentTarget.checked)}
      />
      <MultiSelect
        label={t.settings.folderSets}
        description={t.settings.folderSetsHint}
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        value={setIds}
        onChange={setSetIds}
        clearable
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t.app.cancel}
        </Button>
        <Button type="submit" disabled={path.trim() === ''}>
          {t.app.save}
        </Button>
      </Group>
    </form>
  );
}
