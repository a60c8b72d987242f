import { access, chmod, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { findBinaries } from '../../../main/conversion/binaries.ts';
import { outsideArchive } from '../../../main/conversion/outside-archive.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

const isChosen = async () => true;
const UNSET = { ffmpegPath: null, ffprobePath: null, isChosen };

/** A program that answers like an FFmpeg of this version. */
async function fakeTool(
  folder: TemporaryFolder,
  name: string,
  version: string,
  encoders = ' V....D libx264  H.264',
): Promise<string> {
  const path = folder.at(name);
  const tool = name.includes('probe') ? 'ffprobe' : 'ffmpeg';
  await writeFile(
    path,
    `#!/bin/sh
case "$*" in
  *-version*) echo "${tool} version ${version} Copyright" ;;
  *-encoders*) echo "${encoders}" ;;
  *-filters*) echo " TSC scale  V->V  Scale" ;;
  *-codecs*) echo " DEV.LS h264  H.264" ;;
esac
`,
  );
  await chmod(path, 0o755);
  return path;
}

test('the FFmpeg of this machine is found with what it can do', async () => {
  const found = await findBinaries({ ...UNSET, environment: process.env });
  expect(found.ffmpeg.chosen).not.toBeNull();
  expect(found.ffprobe.chosen).not.toBeNull();
  expect(found.encoders.has('libx264')).toBe(true);
  expect(found.filters.has('scale')).toBe(true);
  expect(found.decodable.has('h264')).toBe(true);
  expect(found.ffmpeg.candidates.filter(({ reason }) => reason.startsWith('Used'))).toHaveLength(1);
});

test('a path that is set wins over a newer one, the setting over the environment', async () => {
  await using folder = await temporaryFolder();
  const set = await fakeTool(folder, 'set-ffmpeg', '4.4.1');
  const named = await fakeTool(folder, 'named-ffmpeg', '9.0');
  const { ffmpeg } = await findBinaries({
    isChosen,
    ffmpegPath: set,
    ffprobePath: null,
    environment: { FFMPEG_PATH: named, PATH: '' },
  });
  expect(ffmpeg).toMatchObject({ chosen: set, version: '4.4.1' });
  expect(ffmpeg.candidates[0]).toMatchObject({
    source: 'setting',
    works: true,
    reason: 'Used: its path is set in the settings.',
  });
  expect(ffmpeg.candidates[1]).toMatchObject({
    source: 'environment',
    reason: 'Not used: another path is set.',
  });
  const second = await findBinaries({ ...UNSET, environment: { FFMPEG_PATH: named, PATH: '' } });
  expect(second.ffmpeg).toMatchObject({ chosen: named, version: '9.0' });
});

test('a path that no system can have is a program that does not work', async () => {
  const { ffmpeg } = await findBinaries({
    ...UNSET,
    ffmpegPath: '/usr/bin/ff\0mpeg',
    environment: process.env,
  });
  expect(ffmpeg.chosen).not.toBeNull();
  expect(ffmpeg.candidates[0]).toMatchObject({ works: false, code: 'not-started' });
});

test('a path that nobody here chose is not run, and hides no other name of the same file', async () => {
  await using folder = await temporaryFolder();
  const marker = folder.at('was-run');
  const foreign = folder.at('foreign');
  await writeFile(foreign, `#!/bin/sh\ntouch '${marker}'\necho ffmpeg version 99`, { mode: 0o755 });
  const { ffmpeg: ours } = await findBinaries({ ...UNSET, environment: process.env });
  const { ffmpeg, ffprobe } = await findBinaries({
    ffmpegPath: foreign,
    ffprobePath: foreign,
    isChosen: async () => false,
    environment: process.env,
  });
  expect(ffmpeg.chosen).toBe(ours.chosen);
  expect(ffmpeg.candidates).toContainEqual(
    expect.objectContaining({ path: foreign, works: false, code: 'not-chosen' }),
  );
  expect(ffprobe.candidates.at(-1)).toMatchObject({ path: foreign, code: 'not-chosen' });
  await expect(access(marker)).rejects.toMatchObject({ code: 'ENOENT' });
  const same = await findBinaries({
    ...UNSET,
    ffmpegPath: ours.chosen,
    isChosen: async () => false,
    environment: process.env,
  });
  expect(same.ffmpeg).toEqual(ours);
});

test('a set path that does not work is reported and another is used', async () => {
  await using folder = await temporaryFolder();
  const plain = folder.at('plain-file');
  await writeFile(plain, 'text');
  const liar = await fakeTool(folder, 'liar', '');
  const found = await findBinaries({
    isChosen,
    ffmpegPath: folder.at('missing'),
    ffprobePath: liar,
    environment: { ...process.env, FFMPEG_PATH: plain },
  });
  expect(found.ffmpeg.candidates.slice(0, 2)).toMatchObject([
    {
      source: 'setting',
      works: false,
      version: null,
      reason: 'Does not work: there is no such file.',
    },
    { source: 'environment', works: false, reason: 'Does not work: it may not be executed.' },
  ]);
  expect(found.ffmpeg.chosen).not.toBeNull();
  expect(found.ffprobe.candidates[0]?.works).toBe(false);
});

test('of several on the system the newest is used', async () => {
  await using older = await temporaryFolder();
  await using newer = await temporaryFolder();
  await fakeTool(older, 'ffmpeg', '8.0');
  const newest = await fakeTool(newer, 'ffmpeg', '10.1');
  const { ffmpeg } = await findBinaries({
    ...UNSET,
    environment: { PATH: `${older.path}:${newer.path}` },
  });
  expect(ffmpeg.chosen).toBe(newest);
  expect(ffmpeg.candidates.find(({ path }) => path.startsWith(older.path))?.reason).toBe(
    'Not used: it is not the newest.',
  );
});

test('an FFmpeg that lists no encoders is not used', async () => {
  await using folder = await temporaryFolder();
  const set = await fakeTool(folder, 'ffmpeg', '99.0', 'nothing');
  const { ffmpeg, encoders } = await findBinaries({
    ...UNSET,
    ffmpegPath: set,
    environment: process.env,
  });
  expect(ffmpeg.candidates[0]).toMatchObject({
    works: false,
    reason: 'Does not work: it does not list its encoders.',
  });
  expect(ffmpeg.chosen).not.toBe(set);
  expect(encoders.size).toBeGreaterThan(0);
});

test('an ffprobe older than ffmpeg is the last resort', async () => {
  await using folder = await temporaryFolder();
  const ffmpegPath = await fakeTool(folder, 'ffmpeg', '5.1');
  await fakeTool(folder, 'ffprobe', '5.0.2');
  const { ffprobe } = await findBinaries({
    isChosen,
    ffmpegPath,
    ffprobePath: null,
    environment: { PATH: folder.path },
  });
  const bundled = ffprobe.candidates.find(({ source }) => source === 'ffprobe-static');
  expect(bundled).toMatchObject({ works: true, reason: 'Not used: it is older than ffmpeg 5.' });
  expect(ffprobe.chosen).not.toBe(bundled?.path);
});

test('an old ffprobe is used, and said to be old, when its path is set', async () => {
  const old: unknown = createRequire(import.meta.url)('ffprobe-static');
  const ffprobePath = (old as { path: string }).path;
  const { ffprobe } = await findBinaries({
    isChosen,
    ffmpegPath: null,
    ffprobePath,
    environment: process.env,
  });
  expect(ffprobe.chosen).toBe(ffprobePath);
  expect(ffprobe.candidates[0]?.reason).toMatch(
    /^Used: its path is set in the settings, though older than ffmpeg \d/,
  );
});

test('files in an Electron archive are looked for beside it', () => {
  expect(outsideArchive('/opt/AVlogue/resources/app.asar/node_modules/ffmpeg-static/ffmpeg')).toBe(
    '/opt/AVlogue/resources/app.asar.unpacked/node_modules/ffmpeg-static/ffmpeg',
  );
  expect(outsideArchive('C:\\AVlogue\\resources\\app.asar\\x.js')).toBe(
    'C:\\AVlogue\\resources\\app.asar.unpacked\\x.js',
  );
  expect(outsideArchive('/home/me/app.asar.unpacked/x')).toBe('/home/me/app.asar.unpacked/x');
});
