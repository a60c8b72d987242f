import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { libraryPaths } from '../../../main/library-paths.ts';
import { makeClip } from '../../helpers/make-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue, startAvlogue } from './run-avlogue.ts';

afterEach(() => vi.unstubAllEnvs());

async function linesOf(path: string): Promise<readonly string[]> {
  const text = existsSync(path) ? await readFile(path, 'utf8') : '';
  return text.split('\n').filter((line) => line !== '');
}

describe('avlogue serve', () => {
  it('prints its address, answers there, and stops at SIGTERM with status 0', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('library');
    const host = startAvlogue(['serve', '--port', '0'], { library });
    const printed = await host.printed(/AVlogue runs at (\S+)\n/);
    const url = new URL(printed.split(' ').at(-1)?.trim() ?? '');
    expect(url.hostname).toBe('127.0.0.1');
    const token = url.searchParams.get('token') ?? '';
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(new URL('/api/v1/info', url), { headers });
    expect(await answer.json()).toMatchObject({ host: 'browser', libraryPath: library });
    host.child.kill('SIGTERM');
    expect((await host.outcome).status).toBe(0);
    expect(existsSync(libraryPaths(library).hostFile)).toBe(false);
  });

  it('owns the library, and the other commands work through it', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const host = startAvlogue(['serve', '--port', '0'], options);
    await host.printed(/runs at/);
    const made = await runAvlogue(['make', 'clip.mp4', '--to', 'site', '--json'], options);
    expect(made.status).toBe(0);
    expect(JSON.parse(made.stdout).media[0]).toMatchObject({ path: 'clip.mp4', status: 'done' });
    const unknown = await runAvlogue(['show', 'nobody'], options);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('[catalog/not-found]');
    const second = await runAvlogue(['serve'], options);
    expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('runs already') });
    host.child.kill('SIGINT');
    expect((await host.outcome).status).toBe(0);
  });

  it('opens a browser with a code for one visit, never with the token, from another process too', async () => {
    await using folder = await temporaryFolder();
    const opened = folder.at('opened');
    const script = `#!/bin/sh\necho "$1" >> '${opened}'\n`;
    for (const opener of ['xdg-open', 'open'])
      await writeFile(folder.at(opener), script, { mode: 0o755 });
    vi.stubEnv('PATH', `${folder.path}:${process.env.PATH}`);
    const options = { library: folder.at('library') };
    const host = startAvlogue(['serve', '--port', '0', '--open', '--json'], options);
    const { url, token } = JSON.parse(await host.printed(/\}\n$/));
    await expect.poll(() => linesOf(opened)).toHaveLength(1);
    expect((await runAvlogue(['serve', '--open'], options)).status).toBe(0);
    await expect.poll(() => linesOf(opened)).toHaveLength(2);
    for (const address of await linesOf(opened)) {
      expect(address.startsWith(`${url}/?code=`)).toBe(true);
      expect(address).not.toContain(token);
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
      expect((await fetch(address, { redirect: 'manual' })).status).toBe(401);
    }
    host.child.kill('SIGTERM');
    await host.outcome;
  });

  it('that does not answer any more is named with its process', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('library');
    const host = startAvlogue(['serve', '--port', '0'], { library });
    await host.printed(/runs at/);
    const { hostFile } = libraryPaths(library);
    const lost = { url: 'http://127.0.0.1:9', token: 'x', pid: host.child.pid };
    await writeFile(hostFile, JSON.stringify(lost));
    const { status, stderr } = await runAvlogue(['list'], { library });
    expect(status).toBe(1);
    expect(stderr).toContain('[host/unreachable]');
    expect(stderr).toContain(String(host.child.pid));
    host.child.kill('SIGTERM');
    await host.outcome;
  });
});

describe('avlogue watch', () => {
  it('tells what arrives, converts it, and ends at Ctrl-C with status 0', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('library');
    const clip = await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    await mkdir(folder.at('watched'));
    const run = startAvlogue(['watch', folder.at('watched')], { library });
    await run.noted(/Watching/);
    await copyFile(clip, folder.at('watched', 'arrived.mp4'));
    await run.noted(/ready +Arrived/);
    run.child.kill('SIGINT');
    const { status, stderr } = await run.outcome;
    expect(status).toBe(0);
    expect(stderr).toMatch(/imported +Arrived/);
    const listed = await runAvlogue(['list', '--json'], { library });
    expect(JSON.parse(listed.stdout).rows).toMatchObject([{ title: 'Arrived', status: 'ready' }]);
  });

  it('keeps what was said of a folder when it is given again, and adds none to a list', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    const watched = folder.at('watched');
    await mkdir(watched);
    const said = async (...flags: readonly string[]): Promise<unknown> => {
      const run = startAvlogue(['watch', watched, ...flags], options);
      await run.noted(/Watching/);
      run.child.kill('SIGINT');
      await run.outcome;
      const { stdout } = await runAvlogue(['watch', '--list', '--json'], options);
      return JSON.parse(stdout).watchFolders;
    };
    const listed = await runAvlogue(['watch', watched, '--list'], options);
    expect(listed.status).toBe(2);
    const flags = ['--no-recursive', '--no-convert', '--poll', '7', '--sets', 'web-audio'];
    const once = {
      ...{ path: watched, recursive: false, convert: false, formatSetIds: ['web-audio'] },
      ...{ polling: 'always', pollSeconds: 7 },
    };
    expect(await said(...flags)).toMatchObject([once]);
    expect(await said()).toMatchObject([once]);
    const changed = { ...once, recursive: true, convert: true, polling: 'auto' };
    expect(await said('--recursive', '--convert', '--no-poll')).toMatchObject([changed]);
  });
});

describe('avlogue events', () => {
  it('tells scripts what another AVlogue does, one event a line, until Ctrl-C', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const host = startAvlogue(['serve', '--port', '0'], options);
    await host.printed(/runs at/);
    const events = startAvlogue(['events', '--json'], options);
    await events.noted(/Listening/);
    const ready = events.printed(/"media-ready".*\n/);
    const made = await runAvlogue(['make', 'clip.mp4', '--to', 'site', '--json'], options);
    const { id } = JSON.parse(made.stdout).media[0];
    const printed = await ready;
    const told: readonly { readonly type: string; readonly mediaId?: string }[] = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.find(({ type }) => type === 'media-ready')?.mediaId).toBe(id);
    expect(told.map(({ type }) => type)).not.toContain('job-progress');
    events.child.kill('SIGINT');
    expect((await events.outcome).status).toBe(0);
    host.child.kill('SIGTERM');
    await host.outcome;
  });
});
