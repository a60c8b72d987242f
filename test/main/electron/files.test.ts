import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openLogFile } from '../../../main/electron/log-file.ts';
import { createWindowMemory } from '../../../main/electron/window-memory.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

function listening() {
  const warnings: string[] = [];
  const nothing = () => {};
  return {
    warnings,
    logger: {
      info: nothing,
      error: nothing,
      warn: (message: string) => void warnings.push(message),
    },
  };
}

describe('the memory of the window', () => {
  const place = {
    bounds: { x: 1, y: 2, width: 900, height: 700 },
    maximized: true,
    theme: 'dark' as const,
  };

  it('gives back what was left', async () => {
    await using folder = await temporaryFolder();
    const memory = createWindowMemory(folder.at('new', 'window.json'), listening().logger);
    expect(memory.recall()).toBeNull();
    memory.remember(place);
    expect(memory.recall()).toEqual(place);
  });

  it('knows no theme in what an earlier version left', async () => {
    await using folder = await temporaryFolder();
    const { bounds, maximized } = place;
    await writeFile(folder.at('window.json'), JSON.stringify({ bounds, maximized }));
    const { logger, warnings } = listening();
    const left = createWindowMemory(folder.at('window.json'), logger).recall();
    expect(left).toEqual({ bounds, maximized, theme: 'system' });
    expect(warnings).toEqual([]);
  });

  it.each(['{"bounds":{"x":1}}', 'not json', '{"bounds":{"x":0,"y":0,"width":-5,"height":1}}'])(
    'forgets what cannot be used, and says so: %s',
    async (text) => {
      await using folder = await temporaryFolder();
      await writeFile(folder.at('window.json'), text);
      const { logger, warnings } = listening();
      expect(createWindowMemory(folder.at('window.json'), logger).recall()).toBeNull();
      expect(warnings).toHaveLength(1);
    },
  );

  it('does not keep the window from closing when it cannot be written', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('file'), '');
    const { logger, warnings } = listening();
    createWindowMemory(folder.at('file', 'window.json'), logger).remember(place);
    expect(warnings).toEqual(['The window’s place could not be kept.']);
  });
});

describe('the log file', () => {
  const clock = { now: () => Date.UTC(2026, 0, 31, 12) };

  it('holds every entry at once, with its time and cause', async () => {
    await using folder = await temporaryFolder();
    const log = openLogFile(folder.at('logs', 'avlogue.log'), clock);
    log.warn('Something is odd.', new Error('the cause'));
    const text = await readFile(folder.at('logs', 'avlogue.log'), 'utf8');
    expect(text).toMatch(
      /^2026-01-31T12:00:00\.000Z warn Something is odd\.\n {4}Error: the cause/,
    );
  });

  it('goes on where it was, and is kept aside when it has grown', async () => {
    await using folder = await temporaryFolder();
    const file = folder.at('avlogue.log');
    openLogFile(file, clock).info('first');
    openLogFile(file, clock).info('second');
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2);
    await writeFile(file, 'x'.repeat(2_000_001));
    openLogFile(file, clock).info('third');
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(1);
    expect(await readFile(`${file}.old`, 'utf8')).toHaveLength(2_000_001);
  });
});
