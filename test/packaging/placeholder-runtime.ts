import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What marks the fuses in Electron's binary; behind it stand a version, their number, and one digit for each. */
export const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = 9;

const FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'libffmpeg.so',
  'icudtl.dat',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'locales/en-US.pak',
];

/** A folder that electron-builder takes for Electron's runtime on Linux. */
export async function makePlaceholderRuntime(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  for (const name of FILES) await writeFile(join(folder, name), '');
  await writeFile(join(folder, 'version'), version);
  const fuses = Buffer.from([1, FUSE_COUNT]);
  const states = '1'.repeat(FUSE_COUNT);
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(FUSE_MARK), fuses, Buffer.from(states)]),
  );
  await chmod(join(folder, 'electron'), 0o755);
}

/** One digit for each fuse, in Electron's order. */
export function fusesIn(binary: Buffer): string {
  const at = binary.indexOf(FUSE_MARK) + FUSE_MARK.length;
  return binary.toString('latin1', at + 2, at + 2 + FUSE_COUNT);
}
