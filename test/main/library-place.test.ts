import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { chooseLibrary } from '../../cli/default-library.ts';
import { chosenLibraryFile, defaultLibraryPath } from '../../main/default-library.ts';
import { libraryInFolder } from '../../main/library-in-folder.ts';
import { chooseLibraryPlace, libraryPlace } from '../../main/library-place.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';

function placesIn(folder: TemporaryFolder) {
  return {
    environment: { XDG_DATA_HOME: folder.at('data') },
    platform: 'linux',
    homeFolder: folder.path,
  } as const;
}

describe('the place of the library', () => {
  it('is the usual one until another is chosen, for the window and the terminal', async () => {
    await using folder = await temporaryFolder();
    const places = placesIn(folder);
    expect(libraryPlace(places)).toBe(defaultLibraryPath(places));
    await mkdir(folder.at('films'));
    chooseLibraryPlace(folder.at('films'), places);
    expect(libraryPlace(places)).toBe(folder.at('films'));
    expect(chooseLibrary(undefined, { ...places, workingFolder: '/' })).toBe(folder.at('films'));
    chooseLibraryPlace(null, places);
    expect(libraryPlace(places)).toBe(defaultLibraryPath(places));
  });

  it('is no folder of Windows that roams, unless it is there already', async () => {
    await using folder = await temporaryFolder();
    const places = {
      environment: { APPDATA: folder.at('Roaming'), LOCALAPPDATA: folder.at('Local') },
      platform: 'win32',
      homeFolder: folder.path,
    } as const;
    const local = folder.at('Local', 'avlogue');
    const roaming = folder.at('Roaming', 'avlogue');
    await mkdir(roaming, { recursive: true });
    expect(libraryPlace(places)).toBe(local);
    await writeFile(folder.at('Roaming', 'avlogue', 'catalog.json'), '{}');
    expect(libraryPlace(places)).toBe(roaming);
    await mkdir(local, { recursive: true });
    await writeFile(folder.at('Local', 'avlogue', 'catalog.journal'), '');
    expect(libraryPlace(places)).toBe(local);
  });

  it('is never an empty library instead of a chosen one whose drive is gone', async () => {
    await using folder = await temporaryFolder();
    const places = placesIn(folder);
    chooseLibraryPlace(folder.at('drive', 'films'), places);
    expect(() => libraryPlace(places)).toThrow(
      expect.objectContaining({
        code: 'catalog/place-lost',
        details: { path: folder.at('drive', 'films') },
      }),
    );
  });

  it.each(['not json', '{}', '{"path":"films"}'])(
    'is not guessed where it cannot be read: %s',
    async (text) => {
      await using folder = await temporaryFolder();
      const places = placesIn(folder);
      await mkdir(folder.at('data'));
      await writeFile(chosenLibraryFile(places), text);
      expect(() => libraryPlace(places)).toThrow(
        expect.objectContaining({ code: 'catalog/unreadable' }),
      );
    },
  );
});

describe('the library that is meant by a folder', () => {
  it('is the folder itself where one is, or where nothing else is', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('old'));
    await writeFile(folder.at('old', 'catalog.json'), '{}');
    await mkdir(folder.at('empty'));
    await writeFile(folder.at('empty', '.DS_Store'), '');
    expect(await libraryInFolder(folder.at('old'))).toEqual({
      path: folder.at('old'),
      isThere: true,
    });
    for (const name of ['empty', 'not there yet']) {
      const path = folder.at(name);
      expect(await libraryInFolder(path)).toEqual({ path, isThere: false });
    }
  });

  it('is a folder of its own within one that holds other things', async () => {
    await using folder = await temporaryFolder();
    await writeFile(folder.at('letter.txt'), '');
    const path = folder.at('AVlogue');
    expect(await libraryInFolder(folder.path)).toEqual({ path, isThere: false });
    await mkdir(path);
    await writeFile(folder.at('AVlogue', 'catalog.journal'), '');
    expect(await libraryInFolder(folder.path)).toEqual({ path, isThere: true });
  });
});
