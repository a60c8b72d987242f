import { chmod, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type FfmpegExit, type RunningFfmpeg, runFfmpeg } from '../../workers/run-ffmpeg.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const AWKWARD = [
  '-vf',
  'scale=w=160:h=90, format=yuv420p',
  '-metadata',
  'title=one space',
  'two words',
  'three words here',
  ' ',
  '',
  'it\'s "quoted" \\ `x` $HOME',
  '100 %d%n',
  'line\nbreak\r\nagain',
  '-leading dash',
  'ümläut 🎬 name',
  '-f',
  'no-such-muxer',
  '-vcodec',
  'libx264',
  '-acodec',
  'aac',
  '-y',
  '*',
  '{a,b}',
];

async function fakeFfmpeg(path: string, script: string): Promise<string> {
  await writeFile(path, `#!${process.execPath}\n${script}`);
  await chmod(path, 0o755);
  return path;
}

const PRINT_ARGV = `require('node:fs').writeFileSync(process.env.ARGV_FILE, JSON.stringify(process.argv.slice(2)));`;

test('every argument arrives at the process as it was built', async () => {
  await using folder = await temporaryFolder();
  const ffmpeg = await fakeFfmpeg(folder.at('my ffmpeg.cjs'), PRINT_ARGV);
  const argvFile = folder.at('argv.json');
  process.env.ARGV_FILE = argvFile;
  for (const guard of [[], ['/usr/bin/env', '--']]) {
    for (const target of ['file:/a b/-o ut.mp4', 'pipe:1']) {
      const exit = await runFfmpeg({ ffmpeg, guard }, [...AWKWARD, target], {
        onStarted: () => undefined,
      });
      expect(exit).toMatchObject({ exitCode: 0, failure: null });
      expect(JSON.parse(await readFile(argvFile, 'utf8'))).toEqual([...AWKWARD, target]);
    }
  }
});

test('a target that FFmpeg could take for an option is refused', () => {
  expect(() =>
    runFfmpeg({ ffmpeg: 'ffmpeg', guard: [] }, ['-i', 'x', 'out.mp4'], {
      onStarted: () => undefined,
    }),
  ).toThrow('file: or pipe:');
});

test('a program that is not there is a failure, not a crash', async () => {
  await using folder = await temporaryFolder();
  const started: RunningFfmpeg[] = [];
  const exit = await runFfmpeg({ ffmpeg: folder.at('nothing'), guard: [] }, ['-i', 'x', 'pipe:1'], {
    onStarted: (running) => started.push(running),
  });
  expect(exit.failure?.message).toContain('ENOENT');
  expect(exit.exitCode).toBeNull();
  expect(started).toEqual([]);
});

test('exit code and last lines are kept, output comes as it is written', async () => {
  await using folder = await temporaryFolder();
  const ffmpeg = await fakeFfmpeg(
    folder.at('ffmpeg.cjs'),
    `for (let n = 1; n <= 300; n++) console.error('line ' + n);
     console.log('progress=end'); process.exitCode = 3;`,
  );
  let output = '';
  const exit: FfmpegExit = await runFfmpeg({ ffmpeg, guard: [] }, ['-i', 'x', 'pipe:1'], {
    onStarted: () => undefined,
    onOutput: (chunk) => {
      output += chunk;
    },
  });
  expect(exit.exitCode).toBe(3);
  expect(exit.lines).toHaveLength(100);
  expect(exit.lines.at(-1)).toBe('line 300');
  expect(output).toBe('progress=end\n');
});

test('FFmpeg can be asked to end through its input, and be killed', async () => {
  await using folder = await temporaryFolder();
  const ffmpeg = await fakeFfmpeg(
    folder.at('ffmpeg.cjs'),
    `process.stdin.on('data', (bytes) => process.exit(String(bytes) === 'q' ? 7 : 8)); setInterval(() => 0, 1000);`,
  );
  const program = { ffmpeg, guard: [] };
  const asked = await runFfmpeg(program, ['-i', 'x', 'pipe:1'], {
    onStarted: (running) => running.quit(),
  });
  expect(asked.exitCode).toBe(7);
  const killed = await runFfmpeg(program, ['-i', 'x', 'pipe:1'], {
    onStarted: (running) => running.kill('SIGKILL'),
  });
  expect(killed).toMatchObject({ exitCode: null, signal: 'SIGKILL', failure: null });
});
