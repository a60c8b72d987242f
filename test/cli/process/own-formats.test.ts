import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue } from './run-avlogue.ts';

describe('own formats, sets and devices', () => {
  it('are made from standard input and arguments, remembered, and refused when they contradict themselves', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library') };
    const shown = await runAvlogue(['formats', 'show', 'h264-360p', '--json'], options);
    const own = { ...JSON.parse(shown.stdout), id: 'own-360p', name: 'Own 360p' };
    const save = ['formats', 'save', '-', '--json'];
    expect((await runAvlogue(save, { ...options, input: JSON.stringify(own) })).status).toBe(0);
    await runAvlogue(['sets', 'save', 'small', '--formats', 'own-360p,vp9-360p'], options);
    const sets = JSON.parse((await runAvlogue(['sets', '--json'], options)).stdout).formatSets;
    expect(sets).toContainEqual(
      expect.objectContaining({ id: 'small', formatIds: ['own-360p', 'vp9-360p'] }),
    );
    const bad = JSON.stringify({ ...own, id: 'bad', container: 'webm' });
    const refused = await runAvlogue(save, { ...options, input: bad });
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout).error.code).toBe('format/invalid');
    const { stdout } = await runAvlogue(['devices', 'disable', 'podcast', '--json'], options);
    expect(JSON.parse(stdout).devices).toMatchObject([{ id: 'podcast', enabled: false }]);
  });
});
