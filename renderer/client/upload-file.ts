import { type Failure, parseReport } from './read-failure.ts';

export type UploadOutcome =
  | { readonly kind: 'imported' | 'known' | 'captions'; readonly mediaId: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

export interface UploadRequest {
  readonly origin: string;
  readonly file: File;
  readonly signal: AbortSignal;
  /** `fraction` is 1 while the engine looks at the received file. */
  onProgress(fraction: number): void;
}

/** XMLHttpRequest, because fetch tells nothing about how far a request body has got. */
export function uploadFile(request: UploadRequest): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open('PUT', `${request.origin}/upload?name=${encodeURIComponent(request.file.name)}`);
    xhr.setRequestHeader('content-type', 'application/octet-stream');
    xhr.upload.onprogress = (event) => request.onProgress(event.loaded / Math.max(event.total, 1));
    xhr.upload.onload = () => request.onProgress(1);
    xhr.onload = () => resolve(parseOutcome(xhr.status, xhr.responseText));
    xhr.onerror = () =>
      resolve(refused('host/unreachable', 'The connection broke during the upload.'));
    xhr.onabort = () => resolve(refused('conversion/cancelled', 'The upload was cancelled.'));
    request.signal.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(request.file);
  });
}

function refused(code: Failure['code'], message: string): UploadOutcome {
  return { kind: 'refused', failure: { code, message } };
}

/** An `ImportResult`, or an error report when the request itself was refused. */
export function parseOutcome(status: number, text: string): UploadOutcome {
  const answer = parseJson(text);
  if (typeof answer === 'object' && answer !== null && 'mediaId' in answer) {
    const { mediaId } = answer;
    const known = 'outcome' in answer && answer.outcome !== 'imported';
    if (typeof mediaId === 'string') return { kind: known ? 'known' : 'imported', mediaId };
  }
  const failure = parseReport(answer);
  if (failure !== null) return { kind: 'refused', failure };
  return refused(
    status === 413 ? 'input/too-large' : 'internal/bug',
    `The host answered ${status}.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
