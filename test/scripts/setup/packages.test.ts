import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openMemory } from '../../../scripts/setup/memory.mjs';
import { readOptions } from '../../../scripts/setup/options.mjs';
import { npmPackages } from '../../../scripts/setup/packages.mjs';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** Packages that lie in the project itself, so that npm asks no registry. */
const PROJECT = {
  name: 'project',
  version: '1.0.0',
  devDependencies: { tool: 'file:tool' },
  optionalDependencies: { extra: 'file:extra' },
};
const LOCK = {
  ...{ name: 'project', version: '1.0.0', lockfileVersion: 3, requires: true },
  packages: {
    '': PROJECT,
    tool: { version: '1.0.0', dev: true },
    'node_modules/tool': { resolved: 'tool', link: true },
    extra: { version: '1.0.0', optional: true },
    'node_modules/extra': { resolved: 'extra', link: true },
  },
};

describe('the npm packages', () => {
  it.each([
    ['NODE_ENV', 'production'],
    ['npm_config_omit', 'dev'],
    ['npm_config_omit', 'optional'],
  ])('are all installed, and once, with %s=%s', async (name, value) => {
    await using folder = await temporaryFolder();
    for (const one of ['tool', 'extra']) {
      await mkdir(folder.at(one));
      const manifest = JSON.stringify({ name: one, version: '1.0.0' });
      await writeFile(folder.at(one, 'package.json'), manifest);
    }
    await writeFile(folder.at('package.json'), JSON.stringify(PROJECT));
    await writeFile(folder.at('package-lock.json'), JSON.stringify(LOCK));
    const problems: string[] = [];
    const context = {
      root: folder.path,
      options: readOptions([], {}),
      environment: { ...process.env, npm_config_offline: 'true', [name]: value },
      platform: process.platform,
      memory: openMemory(folder.path),
      reporter: {
        starting: () => {},
        done: () => {},
        problem: (line: string) => void problems.push(line),
      },
    };
    expect(await npmPackages.isOutstanding(context)).toBe(true);
    await npmPackages.provide(context);
    expect(problems).toEqual([]);
    expect(await readdir(folder.at('node_modules'))).toEqual(
      expect.arrayContaining(['extra', 'tool']),
    );
    expect(await npmPackages.isOutstanding(context)).toBe(false);
  });
});
