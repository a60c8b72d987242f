import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildConversionArguments } from '../../core/ffmpeg/build-conversion-arguments.ts';
import { buildProbeArguments } from '../../core/ffmpeg/build-probe-arguments.ts';
import { classifyFailure } from '../../core/ffmpeg/classify-failure.ts';
import { buildInput } from '../../core/ffmpeg/input-arguments.ts';
import { mediaInfo } from '../core/planning/sample-masters.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';
import { makeMaster } from './make-masters.ts';
import { probeFile } from './probe-file.ts';
import { runTool, runToolOrThrow } from './run-tool.ts';

let folder: TemporaryFolder;
let canary: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  canary = folder.at('canary.ts');
  const source = ['-f', 'lavfi', '-i', 'testsrc2=s=64x64:r=5:d=0.4', '-c:v', 'mpeg2video'];
  await runToolOrThrow('ffmpeg', ['-y', '-loglevel', 'error', ...source, '-f', 'mpegts', canary]);
});

afterAll(() => folder[Symbol.asyncDispose]());

const PLAYLISTS: Readonly<Record<string, (target: string) => string>> = {
  hls: (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${target}\n#EXT-X-ENDLIST\n`,
  concat: (target) => `ffconcat version 1.0\nfile '${target}'\n`,
  dash: (target) =>
    `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp2t"><Representation id="1" bandwidth="1"><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  sdp: (target) =>
    `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 ${target}\nm=video 5004 RTP/AVP 33\n`,
};

const CASES = Object.keys(PLAYLISTS).flatMap((kind) =>
  ['mp4', 'avi', 'mkv', 'mp3'].map((extension): [string, string] => [kind, extension]),
);

describe('a crafted playlist', () => {
  test('would open the other file without the guard, so that the tests below prove something', async () => {
    const path = folder.at('proof.mp4');
    await writeFile(path, PLAYLISTS.concat?.('canary.ts') ?? '');
    const { stdout } = await runTool('ffprobe', ['-v', 'error', '-show_streams', path]);
    expect(stdout).toContain('mpeg2video');
  });

  test.for(CASES)('%s named .%s is refused and reads no other file', async ([kind, extension]) => {
    const path = folder.at(`${kind}.${extension}`);
    for (const target of [canary, `file://${canary}`, 'canary.ts']) {
      await writeFile(path, PLAYLISTS[kind]?.(target) ?? '');
      const run = await runTool('ffprobe', buildProbeArguments(path));
      expect(run.exitCode).not.toBe(0);
      expect(run.stdout).not.toContain('mpeg2video');
      const { code } = classifyFailure({
        task: 'probe',
        path,
        exitCode: run.exitCode,
        signal: null,
        lines: run.stderr.split('\n'),
      });
      expect(code).toBe('import/playlist-refused');
    }
  });

  test('opens no connection, neither probed nor converted', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    const info = mediaInfo();
    for (const kind of ['hls', 'concat', 'dash']) {
      const path = folder.at(`net-${kind}.mp4`);
      await writeFile(path, PLAYLISTS[kind]?.(`http://127.0.0.1:${port}/x.ts`) ?? '');
      const probe = await runTool('ffprobe', buildProbeArguments(path));
      const request = {
        masterPath: path,
        info,
        encoderThreads: 1,
        capabilities: { filters: new Set<string>() },
      };
      const argv = buildConversionArguments({ ...request, outputs: [] });
      const convert = await runTool('ffmpeg', [...argv, '-f', 'null', '-']);
      expect([probe.exitCode, convert.exitCode]).not.toContain(0);
    }
    server.close();
    expect(connections).toBe(0);
  });

  test('an address or another protocol given as a path is only a file name', async () => {
    for (const path of ['http://127.0.0.1:9/x.mp4', `concat:${canary}`, 'pipe:0', 'data:,x']) {
      const run = await runTool('ffmpeg', [...buildInput(path), '-f', 'null', '-']);
      expect(run.stderr).toMatch(/No such file or directory/);
    }
  });
});

const NAMES = [
  'with spaces.mp4',
  `quotes ' and ".mp4`,
  '100% %03d %s.mp4',
  'emoji 🎬 ü 你好.mp4',
  '-y.mp4',
  'line\nbreak.mp4',
  'colon:and?query=1&x#y.mp4',
  '[0:v]null;,[x].mp4',
  'back\\slash.mp4',
  `${'long '.repeat(49)}.mp4`,
];

test.for(NAMES)('a file named %j is probed and converted', async (name) => {
  const plain = await makeMaster('mute.mp4', folder.at('plain.mp4'));
  const inner = folder.at('names');
  await mkdir(inner, { recursive: true });
  const { copyFile, readdir, rm } = await import('node:fs/promises');
  const path = `${inner}/${name}`;
  await copyFile(plain, path);
  expect((await probeFile(path)).video).toMatchObject({ width: 320 });
  // relative, as a terminal would hand it on
  const relative = await runTool('ffprobe', buildProbeArguments(name), { cwd: inner });
  expect(relative.exitCode).toBe(0);
  const target = `${inner}/out ${name.slice(0, 100)}`;
  const info = await probeFile(path);
  const video = { mode: 'copy', codec: 'h264' } as const;
  const output = {
    formatId: 'x',
    formatName: 'x',
    decision: 'copy',
    container: 'mp4',
    video,
    audio: null,
    fingerprint: '',
  } as const;
  const argv = buildConversionArguments({
    masterPath: path,
    info,
    outputs: [{ output, path: target }],
    encoderThreads: 1,
    capabilities: { filters: new Set() },
  });
  await runToolOrThrow('ffmpeg', argv);
  expect((await probeFile(target)).video).toMatchObject({ width: 320 });
  expect((await readdir(inner)).length).toBe(2);
  await rm(inner, { recursive: true });
});
