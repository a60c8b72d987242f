/** What tells one state of a file from another, for caches and for downloads that go on. */
export interface FileValidators {
  readonly etag: string;
  /** As HTTP writes it, whole seconds. */
  readonly lastModified: string;
}

export interface HeaderReader {
  get(name: string): string | null;
}

export function validatorsOf(file: { sizeBytes: number; modifiedMs: number }): FileValidators {
  const modified = Math.floor(file.modifiedMs);
  return {
    etag: `"${file.sizeBytes.toString(36)}-${modified.toString(36)}"`,
    lastModified: new Date(modified).toUTCString(),
  };
}

/** RFC 9110, 13.1.2 and 13.1.3: `If-None-Match` decides alone where both are given. */
export function isNotModified(headers: HeaderReader, validators: FileValidators): boolean {
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== null) {
    return ifNoneMatch
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === '*' || tag === validators.etag);
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Number.isFinite(since) && Date.parse(validators.lastModified) <= since;
}

/** RFC 9110, 13.1.5: a range of another state of the file must not be mixed in; weak tags never match. */
export function mayUseRange(headers: HeaderReader, validators: FileValidators): boolean {
  const ifRange = headers.get('if-range');
  return ifRange === null || ifRange === validators.etag || ifRange === validators.lastModified;
}
