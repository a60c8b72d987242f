import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../../helpers/make-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue } from './run-avlogue.ts';

let folder: TemporaryFolder;
const run = (...args: readonly string[]) =>
  runAvlogue(args, { library: folder.at('library'), cwd: folder.path });

async function targetPaths(): Promise<readonly string[]> {
  const { targets } = JSON.parse((await run('targets', '--json')).stdout);
  return targets.map(({ path }: { readonly path: string }) => path);
}

beforeAll(async () => {
  folder = await temporaryFolder();
  await makeClip(folder.at('clip.mp4'), { seconds: 1 });
  const made = await run('make', 'clip.mp4', '--to', 'site');
  expect(made.status, made.stderr).toBe(0);
});
afterAll(() => folder[Symbol.asyncDispose]());

describe('avlogue publish', () => {
  it('shows what would be in a folder that is new, and keeps nothing of it', async () => {
    const args = ['publish', 'clip', '--to', 'new-site', '--base-url', 'https://example.org/av'];
    const preview = await run(...args, '--dry-run', '--json');
    expect(preview.status, preview.stderr).toBe(0);
    const { steps } = JSON.parse(preview.stdout);
    expect(steps.map(({ action }: { readonly action: string }) => action)).not.toContain('keep');
    expect(steps).toContainEqual(
      expect.objectContaining({ file: 'media/clip/embed.html', action: 'add' }),
    );
    expect(await targetPaths()).toEqual([folder.at('site')]);
    expect(existsSync(folder.at('new-site'))).toBe(false);
  });

  it('is told with the media', async () => {
    const { publications } = JSON.parse((await run('show', 'clip', '--json')).stdout);
    const inSite = folder.at('site', 'media', 'clip');
    expect(publications).toMatchObject([{ folder: inSite }]);
    expect((await run('show', 'clip')).stdout).toContain(` in ${inSite}\n`);
  });

  it('takes media out of known folders only, and never together with a dry run', async () => {
    const typo = await run('publish', 'clip', '--to', 'stie', '--remove');
    expect(typo.status).toBe(2);
    expect(typo.stderr).toContain('[catalog/not-found]');
    expect(await targetPaths()).toEqual([folder.at('site')]);
    const both = await run('publish', 'clip', '--to', 'site', '--remove', '--dry-run');
    expect(both.status).toBe(2);
    expect(existsSync(folder.at('site', 'media', 'clip'))).toBe(true);
    const removed = await run('publish', 'clip', '--to', 'site', '--remove');
    expect(removed).toMatchObject({ status: 0, stdout: expect.stringContaining('Took 1 media') });
    expect(existsSync(folder.at('site', 'media', 'clip'))).toBe(false);
  });
});

describe('avlogue targets', () => {
  it('lists the publish folders and forgets one, whose files stay', async () => {
    expect((await run('publish', 'clip', '--to', 'elsewhere/site')).status).toBe(0);
    expect((await run('publish', 'clip', '--to', 'elsewhere/blog')).status).toBe(0);
    expect((await run('targets')).stdout).toContain(folder.at('elsewhere', 'blog'));
    expect((await run('targets', 'forget', 'elsewhere/site')).status).toBe(0);
    expect((await run('targets', 'forget', 'blog')).status).toBe(0);
    expect(await targetPaths()).toEqual([folder.at('site')]);
    expect(existsSync(folder.at('elsewhere', 'site', 'media', 'clip', 'embed.html'))).toBe(true);
    const unknown = await run('targets', 'forget', 'nowhere');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('[catalog/not-found]');
  });
});
