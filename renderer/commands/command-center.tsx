import { useFileDialog } from '@mantine/hooks';
import { ACCEPTED_FILES } from '../app/accepted-files.ts';
import { useDialogs, useStores } from '../state/stores.ts';
import { CommandPalette } from './command-palette.tsx';
import { useDeeds } from './use-deeds.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Where all commands come together: the keys that run them and the palette that lists them. */
export function CommandCenter() {
  const { uploads } = useStores();
  const { open: chooseFiles } = useFileDialog({
    multiple: true,
    accept: ACCEPTED_FILES,
    resetOnOpen: true,
    onChange: (files) => uploads.getState().add([...(files ?? [])]),
  });
  const deeds = useDeeds(chooseFiles);
  useShortcuts(deeds);
  const open = useDialogs((dialogs) => dialogs.open?.kind === 'palette');
  return open ? <CommandPalette deeds={deeds} /> : null;
}
