import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ffmpeg } from '../../../scripts/setup/ffmpeg.mjs';
import { openMemory } from '../../../scripts/setup/memory.mjs';
import { readOptions } from '../../../scripts/setup/options.mjs';
import { type TemporaryFolder, temporaryFolder } from '../../helpers/temporary-folder.ts';

/** A machine with nothing on it but what a test puts into its `bin`. */
async function bareMachine(folder: TemporaryFolder) {
  await mkdir(folder.at('bin'));
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  const reporter = { starting: say, done: say, problem: say };
  const environment = { PATH: folder.at('bin') };
  const context = (variables: Readonly<Record<string, string>> = {}) => ({
    root: folder.path,
    options: readOptions([], variables),
    environment,
    platform: 'linux' as const,
    memory: openMemory(folder.path),
    reporter,
  });
  return { said, context };
}

async function addProgram(path: string, script: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

/** Stands in for apt-get: notes its arguments, and installing makes an ffmpeg. */
async function addAptGet(folder: TemporaryFolder, status = 0): Promise<void> {
  const script = `echo "$@" >> ${folder.at('apt.log')}
if [ "$1" = install ]; then
  [ ${status} = 0 ] || { echo "E: Unable to locate package ffmpeg"; exit ${status}; }
  echo '#!/bin/sh' > ${folder.at('bin', 'ffmpeg')}; /bin/chmod +x ${folder.at('bin', 'ffmpeg')}
fi`;
  await addProgram(folder.at('bin', 'apt-get'), script);
  // Tests may run as anyone: sudo that asks for nothing passes everything on.
  await addProgram(
    folder.at('bin', 'sudo'),
    'while case "$1" in -*) true;; *) false;; esac; do shift; done; exec "$@"',
  );
  await symlink('/bin/true', folder.at('bin', 'true'));
}

describe('FFmpeg in set-up', () => {
  it('comes from apt-get on a bare Debian, and is not asked for again', async () => {
    await using folder = await temporaryFolder();
    const { said, context } = await bareMachine(folder);
    await addAptGet(folder);
    expect(await ffmpeg.isOutstanding(context())).toBe(true);
    expect(await ffmpeg.provide(context())).toBe(true);
    expect(said.at(-1)).toMatch(/^Installed FFmpeg with apt-get/);
    expect(await ffmpeg.isOutstanding(context())).toBe(false);
  });

  it('that cannot be installed is said with its reason, once a day, and missed at every start', async () => {
    await using folder = await temporaryFolder();
    const { said, context } = await bareMachine(folder);
    await addAptGet(folder, 100);
    expect(await ffmpeg.provide(context())).toBe(false);
    expect(said.at(-1)).toContain('Unable to locate package ffmpeg');
    expect(await ffmpeg.isOutstanding(context())).toBe(false);
    ffmpeg.remind?.(context());
    expect(said.at(-1)).toContain('There is no FFmpeg');
  });

  it('leaves apt-get alone when told so', async () => {
    await using folder = await temporaryFolder();
    const { context } = await bareMachine(folder);
    await addAptGet(folder);
    expect(await ffmpeg.isOutstanding(context({ AVLOGUE_SETUP_NO_APT: '1' }))).toBe(false);
  });

  it('says what to do where there is no apt-get', async () => {
    await using folder = await temporaryFolder();
    const { said, context } = await bareMachine(folder);
    expect(await ffmpeg.provide(context())).toBe(false);
    expect(said.at(-1)).toBe('FFmpeg could not be installed: this system has no apt-get.');
  });

  it('of the system is used when the download cannot be reached, and that is remembered', async () => {
    await using folder = await temporaryFolder();
    const { said, context } = await bareMachine(folder);
    await addProgram(folder.at('bin', 'ffmpeg'), '');
    await mkdir(folder.at('node_modules', 'ffmpeg-static'), { recursive: true });
    await writeFile(
      folder.at('node_modules', 'ffmpeg-static', 'package.json'),
      '{"version":"5.3.0"}',
    );
    const offline = () => {
      const made = context();
      return {
        ...made,
        environment: { ...made.environment, FFMPEG_BINARIES_URL: 'http://127.0.0.1:1/' },
      };
    };
    expect(await ffmpeg.isOutstanding(offline())).toBe(true);
    expect(await ffmpeg.provide(offline())).toBe(true);
    expect(said.at(-1)).toBe(
      `The bundled FFmpeg could not be downloaded (127.0.0.1:1 cannot be reached); using ${folder.at('bin', 'ffmpeg')}.`,
    );
    expect(await ffmpeg.isOutstanding(offline())).toBe(false);
  });
});
