import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { errorCodeOf } from '../files/error-code-of.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

export const hostFileSchema = z.object({ url: z.string(), token: z.string(), pid: z.int() });
/** How the terminal reaches the process that owns a library. */
export type HostFile = Readonly<z.infer<typeof hostFileSchema>>;

/** Readable by its owner only: whoever knows the token may do everything. */
export async function writeHostFile(path: string, host: HostFile): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify(host, null, 2)}\n`, { mode: 0o600 });
}

/** null when no host says that it serves this library. */
export async function readHostFile(path: string): Promise<HostFile | null> {
  try {
    const parsed = hostFileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Leaves the file of another host alone, which has taken over since. */
export async function removeHostFile(path: string, host: HostFile): Promise<void> {
  const standing = await readHostFile(path);
  if (standing?.token === host.token && standing.url === host.url) await rm(path, { force: true });
}
