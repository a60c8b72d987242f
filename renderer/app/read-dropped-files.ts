import { stemOf } from '../../core/import/captions.ts';
import { createMasterStems } from '../../core/import/master-stems.ts';
import { isHiddenName, isMediaFileName } from '../../core/import/media-extensions.ts';
import { isCaptionFileName } from '../../core/import/sidecars.ts';

/**
 * The files of a drop that are to be copied in, by the folder that they lie in, since two folders may hold the same
 * names: those that were dropped themselves, whatever they are, and the media in dropped folders with their captions,
 * as the engine walks them. Entries must be taken before the event is over, files may come later.
 */
export async function readDroppedFiles(
  transfer: DataTransfer,
): Promise<readonly (readonly File[])[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const loose =
    entries.length === 0
      ? [...transfer.files]
      : entries.filter(isFile).map((entry) => fileOf(entry));
  const places = [loose, ...(await readFolders(entries))];
  const found = await Promise.all(places.map((files) => Promise.all(files)));
  return found.filter((files) => files.length > 0);
}

type Place = readonly Promise<File>[];

async function readFolders(entries: readonly FileSystemEntry[]): Promise<readonly Place[]> {
  const folders = entries.filter(isFolder);
  return (await Promise.all(folders.map(readPlaces))).flat();
}

/** A folder and those within it. */
async function readPlaces(folder: FileSystemDirectoryEntry): Promise<readonly Place[]> {
  if (isHiddenName(folder.name)) return [];
  const inside = (await readFolder(folder.createReader())).toSorted(byName);
  const files = inside.filter(isFile);
  const media = files.filter(({ name }) => isMediaFileName(name));
  const masters = createMasterStems(media.map(({ name }) => stemOf(name)));
  const captions = files.filter(
    ({ name }) => isCaptionFileName(name) && masters.of(name).length > 0,
  );
  return [[...media, ...captions].map(fileOf), ...(await readFolders(inside))];
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

/** A reader gives at most 100 entries at a time and an empty list at the end. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function byName(one: FileSystemEntry, other: FileSystemEntry): number {
  return one.name < other.name ? -1 : 1;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
