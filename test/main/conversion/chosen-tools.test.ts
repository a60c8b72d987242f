import { readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { isKnownPath } from '../../../main/electron/known-paths.ts';
import { createEngine, type Engine } from '../../../main/engine.ts';
import { clientOf } from '../../helpers/client-of.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

const running = new Set<Engine>();

afterEach(async () => {
  for (const engine of running) await engine.stop();
  running.clear();
});

/** A library as one user opens it. */
async function openAs(user: string, folder: TemporaryFolder) {
  for (const engine of running) await engine.stop();
  running.clear();
  const engine = await createEngine({
    libraryPath: folder.at('library'),
    host: 'browser',
    chosenToolsFile: folder.at(user, 'avlogue-tools.json'),
  });
  running.add(engine);
  const client = clientOf(engine);
  const chosen = async () => (await client.system.doctor()).ffmpeg.chosen;
  return { client, chosen, catalog: engine.catalog };
}

test('the FFmpeg that a library names runs for whoever chose it, and for nobody else', async () => {
  await using folder = await temporaryFolder();
  const own = folder.at('own ffmpeg');
  const runs = folder.at('runs');
  const count = async () => (await readFile(runs, 'utf8')).split('\n').length - 1;

  const anna = await openAs('anna', folder);
  const usual = await anna.chosen();
  await writeFile(runs, '');
  await writeFile(own, `#!/bin/sh\necho run >> '${runs}'\nexec '${usual}' "$@"\n`, { mode: 0o755 });
  await anna.client.system.updateSettings({ ffmpegPath: own });
  expect(await anna.chosen()).toBe(own);
  expect((await stat(folder.at('anna', 'avlogue-tools.json'))).mode & 0o077).toBe(0);

  const before = await count();
  const bert = await openAs('bert', folder);
  expect((await bert.client.system.settings()).ffmpegPath).toBe(own);
  expect(await bert.chosen()).toBe(usual);
  // the window asks before it lets the page set it
  expect(isKnownPath(bert.catalog, { path: own, use: 'run' })).toBe(false);
  await bert.client.system.updateSettings({ theme: 'dark' });
  expect(await count()).toBe(before);

  expect(await (await openAs('anna', folder)).chosen()).toBe(own);

  const again = await openAs('bert', folder);
  await again.client.system.updateSettings({ ffmpegPath: own });
  expect(await again.chosen()).toBe(own);
});

test('a list that cannot be read names nothing, and is written anew by the next choice', async () => {
  await using folder = await temporaryFolder();
  const { client, chosen } = await openAs('anna', folder);
  const path = await chosen();
  await client.system.updateSettings({ ffmpegPath: path });
  await writeFile(folder.at('anna', 'avlogue-tools.json'), '{"programs":');
  const torn = await openAs('anna', folder);
  expect(await torn.chosen()).toBe(path);
  await torn.client.system.updateSettings({ ffmpegPath: path });
  const text = await readFile(folder.at('anna', 'avlogue-tools.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ programs: [path] });
});
