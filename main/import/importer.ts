import type { ImportOptions, ImportResult } from '../../core/contract/import.ts';

/** The one way into the catalog for files, whoever brings them. */
export interface Importer {
  /** Walks folders; every file gets a result, a bad one never stops the others. Progress goes to the events. */
  importPaths(paths: readonly string[], options: ImportSource): Promise<ImportBatch>;
  /** Some files are there no more: their media become `missing`, unless the same content shows up elsewhere soon. */
  noticeMissing(paths: readonly string[]): Promise<void>;
  /** Caption files came, changed or went: the media beside them follow, in the background. */
  noticeSidecars(paths: readonly string[]): void;
  /**
   * Before anything is imported: uploads are found where the library's folder is now, and what an earlier run left
   * is told from what comes. Once or often.
   */
  start(): Promise<void>;
  /**
   * Looks after all masters of the catalog, and the caption files beside them: gone, back, changed. Takes in and
   * clears up what an earlier run left.
   */
  checkMasters(): Promise<void>;
  /** Makes the pictures and captions that these media lack; resolves when they have what can be made for them. */
  finish(mediaIds: readonly string[]): Promise<void>;
  /** Waits for pictures and everything else that goes on after the results. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface ImportSource extends ImportOptions {
  readonly watchFolderId: string | null;
  /** The file lies in the library because it was uploaded. */
  readonly ownedByLibrary: boolean;
  /** An upload of an earlier run that was not catalogued: whatever becomes of it, it is not deleted. */
  readonly leftOver?: boolean;
  /** A person asks for it: what was refused for its content is looked into again. */
  readonly again?: boolean;
  readonly signal?: AbortSignal;
}

export interface ImportBatch {
  readonly batchId: string;
  readonly results: readonly ImportResult[];
}
