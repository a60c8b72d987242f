import { stemOf } from '../../core/import/captions.ts';
import { isHiddenName, isMediaFileName } from '../../core/import/media-extensions.ts';
import { isCaptionFileName, masterStemOf } from '../../core/import/sidecars.ts';

/**
 * The files of a drop that are to be copied in: those that were dropped themselves, whatever they are, and the media in
 * dropped folders with their captions, as the engine walks them. Entries must be taken before the event is over, files may come later.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files];
  const files = await Promise.all(
    entries.map((entry) => (isFile(entry) ? [fileOf(entry)] : readEntry(entry))),
  );
  return Promise.all(files.flat());
}

async function readEntry(entry: FileSystemEntry): Promise<readonly Promise<File>[]> {
  if (isFile(entry)) {
    const { name } = entry;
    return isMediaFileName(name) || isCaptionFileName(name) ? [fileOf(entry)] : [];
  }
  if (!isFolder(entry) || isHiddenName(entry.name)) return [];
  const inside = await readFolder(entry.createReader());
  const masters = new Set(
    inside
      .map(({ name }) => name)
      .filter(isMediaFileName)
      .map(stemOf),
  );
  const wanted = inside.filter(
    ({ name }) => !isCaptionFileName(name) || masterStemOf(name, masters) !== null,
  );
  return (await Promise.all(wanted.toSorted(byName).map(readEntry))).flat();
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
