import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryPathFor } from '../../../main/files/temporary-path.ts';
import { createImporter } from '../../../main/import/create-importer.ts';
import { startTestEngine } from '../../helpers/engine.ts';

test('on a disk whose clock is behind, a picture that is being made is left alone and what a crash left is not', async () => {
  await using engine = await startTestEngine({ started: false });
  const folders = [engine.paths.posters, join(engine.paths.captions, 'm1')];
  const left = folders.map((folder) => temporaryPathFor(join(folder, 'left')));
  const begun = folders.map((folder) => temporaryPathFor(join(folder, 'begun')));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const aMinuteAgo = Date.now() / 1000 - 60;
  for (const path of left) {
    await writeFile(path, 'half');
    await utimes(path, aMinuteAgo, aMinuteAgo);
  }
  // ours is ten minutes ahead of the disk's
  const importer = createImporter({ ...engine, clock: { now: () => Date.now() + 600_000 } });
  await importer.start();
  for (const path of begun) await writeFile(path, 'half');
  await importer.checkMasters();
  for (const path of begun) await expect(access(path)).resolves.toBeUndefined();
  for (const path of left) await expect(access(path)).rejects.toThrow('ENOENT');
  await importer.stop();
});
