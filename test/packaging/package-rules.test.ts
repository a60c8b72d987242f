import { join } from 'node:path';
import { FileMatcher } from 'app-builder-lib/out/fileMatcher.js';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

/** electron-builder gathers patterns without a place of their own into one object. */
const filesSchema = z
  .array(z.union([z.string(), z.looseObject({ filter: z.array(z.string()) })]))
  .transform((files) => files.flatMap((one) => (typeof one === 'string' ? [one] : one.filter)));

const platformSchema = z.looseObject({
  target: z.union([z.string(), z.array(z.string())]),
  files: filesSchema,
});

const rulesSchema = z.looseObject({
  files: filesSchema,
  asarUnpack: z.array(z.string()),
  publish: z.null(),
  electronFuses: z.record(z.string(), z.boolean()),
  linux: platformSchema,
  win: platformSchema,
  mac: platformSchema,
});

let rules: z.infer<typeof rulesSchema>;

beforeAll(async () => {
  rules = rulesSchema.parse(await getConfig(ROOT, 'electron-builder.yml', null));
});

/** What this machine cannot build is judged by its rules; `package-contents.test.ts` builds the one for Linux. */
describe('the rules of the packages', () => {
  it('make an installer for Windows, an image for macOS, an AppImage and a package for Linux', () => {
    expect([rules.win.target, rules.mac.target, rules.linux.target]).toEqual([
      'nsis',
      ['dmg', 'zip'],
      ['AppImage', 'deb'],
    ]);
  });

  it('harden the runtime on macOS and notarize where there are credentials', () => {
    expect(rules.mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  });

  it.each([
    ['linux', 'x64', 'linux/x64/ffprobe'],
    ['win', 'x64', 'win32/x64/ffprobe.exe'],
    ['win', 'ia32', 'win32/ia32/ffprobe.exe'],
    ['mac', 'x64', 'darwin/x64/ffprobe'],
    ['mac', 'arm64', 'darwin/arm64/ffprobe'],
  ] as const)('hold only the ffprobe of their own system: %s %s', (platform, arch, own) => {
    const held = [
      ...['linux/x64/ffprobe', 'linux/ia32/ffprobe', 'win32/x64/ffprobe.exe'],
      ...['win32/ia32/ffprobe.exe', 'darwin/x64/ffprobe', 'darwin/arm64/ffprobe'],
    ].filter(isHeld(platform, arch));
    expect(held).toEqual([own]);
  });

  it.each(['linux', 'win', 'mac'] as const)(
    'leave tools and workers outside of the archive: %s',
    (platform) => {
      expect(rules.asarUnpack).toEqual([
        'dist/app/workers/**',
        'node_modules/ffmpeg-static/**',
        'node_modules/ffprobe-static/bin/**',
      ]);
      expect(rules[platform]).not.toHaveProperty('asarUnpack');
    },
  );

  it('have no update feed', () => {
    expect(rules.publish).toBeNull();
    expect([rules.win, rules.mac, rules.linux].some((one) => 'publish' in one)).toBe(false);
  });
});

/** As electron-builder picks files below node_modules: everything but what the rules leave out. */
function isHeld(platform: 'linux' | 'win' | 'mac', arch: string): (file: string) => boolean {
  const excluded = [...rules.files, ...rules[platform].files].filter((one) => one.startsWith('!'));
  const expand = (pattern: string) => pattern.replaceAll(/\$\{arch\}/g, arch);
  const passes = new FileMatcher(ROOT, ROOT, expand, ['**/*', ...excluded]).createFilter();
  const stat = { isDirectory: () => false, isFile: () => true };
  return (file) => passes(join(ROOT, 'node_modules/ffprobe-static/bin', file), stat as never);
}
