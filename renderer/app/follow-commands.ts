import type { DesktopBridge, DesktopCommand } from '../../core/desktop/bridge.ts';
import { HOME, type Route } from '../state/route.ts';
import type { Stores } from '../state/stores.ts';
import { goTo } from '../state/use-route.ts';

const ROUTES: Readonly<Record<Exclude<DesktopCommand, 'find' | 'shortcuts'>, Route>> = {
  library: HOME,
  queue: { view: 'queue' },
  publish: { view: 'publish', targetId: null },
  formats: { view: 'formats', tab: 'formats' },
  settings: { view: 'settings' },
};

/** Does what the menu bar of the desktop window asks for. */
export function followCommands(desktop: DesktopBridge, stores: Stores): () => void {
  return desktop.onCommand((command) => {
    if (command === 'shortcuts') stores.dialogs.getState().show({ kind: 'shortcuts' });
    else if (command === 'find') document.getElementById('search')?.focus();
    else goTo(ROUTES[command]);
  });
}
