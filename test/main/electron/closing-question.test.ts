import { describe, expect, it } from 'vitest';
import { settingsPatch } from '../../../core/catalog/settings-patch.ts';
import { openCatalog } from '../../../main/catalog/open-catalog.ts';
import { createClosingQuestion } from '../../../main/electron/closing-question.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('the question at closing', () => {
  it('keeps its answer beside what is changed in the same moment', async () => {
    await using folder = await temporaryFolder();
    const clock = { now: () => 0 };
    const catalog = await openCatalog({ paths: libraryPaths(folder.at('library')), clock });
    const warned: string[] = [];
    const ask = createClosingQuestion({
      dialogs: { askAboutConverting: async () => ({ answer: 'background', keep: true }) },
      opening: Promise.resolve({ catalog }),
      logger: { info: () => {}, warn: (message) => warned.push(message), error: () => {} },
    });
    const asked = ask('close');
    await Promise.all([asked, catalog.commit([settingsPatch({ queuePaused: true })])]);
    expect(catalog.get('settings', 'settings')).toMatchObject({
      whenClosing: 'background',
      queuePaused: true,
    });
    expect(warned).toEqual([]);
    await catalog.close();
  });
});
