import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { copyContent } from '../../../main/publishing/copy-content.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const GIGABYTE = 1024 ** 3;

describe('copying a file', () => {
  it('takes all of it, over what is there', async () => {
    await using folder = await temporaryFolder();
    const content = Buffer.alloc(3_500_000, 'harbour ');
    await writeFile(folder.at('source'), content);
    await writeFile(folder.at('copy'), '');
    await copyContent(folder.at('source'), folder.at('copy'));
    expect((await readFile(folder.at('copy'))).equals(content)).toBe(true);
  });

  it('is broken off in the middle of a large one (needs a disk that copies)', async (context) => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('source'), '');
    await truncate(folder.at('source'), 4 * GIGABYTE);
    await writeFile(folder.at('copy'), '');
    const stop = new AbortController();
    let isShared = false;
    const copying = copyContent(folder.at('source'), folder.at('copy'), stop.signal).then(() => {
      isShared = true;
    });
    const sizeNow = () =>
      stat(folder.at('copy')).then(
        ({ size }) => size,
        () => 0,
      );
    while (!isShared && (await sizeNow()) === 0) await turn();
    if (isShared) context.skip('this file system shares blocks, so nothing is copied');
    stop.abort();
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' });
    expect(await sizeNow()).toBeLessThan(GIGABYTE);
    // nothing holds it any more
    await (await open(folder.at('copy'), 'r+')).close();
  });
});
