import { Button } from '@mantine/core';
import { IconFolderShare } from '@tabler/icons-react';
import type { Place } from '../../core/desktop/bridge.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

export interface ShowPlaceProps {
  readonly place: Place;
  readonly label?: string;
  /** For a list of many. */
  readonly small?: boolean;
}

/** Shows a file or folder in the system's file manager; nothing in a browser, which has none. */
export function ShowPlace({ place, label, small = false }: ShowPlaceProps) {
  const { t } = useLanguage();
  const { desktop } = useServices();
  const run = useAction();
  if (desktop === null) return null;
  return (
    <Button
      size={small ? 'compact-xs' : 'xs'}
      variant={small ? 'subtle' : 'default'}
      leftSection={small ? null : <IconFolderShare size={14} />}
      onClick={() => run(() => desktop.show(place))}
    >
      {label ?? t.app.showInFolder}
    </Button>
  );
}
