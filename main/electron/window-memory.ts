import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Logger } from '../logger.ts';
import { type WindowPlace, windowPlaceSchema } from './window-place.ts';

/** Remembers the window's place between launches. Synchronous: it is written while the window closes. */
export interface WindowMemory {
  /** null at first, and when the file cannot be read: the usual place will do then. */
  recall(): WindowPlace | null;
  remember(place: WindowPlace): void;
}

export function createWindowMemory(file: string, logger: Logger): WindowMemory {
  return {
    recall() {
      try {
        return windowPlaceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch (error) {
        if (!isMissing(error)) logger.warn('The window’s last place could not be read.', error);
        return null;
      }
    },
    remember(place) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(place)}\n`);
      } catch (error) {
        logger.warn('The window’s place could not be kept.', error);
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
