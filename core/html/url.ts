import { AppError } from '../errors/app-error.ts';

/** RFC 3986: what may stand in a path as it is, and escapes that are already there. */
const NOT_IN_URL = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/[\]@!$&'()*+,;=%]/gu;

/**
 * A base for URLs as people type it: percent-encoded, without trailing slashes (but for the root itself). Empty stays empty (relative URLs).
 * @throws AppError input/invalid for schemes other than http and https, and for a query or fragment
 */
export function parseBaseUrl(text: string): string {
  const trimmed = text.trim();
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    throw refused(text, `“${scheme}:” cannot be the start of a media address`);
  if (/[?#\\]/.test(trimmed)) throw refused(text, 'it holds “?”, “#” or “\\”');
  const encoded = trimmed
    .toWellFormed()
    .replaceAll(NOT_IN_URL, (part) => encodeURIComponent(part))
    .replace(/\/+$/, '');
  return encoded === '' && trimmed !== '' ? '/' : encoded;
}

/** Whether `parseBaseUrl` takes it. */
export function isBaseUrl(text: string): boolean {
  try {
    parseBaseUrl(text);
    return true;
  } catch {
    return false;
  }
}

/** Relative when the base is empty. */
export function joinUrl(base: string, path: string): string {
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return base === '' || base === '/' ? base + encoded : `${base}/${encoded}`;
}

function refused(baseUrl: string, why: string): AppError {
  return new AppError(
    'input/invalid',
    `The base URL “${baseUrl}” is not allowed: ${why}. Give an http or https address, or a path.`,
    { details: { field: 'baseUrl' } },
  );
}
