import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../cli/run-cli.ts';
import { displayWidth } from '../../cli/text/display-width.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { createFakeTerminal } from './fake-terminal.ts';

const COMMANDS = [
  ...['make', 'plan', 'import', 'list', 'show', 'convert', 'queue', 'cancel', 'retry', 'snippet'],
  ...['publish', 'targets', 'watch', 'serve', 'formats', 'sets', 'devices', 'doctor', 'edit'],
  ...['poster', 'captions', 'remove', 'refused', 'events', 'settings', 'backup'],
];

async function run(...args: readonly string[]) {
  const fake = createFakeTerminal('/nowhere/library');
  const status = await runCli(args, fake.terminal);
  return { status, stdout: fake.stdout(), stderr: fake.stderr() };
}

describe('the help', () => {
  it.each(COMMANDS)('of %s has an example and fits 80 columns', async (command) => {
    const { status, stdout, stderr } = await run(command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\nExamples?:\n {2}avlogue /);
    expect(stdout).toContain('--library <dir>');
    const beforeExamples = stdout.slice(0, stdout.search(/\nExamples?:/));
    expect(Math.max(...beforeExamples.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
  });

  it('lists every command and the exit statuses', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    const commands = stdout.slice(stdout.indexOf('\nCommands:'), stdout.indexOf('\nExit status'));
    const listed = [...commands.matchAll(/^ {2}([a-z]+) .* {2}/gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual([...COMMANDS, 'help'].toSorted());
    for (const exit of ['0 all done', '1 some were', '2 wrong usage', '130 stopped']) {
      expect(stdout.replaceAll('\n', ' ')).toContain(exit);
    }
  });

  it('is shown for what `help` names, and in a group of commands too', async () => {
    for (const args of [
      ['help', 'sets', 'save'],
      ['sets', 'help', 'save'],
      ['help', 'sets'],
    ]) {
      const { status, stdout, stderr } = await run(...args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain(`Usage: avlogue sets${args.length === 3 ? ' save' : ''} [options]`);
    }
  });

  it('and the README name the same commands', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, table = ''] = /\n\| command \| \|\n([\s\S]*?)\n\n/.exec(readme) ?? [];
    const firsts = table.split('\n').flatMap((row) => row.split('|')[1]?.match(/`[a-z]+/g) ?? []);
    expect(firsts.map((name) => name.slice(1)).toSorted()).toEqual(COMMANDS.toSorted());
  });

  it('is what comes without a command, as wrong usage', async () => {
    const { status, stdout } = await run();
    expect(status).toBe(2);
    expect(stdout).toContain('Usage: avlogue');
  });
});

it('prints its version', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('wrong usage', () => {
  it.each([
    ['an unknown command', ['bogus'], /unknown command/],
    ['help for an unknown command', ['help', 'bogus'], /unknown command 'bogus'/],
    ['an unknown command of a group', ['sets', 'bogus'], /unknown command 'bogus' of sets/],
    ['an unknown option', ['list', '--bogus'], /unknown option/],
    ['a number out of range', ['list', '--limit', '0'], /from 1 to 500/],
    ['a word that is no choice', ['list', '--sort', 'colour'], /Allowed choices/],
    ['no bitrate', ['snippet', 'x', '--bitrate', 'fast'], /800k/],
    ['no attribute', ['snippet', 'x', '--attribute', '=1'], /name=value/],
    ['a missing argument', ['make', '--to', 'x'], /missing required argument/],
    ['a missing option', ['make', 'x'], /--to/],
  ])('ends with status 2 before any library is opened: %s', async (_what, args, message) => {
    const plain = await run(...args);
    expect({ status: plain.status, stdout: plain.stdout }).toEqual({ status: 2, stdout: '' });
    expect(plain.stderr).toMatch(message);
    const json = await run(...args, '--json');
    expect({ status: json.status, stderr: json.stderr }).toEqual({ status: 2, stderr: '' });
    const { error } = JSON.parse(json.stdout);
    expect(error).toEqual({
      code: 'input/invalid',
      message: expect.stringMatching(message),
      details: {},
    });
  });
});

describe('a command with a library', () => {
  it('closes it again, so that the next one can open it', async () => {
    await using folder = await temporaryFolder();
    for (const _run of [1, 2]) {
      const fake = createFakeTerminal(folder.at('library'));
      expect(await runCli(['list', '--json'], fake.terminal)).toBe(0);
      expect(JSON.parse(fake.stdout()).total).toBe(0);
    }
    expect(existsSync(folder.at('library', 'catalog.lock'))).toBe(false);
  });

  it('says what was repaired when the catalog was opened', async () => {
    await using folder = await temporaryFolder();
    const library = folder.at('library');
    for (const id of ['one', 'two']) {
      const save = ['sets', 'save', id, '--formats', 'h264-360p'];
      expect(await runCli(save, createFakeTerminal(library).terminal)).toBe(0);
    }
    await writeFile(folder.at('library', 'catalog.json'), 'garbage');
    const fake = createFakeTerminal(library);
    expect(await runCli(['list', '--json', '--quiet'], fake.terminal)).toBe(0);
    expect(fake.stderr()).toMatch(/^note The catalog .+ cannot be read: .+ was restored/);
    expect(JSON.parse(fake.stdout()).total).toBe(0);
    const later = createFakeTerminal(library);
    await runCli(['list'], later.terminal);
    expect(later.stderr()).toBe('');
  });

  it.each([
    ['an unknown media', ['show', 'nobody'], 'catalog/not-found'],
    ['an unknown format', ['formats', 'show', 'nobody'], 'catalog/not-found'],
    ['nothing to work on', ['convert'], 'input/invalid'],
    ['names beside what takes all', ['cancel', 'one', '--all'], 'input/invalid'],
    ['names beside what takes all', ['publish', 'one', '--to', 'x', '--all'], 'input/invalid'],
    ['a setting that is none', ['settings', 'set', 'colour', 'red'], 'input/invalid'],
    ['a value that is none', ['settings', 'set', 'parallelJobs', '0'], 'input/invalid'],
    ['a file that was not refused', ['refused', 'retry', 'x'], 'catalog/not-found'],
    ['no folder to watch no more', ['watch', '--remove'], 'input/invalid'],
  ])('ends with status 2 for %s', async (_what, args, code) => {
    await using folder = await temporaryFolder();
    const fake = createFakeTerminal(folder.at('library'));
    expect(await runCli(args, fake.terminal)).toBe(2);
    expect(fake.stdout()).toBe('');
    expect(fake.stderr()).toContain(`error [${code}]`);
  });
});
