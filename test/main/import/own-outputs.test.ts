import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOwnOutputs } from '../../../main/import/own-outputs.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { memoryCatalog } from '../publishing/memory-catalog.ts';

describe('what AVlogue wrote itself', () => {
  it('is known by either way to a library that was opened by a link', async () => {
    await using folder = await temporaryFolder();
    const real = join(await realpath(folder.path), 'library');
    await mkdir(real);
    const link = folder.at('link');
    await symlink(real, link, 'junction');
    const isOwnOutput = createOwnOutputs(memoryCatalog(), link);
    const paths = [link, real].map((root) => join(root, 'renditions', 'm1', 'h264.mp4'));
    expect(paths.map(isOwnOutput)).toEqual([true, true]);
    expect(isOwnOutput(`${real}-other/clip.mp4`)).toBe(false);
  });
});
