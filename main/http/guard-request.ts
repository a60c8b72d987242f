import type { IncomingHttpHeaders } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import type { ErrorCode } from '../../core/errors/error-codes.ts';
import { isSameToken, readTokens } from './access-token.ts';

export interface GuardRules {
  readonly port: number;
  /** The name or address that a person had us listen on: no rebound name, and the one that was printed. */
  readonly host: string;
  /** Served beyond this machine: literal addresses are taken for ours too. No other name is, see below. */
  readonly beyondLoopback: boolean;
  /** Foreign origins let in on purpose, such as a development server. */
  readonly origins: ReadonlySet<string>;
  readonly token: string;
  readonly cookieName: string;
}

export interface GuardedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

export interface GuardRefusal {
  readonly code: Extract<ErrorCode, `access/${string}`>;
  readonly message: string;
}

const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Who may not come in, and why; null lets the request pass. Looks at headers only. */
export function refuseRequest(request: GuardedRequest, rules: GuardRules): GuardRefusal | null {
  return refuseCaller(request, rules) ?? refuseToken(request, rules);
}

/** Everything but the token: for the one request that brings it in its address. */
export function refuseCaller(request: GuardedRequest, rules: GuardRules): GuardRefusal | null {
  return refuseHost(request, rules) ?? refuseOrigin(request, rules) ?? refuseForeignFetch(request);
}

/**
 * A page of `evil.example` whose name suddenly means 127.0.0.1 (DNS rebinding) reaches us with its own
 * name in `Host`; it can never make a browser send ours.
 */
function refuseHost({ headers }: GuardedRequest, rules: GuardRules): GuardRefusal | null {
  const host = (headers.host ?? '').toLowerCase();
  const names = [...OWN_NAMES, rules.host.toLowerCase()];
  if (names.some((name) => host === `${name}:${rules.port}`)) return null;
  if (rules.port === 80 && names.includes(host)) return null;
  if (rules.beyondLoopback && isAddress(host, rules.port)) return null;
  return {
    code: 'access/host-refused',
    message: 'This address is not the one that AVlogue was started with. Open the one it printed.',
  };
}

function isAddress(host: string, port: number): boolean {
  const suffix = `:${port}`;
  if (host.endsWith(suffix) && isLiteral(host.slice(0, -suffix.length))) return true;
  return port === 80 && isLiteral(host);
}

/** An IPv6 address stands in brackets in a `Host` (RFC 3986, 3.2.2). */
function isLiteral(name: string): boolean {
  const isBracketed = name.startsWith('[') && name.endsWith(']');
  return isBracketed ? isIPv6(name.slice(1, -1)) : isIPv4(name);
}

/** Browsers send `Origin` with every request that could change something, and `null` from sandboxes. */
function refuseOrigin({ headers }: GuardedRequest, rules: GuardRules): GuardRefusal | null {
  const { origin, host } = headers;
  if (origin === undefined || origin === `http://${host}` || rules.origins.has(origin)) return null;
  return foreignPage();
}

/**
 * Images, scripts and frames of foreign pages carry no `Origin`. Another port of this machine is
 * `same-site` and would even send our cookie. Only links that a person follows may come from elsewhere.
 */
function refuseForeignFetch({ method, headers }: GuardedRequest): GuardRefusal | null {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return null;
  if (headers.origin !== undefined) return null;
  const followed =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return followed && (method === 'GET' || method === 'HEAD') ? null : foreignPage();
}

function foreignPage(): GuardRefusal {
  return {
    code: 'access/origin-refused',
    message: 'The request comes from a foreign web page. AVlogue answers to its own page only.',
  };
}

function refuseToken({ headers }: GuardedRequest, rules: GuardRules): GuardRefusal | null {
  const shown = readTokens(headers, rules.cookieName);
  if (shown.some((token) => isSameToken(token, rules.token))) return null;
  return tokenRefused(shown.length === 0 ? 'missing' : 'wrong');
}

export function tokenRefused(fault: 'missing' | 'wrong'): GuardRefusal {
  return {
    code: 'access/token-refused',
    message: `The token is ${fault}. Open the address with the token that AVlogue printed at its start.`,
  };
}
