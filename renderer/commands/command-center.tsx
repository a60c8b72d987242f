import { useChooseFiles } from '../data/use-choose-files.ts';
import { useDialogs } from '../state/stores.ts';
import { CommandPalette } from './command-palette.tsx';
import { useDeeds } from './use-deeds.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Where all commands come together: the keys that run them and the palette that lists them. */
export function CommandCenter() {
  const chooseFiles = useChooseFiles();
  const deeds = useDeeds(chooseFiles);
  useShortcuts(deeds);
  const open = useDialogs((dialogs) => dialogs.open?.kind === 'palette');
  return open ? <CommandPalette deeds={deeds} /> : null;
}
