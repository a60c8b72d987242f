import type { ThisSystem } from './this-system.ts';

/**
 * The same for every process that this machine's process numbers belong to, and for no other. The name of a Mac
 * follows the network that it is in, so there its hardware is asked. The system is part of it: Windows and the
 * Linux inside it have one name and two sets of numbers.
 */
export async function machineId({ platform, host, ask }: ThisSystem): Promise<string> {
  const hardware = platform === 'darwin' ? await ask('ioreg', IOREG) : null;
  return `${platform}/${/"IOPlatformUUID" = "([^"]+)"/.exec(hardware ?? '')?.[1] ?? host}`;
}

const IOREG = ['-rd1', '-c', 'IOPlatformExpertDevice'];
