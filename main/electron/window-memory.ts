import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { settingsSchema } from '../../core/model/library.ts';
import type { Logger } from '../logger.ts';
import { windowPlaceSchema } from './window-place.ts';

/** The theme is in the settings too, but they can be read only when the library is open. */
const rememberedSchema = windowPlaceSchema.extend({
  theme: settingsSchema.shape.theme.default('system'),
});

export type RememberedWindow = Readonly<z.infer<typeof rememberedSchema>>;

/** Remembers the window's place and theme between launches. Synchronous: it is written while the window closes. */
export interface WindowMemory {
  /** null at first, and when the file cannot be read: the usual place will do then. */
  recall(): RememberedWindow | null;
  remember(window: RememberedWindow): void;
}

export function createWindowMemory(file: string, logger: Logger): WindowMemory {
  return {
    recall() {
      try {
        return rememberedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch (error) {
        if (!isMissing(error)) logger.warn('The window’s last place could not be read.', error);
        return null;
      }
    },
    remember(window) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(window)}\n`);
      } catch (error) {
        logger.warn('The window’s place could not be kept.', error);
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
