import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeClip } from '../../helpers/make-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { runAvlogue } from './run-avlogue.ts';

const SRT = '1\n00:00:00,000 --> 00:00:01,000\nVorsicht, die Flut.\n';

describe('avlogue captions', () => {
  it('adds those of a file, lists them, publishes them in the site’s language, and removes them', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    await makeClip(folder.at('harbour.mp4'), { seconds: 1 });
    await writeFile(folder.at('elsewhere.de.sdh.srt'), SRT);
    const imported = await runAvlogue(['import', 'harbour.mp4'], options);
    expect(imported.status).toBe(0);

    const added = await runAvlogue(
      ['captions', 'harbour', 'elsewhere.de.sdh.srt', '--default', '--json'],
      options,
    );
    expect(added.status).toBe(0);
    const [caption] = JSON.parse(added.stdout).captions;
    expect(caption).toMatchObject({
      language: 'de',
      kind: 'captions',
      label: 'Deutsch (CC)',
      isDefault: true,
    });
    const listed = await runAvlogue(['captions', 'harbour'], options);
    expect(listed.stdout).toMatch(/Deutsch \(CC\) \(default\) +de +captions +added/);

    const published = ['publish', 'harbour', '--to', 'site', '--language', 'de'];
    const early = await runAvlogue([...published, '--dry-run'], options);
    expect(early.stderr).toContain('[publish/nothing-ready]');
    await runAvlogue(['convert', 'harbour'], options);
    expect((await runAvlogue(published, options)).status).toBe(0);
    const page = await readFile(folder.at('site', 'media', 'harbour', 'embed.html'), 'utf8');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain(`<track kind="captions" src="${caption.id}.vtt" srclang="de"`);
    const vtt = await readFile(folder.at('site', 'media', 'harbour', `${caption.id}.vtt`), 'utf8');
    expect(vtt).toContain('Vorsicht, die Flut.');

    const removed = await runAvlogue(['captions', 'harbour', '--remove', caption.id], options);
    expect(removed).toMatchObject({ status: 0, stdout: 'There are no captions.\n' });
  });

  it('refuses what is none, and a file that is not there', async () => {
    await using folder = await temporaryFolder();
    const options = { library: folder.at('library'), cwd: folder.path };
    await makeClip(folder.at('harbour.mp4'), { seconds: 1 });
    await writeFile(folder.at('diary.srt'), 'Dear diary');
    await runAvlogue(['import', 'harbour.mp4'], options);
    const none = await runAvlogue(['captions', 'harbour', 'diary.srt'], options);
    expect(none.status).not.toBe(0);
    expect(none.stderr).toContain('[import/not-captions]');
    const absent = await runAvlogue(['captions', 'harbour', 'nowhere.srt'], options);
    expect(absent.stderr).toContain('[import/not-found]');
  });
});
