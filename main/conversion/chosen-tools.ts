import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Logger } from '../logger.ts';

const fileSchema = z.object({ programs: z.array(z.string()).readonly() });

/**
 * Programs that a person of this machine named. The settings travel with a library, which may come from a stranger:
 * what they name is not run until it was chosen here.
 */
export interface ChosenTools {
  has(path: string): Promise<boolean>;
  /** Where it cannot be kept, it holds as long as this process runs, and the log says so. */
  add(paths: readonly string[]): Promise<void>;
}

/** `file` belongs to the user and not to a library; null: nothing is kept. */
export function createChosenTools(file: string | null, logger: Logger): ChosenTools {
  const now = new Set<string>();

  async function keep(): Promise<void> {
    if (file === null) return;
    const programs = [...new Set([...(await readKept(file)), ...now])];
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomically(file, `${JSON.stringify({ programs }, null, 2)}\n`, { mode: 0o600 });
  }

  return {
    has: async (path) => now.has(path) || (await readKept(file)).includes(path),
    async add(paths) {
      for (const path of paths) now.add(path);
      try {
        await keep();
      } catch (error) {
        logger.warn(
          `${file} could not be written; the chosen FFmpeg is forgotten at the end.`,
          error,
        );
      }
    },
  };
}

/** Whatever cannot be read names nothing: then a program is chosen once more. */
async function readKept(file: string | null): Promise<readonly string[]> {
  if (file === null) return [];
  try {
    return fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).programs;
  } catch {
    return [];
  }
}
