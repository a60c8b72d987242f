import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { PathInput } from '../parts/path-input.tsx';
import { useLanguage } from '../texts/language.ts';

/** For files that the engine's machine has already, where uploading would only copy them. */
export function ImportPathForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const [path, setPath] = useState('');
  const [running, setRunning] = useState(false);
  const start = async (event: React.FormEvent) => {
    event.preventDefault();
    setRunning(true);
    const done = await run(
      () => client.import.paths({ paths: [path.trim()] }),
      ({ results }) => {
        const refused = results.filter(({ outcome }) => outcome === 'refused').length;
        return t.settings.imported(results.length - refused, refused);
      },
    );
    setRunning(false);
    if (done) onDone();
  };
  return (
    <form className="form" onSubmit={start}>
      <PathInput
        label={t.settings.importPath}
        description={t.settings.importHint}
        choice="folder"
        autoFocus
        value={path}
        onChange={setPath}
      />
      {running && <Busy>{t.settings.importRunning}</Busy>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {running ? t.app.close : t.app.cancel}
        </Button>
        <Button type="submit" disabled={running || path.trim() === ''}>
          {t.settings.importRun}
        </Button>
      </Group>
    </form>
  );
}
