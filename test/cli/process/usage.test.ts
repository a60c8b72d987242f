import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue } from './run-avlogue.ts';

const COMMANDS =
  'make plan import list show convert queue cancel retry snippet publish watch serve formats sets devices doctor';

describe('the terminal', () => {
  it('has help with an example for every command', async () => {
    await using folder = await temporaryFolder();
    const runs = COMMANDS.split(' ').map(async (command) => {
      const { status, stdout } = await runAvlogue([command, '--help'], { library: folder.at('l') });
      return { command, ok: status === 0 && /\nExamples?:\n {2}avlogue /.test(stdout) };
    });
    expect((await Promise.all(runs)).filter(({ ok }) => !ok)).toEqual([]);
    const { stdout } = await runAvlogue(['--help'], { library: folder.at('l') });
    for (const command of COMMANDS.split(' ')) expect(stdout).toContain(`  ${command} `);
    expect(stdout).toContain('130');
  });

  it.each([
    ['an unknown command', ['bogus']],
    ['an unknown option', ['list', '--bogus']],
    ['a value out of range', ['list', '--limit', '0']],
    ['a missing argument', ['make', '--to', 'x']],
    ['an unknown id', ['show', 'nobody']],
    ['an unknown format', ['formats', 'show', 'nobody']],
    ['nothing to work on', ['convert']],
  ])('ends with status 2 for %s, and tells programs in JSON', async (_what, args) => {
    await using folder = await temporaryFolder();
    const [plain, json] = await Promise.all([
      runAvlogue(args, { library: folder.at('a') }),
      runAvlogue([...args, '--json'], { library: folder.at('b') }),
    ]);
    expect({ status: plain.status, stdout: plain.stdout }).toEqual({ status: 2, stdout: '' });
    expect(plain.stderr).toMatch(/^error/);
    expect(json.status).toBe(2);
    expect(JSON.parse(json.stdout).error).toMatchObject({
      code: expect.stringMatching(/^(input|catalog)\//),
      message: expect.any(String),
    });
  });

  it('makes a format set, an own format and a switched-off device, and remembers them', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library') };
    const shown = await runAvlogue(['formats', 'show', 'h264-360p', '--json'], options);
    const own = JSON.stringify({ ...JSON.parse(shown.stdout), id: 'own-360p', name: 'Own 360p' });
    expect((await runAvlogue(['formats', 'save', '-'], { ...options, input: own })).status).toBe(0);
    await runAvlogue(['sets', 'save', 'small', '--formats', 'own-360p,vp9-360p'], options);
    await runAvlogue(['devices', 'disable', 'podcast'], options);
    const sets = JSON.parse((await runAvlogue(['sets', '--json'], options)).stdout).formatSets;
    expect(sets).toContainEqual(
      expect.objectContaining({ id: 'small', formatIds: ['own-360p', 'vp9-360p'] }),
    );
    const listed = JSON.parse((await runAvlogue(['devices', '--json'], options)).stdout).devices;
    expect(listed).toContainEqual(expect.objectContaining({ id: 'podcast', enabled: false }));
    const bad = JSON.stringify({ ...JSON.parse(own), id: 'bad', container: 'webm' });
    const refused = await runAvlogue(['formats', 'save', '-', '--json'], {
      ...options,
      input: bad,
    });
    expect(refused.status).toBe(2);
    expect(JSON.parse(refused.stdout).error.code).toBe('format/invalid');
  });
});
