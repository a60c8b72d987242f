import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where installers put FFmpeg; a program started from a desktop often has a PATH without them. */
const USUAL_FOLDERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/opt/homebrew/bin', '/usr/local/bin', '/opt/local/bin'],
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/var/lib/flatpak/exports/bin'],
  win32: ['C:\\ffmpeg\\bin', 'C:\\Program Files\\ffmpeg\\bin', 'C:\\ProgramData\\chocolatey\\bin'],
};

/** Every copy of a program on the system, in the order of PATH. */
export async function systemTools(
  name: string,
  environment: Environment,
): Promise<readonly string[]> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = new Set([...pathOf(environment), ...(USUAL_FOLDERS[process.platform] ?? [])]);
  const paths = [...folders].map((folder) => join(folder, file));
  const exist = await Promise.all(paths.map(exists));
  return paths.filter((_, index) => exist[index]);
}

/** Windows spells it `Path`. */
function pathOf(environment: Environment): readonly string[] {
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return (environment[name] ?? '').split(delimiter).filter((folder) => folder !== '');
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
