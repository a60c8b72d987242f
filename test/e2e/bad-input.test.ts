import { appendFile, copyFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runAvlogue, startAvlogue } from '../cli/process/run-avlogue.ts';
import { ffmpeg, makeClip } from '../helpers/make-media.ts';
import { smallDisk } from '../helpers/small-disk.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const resultSchema = z.object({
  media: z.array(
    z.object({
      path: z.string(),
      status: z.enum(['done', 'refused', 'failed']),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
      renditions: z.array(z.object({ path: z.string() })),
      coverage: z.array(z.object({ device: z.string(), format: z.string().nullable() })),
    }),
  ),
});

/** By path: `done`, or the code of what went wrong. */
function outcomes(stdout: string): ReadonlyMap<string, string> {
  const { media } = resultSchema.parse(JSON.parse(stdout));
  return new Map(media.map(({ path, status, error }) => [path, error?.code ?? status]));
}

const HARMLESS_NAMES = [
  'with space.mp4',
  'it\'s “quoted” "twice".mp4',
  'émoji 🎬.mp4',
  '100%25 %s.mp4',
  '-i.mp4',
  'line\nbreak.mp4',
  `${'n'.repeat(246)}.mp4`,
  '$(touch canary) `touch canary` ;&|.mp4',
];

describe('avlogue make, given a folder of good and bad files,', () => {
  it('publishes every good one whatever its name, and gives each bad one a code', {
    timeout: 120_000,
  }, async () => {
    await using folder = await temporaryFolder();
    const at = (name: string) => folder.at('in', name);
    await mkdir(folder.at('in'));
    const clip = await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    for (const [index, name] of HARMLESS_NAMES.entries()) {
      await copyFile(clip, at(name));
      // other bytes, so that it is no duplicate: players pass over what follows the last box
      await appendFile(at(name), Buffer.from([0, 0, 0, 9, 102, 114, 101, 101, index]));
    }
    const bytes = await readFile(clip);
    await writeFile(at('zero.mp4'), '');
    await writeFile(at('text.mp4'), 'Dear reader, this is a letter.\n'.repeat(100));
    await ffmpeg(
      '-f',
      'lavfi',
      '-i',
      'testsrc=s=64x64',
      '-frames:v',
      '1',
      '-f',
      'image2',
      at('still.png'),
    );
    await copyFile(at('still.png'), at('picture.mp4'));
    await rm(at('still.png'));
    await writeFile(at('without-moov.mp4'), bytes.subarray(0, bytes.indexOf('moov') - 4));
    await symlink('/nowhere/at/all.mp4', at('broken-link.mp4'));
    const { status, stdout } = await runAvlogue(['make', 'in', '--to', 'site', '--json'], {
      library: folder.at('library'),
      cwd: folder.path,
    });
    expect(status).toBe(1);
    const told = outcomes(stdout);
    for (const name of HARMLESS_NAMES) expect(told.get(join('in', name)), name).toBe('done');
    expect(Object.fromEntries([...told].filter(([, how]) => how !== 'done'))).toEqual({
      'in/zero.mp4': 'import/empty-file',
      'in/text.mp4': 'import/not-media',
      'in/picture.mp4': 'import/not-media',
      'in/without-moov.mp4': 'import/truncated',
      'in/broken-link.mp4': 'import/not-found',
    });
    await expect(readFile(folder.at('canary'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('reads no other file and opens no connection for a playlist that is named like a video', async () => {
    await using folder = await temporaryFolder();
    const asked: string[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url ?? '');
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const secret = await makeClip(folder.at('secret.mp4'), { seconds: 1 });
    const address = `http://127.0.0.1:${port}`;
    await mkdir(folder.at('in'));
    const playlists: Readonly<Record<string, string>> = {
      'hls-file.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      'hls-http.avi': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${address}/hls.ts\n#EXT-X-ENDLIST\n`,
      'hls-concat.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nconcat:${address}/a|file://${secret}\n#EXT-X-ENDLIST\n`,
      'concat.avi': `ffconcat version 1.0\nfile '${secret}'\n`,
      'concat-http.mp4': `ffconcat version 1.0\nfile '${address}/b.mp4'\n`,
      'session.mp4': `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video ${port} RTP/AVP 96\na=rtpmap:96 H264/90000\n`,
      'dash.mp4': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${address}/c.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    };
    for (const [name, text] of Object.entries(playlists)) {
      await writeFile(folder.at('in', name), text);
    }
    const { status, stdout } = await runAvlogue(['make', 'in', '--to', 'site', '--json'], {
      library: folder.at('library'),
      cwd: folder.path,
    });
    server.close();
    expect(status).toBe(1);
    const told = outcomes(stdout);
    expect(told.size).toBe(Object.keys(playlists).length);
    for (const [path, how] of told) {
      expect(how, path).toMatch(/^import\/(playlist-refused|not-media)$/);
    }
    expect(told.get('in/hls-file.mp4')).toBe('import/playlist-refused');
    expect(told.get('in/concat.avi')).toBe('import/playlist-refused');
    expect(asked).toEqual([]);
  });
});

describe('avlogue make', () => {
  it('says that the library’s disk is full, and goes on when there is room (needs a small disk)', {
    timeout: 60_000,
  }, async (context) => {
    await using folder = await temporaryFolder();
    const disk = await smallDisk(folder.at('disk'), 700_000);
    if (disk === null) return context.skip('mounting a tmpfs is not permitted here');
    await using _disk = disk;
    const clip = await makeClip(folder.at('noise.mp4'), {
      seconds: 6,
      size: '640x360',
      rate: 25,
      options: ['-vf', 'noise=alls=60:allf=t', '-crf', '30'],
    });
    const small = await makeClip(folder.at('small.mp4'), { seconds: 1 });
    const library = join(disk.path, 'library');
    const make = ['make', clip, small, '--to', folder.at('site'), '--force', '--json'];
    const { status, stdout } = await runAvlogue(make, { library });
    expect(status).toBe(1);
    expect(outcomes(stdout).get(clip)).toBe('conversion/disk-full');
    const again = await runAvlogue(['make', small, '--to', folder.at('site'), '--json'], {
      library,
    });
    expect(outcomes(again.stdout)).toEqual(new Map([[small, 'done']]));
    expect(again.status).toBe(0);
  });

  it('says that the publish folder cannot be written (needs a small disk)', async (context) => {
    await using folder = await temporaryFolder();
    const disk = await smallDisk(folder.at('disk'), 1_000_000);
    if (disk === null) return context.skip('mounting a tmpfs is not permitted here');
    await using _disk = disk;
    await disk.setReadOnly(true);
    const clip = await makeClip(folder.at('clip.mp4'), { seconds: 1 });
    const { status, stdout } = await runAvlogue(
      ['make', clip, '--to', join(disk.path, 'site'), '--json'],
      { library: folder.at('library') },
    );
    expect(status).toBe(1);
    expect(outcomes(stdout).get(clip)).toBe('publish/target-unwritable');
  });

  it('names a master that vanishes while it is converted, and finishes the others', {
    timeout: 60_000,
  }, async () => {
    await using folder = await temporaryFolder();
    const long = await makeClip(folder.at('long.mp4'), { seconds: 30, size: '640x360', rate: 25 });
    const short = await makeClip(folder.at('short.mp4'), { seconds: 1 });
    const run = startAvlogue(
      ['make', long, short, '--to', folder.at('site'), '--force', '--json'],
      { library: folder.at('library') },
    );
    await run.noted(/Long: +\d+ %/);
    await rm(long);
    const { status, stdout } = await run.outcome;
    expect(status).toBe(1);
    expect(Object.fromEntries(outcomes(stdout))).toEqual({
      [long]: 'conversion/master-missing',
      [short]: 'done',
    });
  });
});
