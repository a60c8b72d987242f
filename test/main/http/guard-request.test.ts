import { describe, expect, it } from 'vitest';
import {
  buildTokenCookie,
  cookieNameFor,
  createToken,
  isSameToken,
  readTokens,
  requireUsableToken,
} from '../../../main/http/access-token.ts';
import {
  type GuardedRequest,
  type GuardRules,
  refuseRequest,
} from '../../../main/http/guard-request.ts';

const rules: GuardRules = {
  port: 4680,
  host: '127.0.0.1',
  beyondLoopback: false,
  origins: new Set(),
  token: 'right',
  cookieName: cookieNameFor(4680),
};

function request(headers: GuardedRequest['headers'] = {}, method = 'GET'): GuardedRequest {
  return {
    method,
    headers: { host: '127.0.0.1:4680', cookie: 'avlogue-4680=right', ...headers },
  };
}

function codeFor(headers: GuardedRequest['headers'], changes: Partial<GuardRules> = {}) {
  return refuseRequest(request(headers), { ...rules, ...changes })?.code ?? null;
}

describe('the Host header', () => {
  it.each(['127.0.0.1:4680', 'localhost:4680', '[::1]:4680'])('lets %s in', (host) => {
    expect(codeFor({ host })).toBeNull();
  });

  it.each([
    ['a name that was rebound to this machine', 'evil.example:4680'],
    ['our name as a part of another', 'localhost.evil.example:4680'],
    ['our address as a user name', '127.0.0.1@evil.example:4680'],
    ['another port', '127.0.0.1:4681'],
    ['no port', '127.0.0.1'],
    ['another address of this machine', '192.168.1.5:4680'],
    ['the address of all interfaces', '0.0.0.0:4680'],
    ['nothing', ''],
    ['a trailing dot', 'localhost.:4680'],
  ])('refuses %s', (_what, host) => {
    expect(codeFor({ host })).toBe('access/host-refused');
  });

  it('refuses a request without one', () => {
    expect(refuseRequest({ method: 'GET', headers: {} }, rules)?.code).toBe('access/host-refused');
  });

  it('lets the name in that it was started with, and no other', () => {
    const named = { host: 'NAS.local', beyondLoopback: true };
    expect(codeFor({ host: 'nas.local:4680' }, named)).toBeNull();
    expect(codeFor({ host: 'nas.local' }, { ...named, port: 80 })).toBeNull();
    expect(codeFor({ host: 'nas.local' }, named)).toBe('access/host-refused');
    expect(codeFor({ host: 'evil.example:4680' }, named)).toBe('access/host-refused');
  });

  it('takes addresses, but never names, when other machines are let in', () => {
    const open = { host: '0.0.0.0', beyondLoopback: true };
    expect(codeFor({ host: '192.168.1.5:4680' }, open)).toBeNull();
    expect(codeFor({ host: '[fe80::1]:4680' }, open)).toBeNull();
    expect(codeFor({ host: 'evil.example:4680' }, open)).toBe('access/host-refused');
    expect(codeFor({ host: '192.168.1.5:80' }, open)).toBe('access/host-refused');
  });

  it('takes addresses without a port where that is the usual one', () => {
    const open = { host: '0.0.0.0', beyondLoopback: true, port: 80, cookieName: 'avlogue-4680' };
    for (const host of ['192.168.1.5', '[fe80::1]', '192.168.1.5:80', '[fe80::1]:80']) {
      expect(codeFor({ host }, open), host).toBeNull();
      expect(codeFor({ host }, { ...open, port: 8080 }), host).toBe('access/host-refused');
      expect(codeFor({ host }, { ...open, beyondLoopback: false })).toBe('access/host-refused');
    }
    for (const host of ['evil.example', 'fe80::1', '::ffff:192.168.1.5:80', '[192.168.1.5]']) {
      expect(codeFor({ host }, open), host).toBe('access/host-refused');
    }
  });
});

describe('the page that a request comes from', () => {
  it('is let in when it is our own', () => {
    expect(
      codeFor({ origin: 'http://127.0.0.1:4680', 'sec-fetch-site': 'same-origin' }),
    ).toBeNull();
    expect(codeFor({ host: 'localhost:4680', origin: 'http://localhost:4680' })).toBeNull();
  });

  it.each([
    ['a foreign site', 'https://evil.example'],
    ['another port of this machine', 'http://127.0.0.1:3000'],
    ['our other name', 'http://localhost:4680'],
    ['a sandboxed frame', 'null'],
    ['our host over https', 'https://127.0.0.1:4680'],
  ])('is refused when it is %s', (_what, origin) => {
    expect(codeFor({ origin })).toBe('access/origin-refused');
  });

  it('is let in when its origin was named on purpose', () => {
    const origin = 'http://localhost:5173';
    expect(
      codeFor({ origin, 'sec-fetch-site': 'same-site' }, { origins: new Set([origin]) }),
    ).toBeNull();
  });

  it.each([
    ['a picture of a foreign page', 'cross-site', 'no-cors', 'image'],
    ['a script of another port', 'same-site', 'no-cors', 'script'],
    ['a frame of a foreign page', 'cross-site', 'navigate', 'iframe'],
    ['an object of another port', 'same-site', 'navigate', 'object'],
  ])('is refused for %s', (_what, site, mode, destination) => {
    const headers = {
      'sec-fetch-site': site,
      'sec-fetch-mode': mode,
      'sec-fetch-dest': destination,
    };
    expect(codeFor(headers)).toBe('access/origin-refused');
  });

  it('may be any when a person follows a link', () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(codeFor(link)).toBeNull();
    expect(refuseRequest(request(link, 'POST'), rules)?.code).toBe('access/origin-refused');
  });
});

describe('the token', () => {
  it('opens as a cookie and as a bearer token', () => {
    expect(codeFor({})).toBeNull();
    expect(codeFor({ cookie: 'theme=dark; avlogue-4680=right' })).toBeNull();
    expect(codeFor({ cookie: undefined, authorization: 'Bearer right' })).toBeNull();
  });

  it.each([
    ['missing', undefined],
    ['wrong', 'avlogue-4680=wrong'],
    ['a part of the right one', 'avlogue-4680=righ'],
    ['empty', 'avlogue-4680='],
    ['that of another port', 'avlogue-4681=right'],
    ['in a cookie whose name only ends like ours', 'x-avlogue-4680=right'],
  ])('refuses when it is %s', (_what, cookie) => {
    expect(codeFor({ cookie })).toBe('access/token-refused');
  });

  it.each(['Basic right', 'Bearer', 'Bearer wrong', 'right'])('refuses “%s”', (authorization) => {
    expect(codeFor({ cookie: undefined, authorization })).toBe('access/token-refused');
  });

  it('is looked at after the host and the page, so that these learn nothing of it', () => {
    expect(codeFor({ cookie: undefined, host: 'evil.example' })).toBe('access/host-refused');
    expect(codeFor({ cookie: undefined, origin: 'null' })).toBe('access/origin-refused');
  });

  it('is new for each launch and compared as a whole', () => {
    const token = createToken();
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(createToken()).not.toBe(token);
    expect(isSameToken(token, token)).toBe(true);
    expect(isSameToken(`${token}x`, token)).toBe(false);
    expect(isSameToken('', token)).toBe(false);
  });

  it.each(['', 'short', 'with space', 'semi;colon', 'new\nline', 'x'.repeat(201)])(
    'may not be %j when a person chooses it',
    (token) => {
      expect(() => requireUsableToken(token)).toThrow(/8 to 200/);
      expect(() => requireUsableToken(createToken())).not.toThrow();
    },
  );

  it('is kept in a cookie that neither scripts nor foreign pages get', () => {
    const cookie = buildTokenCookie(4680, 'right');
    expect(cookie).toBe('avlogue-4680=right; Path=/; HttpOnly; SameSite=Strict');
    expect(readTokens({ cookie: cookie.split(';')[0] }, 'avlogue-4680')).toEqual(['right']);
  });
});
