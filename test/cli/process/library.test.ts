import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../cli/run-cli.ts';
import { makeClip } from '../../helpers/make-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { createFakeTerminal } from '../fake-terminal.ts';
import { startAvlogue } from './run-avlogue.ts';

async function libraryWithClip() {
  const folder = await temporaryFolder();
  const options = { library: folder.at('library'), cwd: folder.path };
  await makeClip(folder.at('harbour.mp4'), { seconds: 2 });
  /** In this process: so many commands would take long to start. */
  const run = async (...args: readonly string[]) => {
    const { terminal, stdout, stderr } = createFakeTerminal(options.library);
    const environment = { ...process.env, ...terminal.environment };
    const here = { ...terminal, environment, workingFolder: folder.path };
    return { status: await runCli(args, here), stdout: stdout(), stderr: stderr() };
  };
  expect((await run('import', 'harbour.mp4')).status).toBe(0);
  return { folder, options, run, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

describe('what is in the library', () => {
  it('is edited, gets another poster and a word of its captions, and is shown so', async () => {
    await using made = await libraryWithClip();
    const { folder, run } = made;
    const words = ['--title', 'The tide', '--slug', 'tide', '--description', 'At noon.'];
    const edited = await run('edit', 'harbour', ...words, '--sets', 'web-video-small', '--json');
    expect(JSON.parse(edited.stdout)).toMatchObject({
      ...{ title: 'The tide', slug: 'tide', description: 'At noon.' },
      formatSetIds: ['web-video-small'],
    });
    const usual = await run('edit', 'tide', '--usual-sets', '--json');
    expect(JSON.parse(usual.stdout).formatSetIds).toEqual([]);
    expect((await run('edit', 'tide')).status).toBe(2);

    const before = JSON.parse((await run('poster', 'tide', '--json')).stdout);
    const after = JSON.parse((await run('poster', 'tide', '--at', '0:01.5', '--json')).stdout);
    expect(after.poster).toMatchObject({ source: 'user', atSeconds: 1.5 });
    expect([existsSync(before.path), existsSync(after.path)]).toEqual([false, true]);
    expect((await run('poster', 'tide', '--at', '1:00')).status).toBe(2);

    await writeFile(folder.at('a.en.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\nThe flood.\n');
    const added = await run('captions', 'tide', 'a.en.vtt', '--json');
    const [{ id }] = JSON.parse(added.stdout).captions;
    const changed = await run('captions', 'tide', '--change', id, '--label', 'Words', '--default');
    expect(changed.stdout).toMatch(/Words \(default\) +en +subtitles/);
    const calm = await run('captions', 'tide', '--change', id, '--no-default', '--json');
    expect(JSON.parse(calm.stdout).captions).toMatchObject([{ label: 'Words', isDefault: false }]);
    expect((await run('show', 'tide')).stdout).toMatch(/Captions +Words\n/);
  });

  it('is removed in part and as a whole; masters stay', async () => {
    await using made = await libraryWithClip();
    const { folder, run } = made;
    const converted = JSON.parse((await run('convert', 'harbour', '--json')).stdout);
    const [format] = converted.jobs[0].finishedFormatIds;
    const part = await run('remove', 'harbour', '--formats', `${format},no-such`, '--json');
    expect(JSON.parse(part.stdout)).toEqual({ removed: 1 });
    const shown = JSON.parse((await run('show', 'harbour', '--json')).stdout);
    const left = shown.renditions.map(({ formatId }: { formatId: string }) => formatId);
    expect(left).not.toContain(format);
    const whole = await run('remove', 'harbour', '--json');
    expect(JSON.parse(whole.stdout)).toEqual({ removed: 1, undoToken: null });
    expect((await run('show', 'harbour')).status).toBe(2);
    expect(existsSync(folder.at('harbour.mp4'))).toBe(true);
  });

  it('comes back where another AVlogue keeps what was removed', async () => {
    await using made = await libraryWithClip();
    const { options, run } = made;
    const host = startAvlogue(['serve', '--port', '0'], options);
    await host.printed(/runs at/);
    const { undoToken } = JSON.parse((await run('remove', 'harbour', '--json')).stdout);
    expect((await run('show', 'harbour')).status).toBe(2);
    expect(await run('remove', '--undo', undoToken)).toMatchObject({
      ...{ status: 0, stdout: 'Brought 1 media back.\n' },
    });
    expect((await run('show', 'harbour')).status).toBe(0);
    host.child.kill('SIGTERM');
    await host.outcome;
  });

  it('is not taken away with its only copy in passing', async () => {
    await using made = await libraryWithClip();
    const { folder, options, run } = made;
    await makeClip(folder.at('upload.mp4'), { seconds: 1 });
    const host = startAvlogue(['serve', '--port', '0', '--json'], options);
    const { url, token } = JSON.parse(await host.printed(/\}\n$/));
    const sent = await fetch(`${url}/upload?name=upload.mp4`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: await readFile(folder.at('upload.mp4')),
    });
    expect(sent.status).toBe(200);
    host.child.kill('SIGTERM');
    await host.outcome;
    const { master } = JSON.parse((await run('show', 'upload', '--json')).stdout);
    const refused = await run('remove', 'upload', 'harbour');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(master.path);
    expect(JSON.parse((await run('list', '--json')).stdout).total).toBe(2);
    expect((await run('remove', 'upload', '--uploads')).status).toBe(0);
    expect(existsSync(master.path)).toBe(false);
    expect(existsSync(folder.at('library', 'trash'))).toBe(false);
    const { file } = JSON.parse((await run('backup', '--json')).stdout);
    expect(existsSync(file)).toBe(true);
  });
});

describe('the queue', { timeout: 90_000 }, () => {
  it('has its order changed, and shows what FFmpeg was told and said', async () => {
    await using made = await libraryWithClip();
    const { folder, run } = made;
    for (const name of ['second', 'third']) {
      await makeClip(folder.at(`${name}.mp4`), { seconds: name === 'third' ? 3 : 1 });
    }
    await run('import', 'second.mp4', 'third.mp4');
    await run('convert', 'harbour', 'second', 'third', '--no-wait');
    const order = async (): Promise<readonly string[]> => {
      const { jobs } = JSON.parse((await run('queue', '--json')).stdout);
      return jobs.map(({ mediaTitle }: { mediaTitle: string }) => mediaTitle);
    };
    expect(await order()).toEqual(['Harbour', 'Second', 'Third']);
    expect((await run('queue', 'first', 'third', 'second')).status).toBe(0);
    expect(await order()).toEqual(['Third', 'Second', 'Harbour']);
    expect((await run('queue', 'last', 'third')).status).toBe(0);
    expect(await order()).toEqual(['Second', 'Harbour', 'Third']);
    expect((await run('queue', 'log', 'third')).stdout).toBe('No FFmpeg has run for it.\n');
    expect((await run('queue', 'first', 'nobody')).status).toBe(2);
    await run('cancel', 'harbour', 'second');
    await run('convert', 'third');
    const log = await run('queue', 'log', 'third');
    expect(log.stdout).toMatch(/ffmpeg.* -i .*third\.mp4[\s\S]*\ndone after [\d.]+ s\n/);
    const { jobId, runs } = JSON.parse((await run('queue', 'log', 'third', '--json')).stdout);
    expect((await run('queue', 'log', jobId)).stdout).toBe(log.stdout);
    expect(runs[0].argv).toContain('-i');
  });
});

describe('refused files', { timeout: 90_000 }, () => {
  it('are listed, tried again when they are whole, and forgotten', async () => {
    await using made = await libraryWithClip();
    const { folder, run } = made;
    await writeFile(folder.at('first.mp4'), 'junk');
    await writeFile(folder.at('other.mp4'), 'junk');
    await run('import', '.');
    const { refusals } = JSON.parse((await run('refused', '--json')).stdout);
    expect(refusals).toHaveLength(2);
    expect((await run('refused', 'retry', 'first.mp4')).status).toBe(1);
    await makeClip(folder.at('first.mp4'), { seconds: 1 });
    const again = await run('refused', 'retry', 'first.mp4', '--json');
    expect(JSON.parse(again.stdout).results).toMatchObject([{ outcome: 'imported' }]);
    expect((await run('refused', 'forget', '--all')).stdout).toBe('Forgot 1 file.\n');
    expect((await run('refused')).stdout).toBe('No file was refused.\n');
    expect(existsSync(folder.at('other.mp4'))).toBe(true);
  });
});
