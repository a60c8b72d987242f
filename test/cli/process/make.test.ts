import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeClip } from '../../helpers/make-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue, startAvlogue } from './run-avlogue.ts';

/** What scripts rely on; more fields may come, none may go. */
const planJson = z.object({
  media: z.object({ kind: z.enum(['video', 'audio']) }),
  formats: z.array(
    z.object({
      format: z.string(),
      decision: z.enum(['encode', 'copy', 'skip']),
      reasons: z.array(z.object({ code: z.string() })),
      width: z.number().nullable(),
      height: z.number().nullable(),
    }),
  ),
  coverage: z.array(z.object({ device: z.string(), format: z.string().nullable() })),
});
const makeJson = z.object({
  media: z.array(
    z.object({
      path: z.string(),
      id: z.string().nullable(),
      slug: z.string().nullable(),
      status: z.enum(['done', 'refused', 'failed']),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
      renditions: z.array(
        z.object({
          format: z.string(),
          path: z.string(),
          mimeType: z.string(),
          width: z.number().nullable(),
          height: z.number().nullable(),
          durationSeconds: z.number(),
          sizeBytes: z.number(),
        }),
      ),
      coverage: z.array(z.object({ device: z.string(), format: z.string().nullable() })),
    }),
  ),
});

describe('avlogue plan', () => {
  it('prints the plan as scripts expect it, and catalogues nothing', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('library');
    const clip = await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const { status, stdout, stderr } = await runAvlogue(['plan', clip, '--json'], { library });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const plan = planJson.parse(JSON.parse(stdout));
    expect(plan.media.kind).toBe('video');
    expect(plan.coverage.length).toBeGreaterThan(5);
    expect(plan.coverage.filter(({ format }) => format === null)).toEqual([]);
    const list = await runAvlogue(['list', '--json'], { library });
    expect(JSON.parse(list.stdout).total).toBe(0);
  });

  it('tells people why each format is made or skipped, within 120 columns', async () => {
    await using folder = await temporaryFolder();
    const clip = await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const { stdout } = await runAvlogue(['plan', clip], { library: folder.at('library') });
    expect(stdout).toMatch(/1 +h264-\d+p +(copy|encode)/);
    expect(stdout).toMatch(/h264-1080p +skip/);
    expect(stdout).toMatch(/(\d+) of \1 devices are covered/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });
});

describe('avlogue make', () => {
  it('publishes what is good and names what is not, with exit status 1', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('masters', 'empty'), { recursive: true });
    await makeClip(folder.at('masters', 'a “b” 100%.mp4'), { seconds: 1 });
    await writeFile(folder.at('masters', 'text.mp4'), 'not a video');
    const options = { library: folder.at('library'), cwd: folder.path };
    const args = ['make', 'masters', 'nowhere.mp4', 'masters/empty', '--to', 'site', '--json'];
    const { status, stdout } = await runAvlogue(args, options);
    expect(status).toBe(1);
    const { media } = makeJson.parse(JSON.parse(stdout));
    const told = media.map(({ path, status: how, error }) => [path, how, error?.code]);
    expect(told.toSorted()).toEqual([
      ['masters/a “b” 100%.mp4', 'done', undefined],
      ['masters/empty', 'refused', 'import/no-media-inside'],
      ['masters/text.mp4', 'refused', expect.stringMatching(/^import\/(not-media|truncated)$/)],
      ['nowhere.mp4', 'refused', 'import/not-found'],
    ]);
    const done = media.find((one) => one.status === 'done');
    expect(done?.coverage.filter(({ format }) => format === null)).toEqual([]);
    expect(done?.renditions.length).toBeGreaterThan(0);
    for (const { path, sizeBytes, durationSeconds } of done?.renditions ?? []) {
      expect(path.startsWith(folder.at('site'))).toBe(true);
      expect(statSync(path).size).toBe(sizeBytes);
      expect(durationSeconds).toBeCloseTo(1, 0);
    }
  });

  it('is done at once, with status 0, when all stands already', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const first = await runAvlogue(['make', 'clip.mp4', '--to', 'site'], options);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain('<video');
    expect(first.stdout).toContain(folder.at('site', 'media', 'clip', 'embed.html'));
    const before = statSync(folder.at('site', 'media', 'clip', 'manifest.json')).mtimeMs;
    const second = await runAvlogue(['make', 'clip.mp4', '--to', 'site', '--json'], options);
    expect(second.status).toBe(0);
    const { media } = makeJson.parse(JSON.parse(second.stdout));
    expect(media.map(({ path, status }) => [path, status])).toEqual([['clip.mp4', 'done']]);
    expect(statSync(folder.at('site', 'media', 'clip', 'manifest.json')).mtimeMs).toBe(before);
  });

  it('stops at Ctrl-C with status 130, no FFmpeg and no half file left', async () => {
    await using folder = await temporaryFolder();
    const clip = await makeClip(folder.at('long.mp4'), { seconds: 30, size: '640x360', rate: 25 });
    const run = startAvlogue(['make', clip, '--force', '--to', folder.at('site')], {
      library: folder.at('library'),
    });
    await run.noted(/Looking at files: 1 of 1/);
    run.child.kill('SIGINT');
    const { status, stdout } = await run.outcome;
    expect({ status, stdout }).toEqual({ status: 130, stdout: '' });
    expect(existsSync(folder.at('site', 'media'))).toBe(false);
    const queue = await runAvlogue(['queue', '--json'], { library: folder.at('library') });
    expect(JSON.parse(queue.stdout).counts).toMatchObject({ queued: 0, running: 0 });
  });
});
