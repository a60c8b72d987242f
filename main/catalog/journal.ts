import { open, readFile, stat } from 'node:fs/promises';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** What the journal uses of a file; a test can hand in one that fails. */
export interface JournalFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
  truncate(length: number): Promise<void>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenJournalFile = (path: string) => Promise<JournalFile>;

/** The append-only file. Calls must not overlap; see `createSerial`. */
export interface Journal {
  /** Of what is written and synced. */
  bytes(): number;
  /** Written and synced, or the file is as it was and the system's error is thrown. */
  append(text: string): Promise<void>;
  /**
   * Leaves only what begins at this byte. `keep` is called while the whole old file is still in place.
   * The file has its old or its new content at any moment.
   */
  cutBefore(byte: number, keep: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly path: string;
  /** Where to go on: anything behind it was not written whole. */
  readonly length: number;
  readonly openFile?: OpenJournalFile;
}

/** The file must exist. */
export function createJournal({ path, length, openFile = openForUpdate }: JournalOptions): Journal {
  let bytes = length;
  let file: JournalFile | null = null;
  // what a failed write, or the process before, left behind the end
  let leftOver = true;

  async function ready(): Promise<JournalFile> {
    file ??= await openFile(path);
    if (leftOver) await file.truncate(bytes);
    leftOver = false;
    return file;
  }

  async function closeFile(): Promise<void> {
    const closing = file;
    file = null;
    await closing?.close();
  }

  async function takeBack(): Promise<void> {
    leftOver = true;
    try {
      await ready();
    } catch {
      // done before the next write, and a torn line is dropped at the next start
    }
  }

  return {
    bytes: () => bytes,
    async append(text) {
      const content = Buffer.from(text);
      try {
        const target = await ready();
        await writeAt(target, content, bytes);
        await target.datasync();
        bytes += content.length;
      } catch (error) {
        await takeBack();
        throw error;
      }
    },
    async cutBefore(byte, keep) {
      const rest = (await readFile(path)).subarray(byte, bytes);
      try {
        await writeFileAtomically(path, rest, {
          verify: async () => {
            await keep();
            // Windows does not replace a file that is open
            await closeFile();
          },
        });
      } finally {
        // also when the new file stands and only the folder could not be synced
        const { size } = await stat(path);
        if (size < bytes || size === rest.length) bytes = rest.length;
      }
    },
    close: closeFile,
  };
}

function openForUpdate(path: string): Promise<JournalFile> {
  return open(path, 'r+');
}

async function writeAt(file: JournalFile, content: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < content.length; ) {
    const { bytesWritten } = await file.write(
      content,
      done,
      content.length - done,
      position + done,
    );
    done += bytesWritten;
  }
}
