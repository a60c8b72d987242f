import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Logger } from '../logger.ts';
import type { Texts } from './texts/en.ts';

/** electron-builder writes it into a package that was built with a feed (`publish` in electron-builder.yml). */
const FEED_FILE = 'app-update.yml';

/** Without it nothing is loaded and nothing is ever asked of the network. */
export function hasUpdateFeed(): boolean {
  return app.isPackaged && existsSync(join(process.resourcesPath, FEED_FILE));
}

export interface Updates {
  /** Looks once a launch, as soon as that is wanted. Never without a feed. */
  follow(isWanted: boolean): void;
}

export interface UpdateNeeds {
  readonly logger: Logger;
  readonly texts: () => Texts;
}

export function createUpdates({ logger, texts }: UpdateNeeds): Updates {
  let hasLooked = false;

  async function look(): Promise<void> {
    try {
      const { default: updater } = await import('electron-updater');
      await updater.autoUpdater.checkForUpdatesAndNotify(texts().update);
    } catch (error) {
      logger.warn('Looking for updates failed.', error);
    }
  }

  return {
    follow(isWanted) {
      if (!isWanted || hasLooked || !hasUpdateFeed()) return;
      hasLooked = true;
      void look();
    },
  };
}
