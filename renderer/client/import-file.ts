import type { DesktopBridge } from '../../core/desktop/bridge.ts';
import type { Client } from './create-client.ts';
import { type Failure, readFailure } from './read-failure.ts';
import type { UploadOutcome } from './upload-file.ts';

export interface ImportRequest {
  readonly desktop: DesktopBridge;
  readonly client: Client;
  readonly file: File;
  readonly signal: AbortSignal;
  /** 1 from the start: nothing is copied. */
  onProgress(fraction: number): void;
}

/** In the desktop window a file is imported from where it lies; the shell lets a dropped or chosen one through. */
export async function importFile(request: ImportRequest): Promise<UploadOutcome> {
  const { desktop, client, file, signal } = request;
  request.onProgress(1);
  try {
    const [path = ''] = await desktop.pathsOf([file]);
    if (path === '') return refused('import/not-found', `“${file.name}” lies on no disk.`);
    const { results } = await client.import.paths({ paths: [path] }, { signal });
    const [result] = results;
    if (result === undefined) return refused('import/not-media', `“${file.name}” holds no media.`);
    if (result.outcome === 'refused') return { kind: 'refused', failure: result.error };
    const kind = result.outcome === 'imported' ? 'imported' : 'known';
    return { kind, mediaId: result.mediaId };
  } catch (error) {
    if (signal.aborted) return refused('conversion/cancelled', 'The import was cancelled.');
    return { kind: 'refused', failure: readFailure(error) };
  }
}

function refused(code: Failure['code'], message: string): UploadOutcome {
  return { kind: 'refused', failure: { code, message } };
}
