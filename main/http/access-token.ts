import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AppError } from '../../core/errors/app-error.ts';

const TOKEN_BYTES = 24;
const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i;

/** What opens the host for one launch: 192 random bits, safe in URLs and headers. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** One that a person chose must fit into a URL, a header and a cookie, and not be guessed at once. */
export function requireUsableToken(token: string): void {
  if (/^[A-Za-z0-9._~-]{8,200}$/.test(token)) return;
  throw new AppError(
    'input/invalid',
    'A token needs 8 to 200 letters, digits, dots, dashes or underscores.',
    { details: { field: 'token' } },
  );
}

/** Cookies are shared by all ports of a machine, so the port is part of the name. */
export function cookieNameFor(port: number): string {
  return `avlogue-${port}`;
}

/** Without an end, so that it lasts as long as the browser runs; scripts and foreign pages never get it. */
export function buildTokenCookie(port: number, token: string): string {
  return `${cookieNameFor(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}

/** All tokens that a request shows: a bearer token and every cookie of our name. */
export function readTokens(headers: IncomingHttpHeaders, cookieName: string): readonly string[] {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  const cookies = (headers.cookie ?? '').split(';').flatMap((cookie) => {
    const [name, value] = splitOnce(cookie, '=');
    return name.trim() === cookieName && value !== null ? [value.trim()] : [];
  });
  return bearer === undefined ? cookies : [bearer, ...cookies];
}

/** Takes the same time for every wrong token of any length, so that none can be guessed by parts. */
export function isSameToken(shown: string, expected: string): boolean {
  return timingSafeEqual(digest(shown), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function splitOnce(text: string, separator: string): readonly [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}
