import { rm, stat, truncate } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeClip } from '../../helpers/make-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue } from './run-avlogue.ts';

let folder: TemporaryFolder;
const run = (...args: readonly string[]) =>
  runAvlogue(args, { library: folder.at('library'), cwd: folder.path });

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder[Symbol.asyncDispose]());

/** Whole enough to be imported; its end is missing. */
async function makeCutClip(name: string): Promise<void> {
  const path = await makeClip(folder.at(name), { seconds: 4 });
  await truncate(path, Math.round((await stat(path)).size / 2));
}

describe('avlogue import --convert', () => {
  it('is refused before anything is imported while the queue is paused', async () => {
    await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    await run('queue', 'pause');
    const refused = await run('import', 'clip.mp4', '--convert');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('The queue is paused');
    expect(JSON.parse((await run('list', '--json')).stdout).total).toBe(0);
    expect((await run('import', 'clip.mp4')).status).toBe(0);
  });

  it('says why a conversion failed, to people and programs', async () => {
    await makeCutClip('cut.mkv');
    const failed = await run('import', 'cut.mkv', '--convert');
    expect(failed.status).toBe(1);
    expect(failed.stdout).toContain('1 file.');
    expect(failed.stdout).toMatch(/failed +Cut/);
    expect(failed.stdout).toContain('[conversion/master-damaged]');
    const again = await run('import', 'cut.mkv', '--convert', '--json');
    expect(again.status).toBe(1);
    const { results, jobs } = JSON.parse(again.stdout);
    expect(results).toMatchObject([{ outcome: 'unchanged' }]);
    expect(jobs).toMatchObject([
      { status: 'failed', error: { code: 'conversion/master-damaged' } },
    ]);
  });
});

describe('avlogue convert', () => {
  it('tells media that cannot be converted from those with nothing outstanding', async () => {
    await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    await run('import', 'clip.mp4', '--convert');
    const done = await run('convert', 'clip');
    expect(done).toMatchObject({ status: 0, stdout: '1 media has nothing outstanding.\n' });
    await rm(folder.at('clip.mp4'));
    expect((await run('convert', 'clip', '--force')).status).toBe(1);
    const away = await run('convert', 'clip');
    expect(away.status).toBe(1);
    expect(away.stdout).toContain(`Clip: Its master ${folder.at('clip.mp4')} is missing.`);
    expect(away.stdout).not.toContain('nothing outstanding');
    const json = await run('convert', 'clip', '--no-wait', '--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ skipped: [{ code: 'master-missing' }] });
  });
});
