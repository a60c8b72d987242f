import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Logger } from '../logger.ts';

/** electron-builder writes it into a package that was built with a feed (`publish` in electron-builder.yml). */
const FEED_FILE = 'app-update.yml';

/** Off without a feed: then nothing is loaded and nothing is ever asked of the network. */
export async function lookForUpdates(logger: Logger): Promise<void> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, FEED_FILE))) return;
  try {
    const { default: updater } = await import('electron-updater');
    await updater.autoUpdater.checkForUpdatesAndNotify();
  } catch (error) {
    logger.warn('Looking for updates failed.', error);
  }
}
