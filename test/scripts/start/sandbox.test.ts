import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  readSandboxFacts,
  type SandboxFacts,
  sandboxRefusal,
} from '../../../scripts/start/sandbox.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const usual: SandboxFacts = {
  platform: 'linux',
  userId: 1000,
  helper: '/home/me/avlogue/chrome-sandbox',
  helperStat: { uid: 1000, mode: 0o100755 },
  appArmorRestricts: null,
  namespacesAllowed: null,
};
const ubuntu = { ...usual, appArmorRestricts: '1' };

describe('the sandbox of the desktop window', () => {
  it.each<[string, Partial<SandboxFacts>]>([
    ['any Linux that says nothing of user namespaces', {}],
    ['Ubuntu that allows user namespaces', { appArmorRestricts: '0', namespacesAllowed: '1' }],
    ['Ubuntu with a helper of root', { ...ubuntu, helperStat: { uid: 0, mode: 0o104755 } }],
    ['a Mac', { platform: 'darwin', userId: 0 }],
    ['Windows', { platform: 'win32', userId: null, helperStat: null }],
  ])('can be built on %s', (_system, facts) => {
    expect(sandboxRefusal({ ...usual, ...facts })).toBeNull();
  });

  it.each<[string, Partial<SandboxFacts>]>([
    ['Ubuntu as it comes', {}],
    ['Ubuntu with a helper that root owns only', { helperStat: { uid: 0, mode: 0o100755 } }],
    ['Ubuntu with a helper of somebody else', { helperStat: { uid: 1000, mode: 0o104755 } }],
    ['Ubuntu without a helper', { helperStat: null }],
    ['Debian without user namespaces', { appArmorRestricts: null, namespacesAllowed: '0' }],
  ])('cannot be built on %s, and the command that allows it is told', (_system, facts) => {
    const refusal = sandboxRefusal({ ...ubuntu, ...facts });
    const path = "'/home/me/avlogue/chrome-sandbox'";
    expect(refusal).toContain(`sudo chown root:root ${path} && sudo chmod 4755 ${path}`);
    expect(refusal).not.toContain('\n');
  });

  it('is not built for root', () => {
    expect(sandboxRefusal({ ...usual, userId: 0 })).toContain('root');
  });

  it('is judged by what stands on this machine', async () => {
    await using folder = await temporaryFolder();
    const dist = folder.at('node_modules', 'electron', 'dist');
    await mkdir(dist, { recursive: true });
    await writeFile(`${dist}/chrome-sandbox`, '');
    await chmod(`${dist}/chrome-sandbox`, 0o755);
    await writeFile(folder.at('apparmor_restrict_unprivileged_userns'), '1\n');
    const facts = readSandboxFacts(folder.path, folder.path);
    expect(facts).toMatchObject({
      ...{ platform: process.platform, helper: `${dist}/chrome-sandbox` },
      ...{ appArmorRestricts: '1', namespacesAllowed: null },
    });
    expect((facts.helperStat?.mode ?? 0) & 0o7777).toBe(0o755);
    expect(readSandboxFacts(folder.at('elsewhere'), folder.path).helperStat).toBeNull();
  });
});
