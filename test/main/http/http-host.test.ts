import { once } from 'node:events';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestEntryUrl } from '../../../main/http/entry-url.ts';
import { readHostFile, writeHostFile } from '../../../main/http/host-file.ts';
import { startHttpHost } from '../../../main/http/http-host.ts';
import {
  startTestEngine,
  startTestHost,
  type TestEngine,
  type TestHost,
} from '../../helpers/engine.ts';
import { rawRequest } from '../../helpers/raw-request.ts';

/** As a browser opens a page; `fetch` would not send these. */
function visit(host: { port: number; token: string }, path = '/', cookie?: string) {
  const headers = {
    accept: 'text/html,*/*',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': 'none',
    'sec-fetch-dest': 'document',
    cookie: cookie ?? `avlogue-${host.port}=${host.token}`,
  };
  return rawRequest(host.port, { path, headers });
}

describe('the host', () => {
  it('listens on this machine alone', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    expect(host.url).toBe(`http://127.0.0.1:${host.port}`);
    expect((await host.request('/api/v1/info')).status).toBe(200);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, scopeid }) => !internal && !scopeid)
      .map(({ address }) => address);
    for (const address of [...others, '::1', '127.0.0.2']) {
      expect(await reaches(address, host.port), address).toBe(false);
    }
  });

  it('lets other machines in only when asked, and never without the token', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine, { host: '0.0.0.0' });
    const path = '/api/v1/info';
    const elsewhere = { host: `127.0.0.2:${host.port}` };
    const authorization = `Bearer ${host.token}`;
    expect((await rawRequest(host.port, { path, headers: elsewhere })).status).toBe(401);
    const known = await rawRequest(host.port, { path, headers: { ...elsewhere, authorization } });
    expect(known.status).toBe(200);
    const named = { host: `evil.example:${host.port}`, authorization };
    expect((await rawRequest(host.port, { path, headers: named })).status).toBe(403);
    expect(host.url).toBe(`http://127.0.0.1:${host.port}`);
  });

  it('writes where it is for the terminal, for its owner only, and takes it back', async () => {
    await using engine = await startTestEngine({ started: false });
    const host = await startTestHost(engine);
    const { hostFile } = engine.paths;
    expect(await readHostFile(hostFile)).toEqual({
      url: host.url,
      token: host.token,
      pid: process.pid,
    });
    expect((await stat(hostFile)).mode & 0o777).toBe(0o600);
    await host.close();
    expect(await readHostFile(hostFile)).toBeNull();
  });

  it('ends where it cannot say that it is there', async () => {
    await using engine = await startTestEngine({ started: false });
    const { port, close } = await startTestHost(engine);
    await close();
    const paths = { ...engine.paths, hostFile: engine.folder.at('gone', 'host.json') };
    await expect(startTestHost({ ...engine, paths }, { port })).rejects.toThrow('ENOENT');
    expect(await reaches('127.0.0.1', port)).toBe(false);
  });

  it('ends where it cannot take back what it said', async () => {
    await using engine = await startTestEngine({ started: false });
    const host = await startTestHost(engine);
    await rm(engine.paths.hostFile);
    await mkdir(engine.paths.hostFile);
    await expect(host.close()).rejects.toThrow('EISDIR');
    expect(await reaches('127.0.0.1', host.port)).toBe(false);
  });

  it('leaves the file of a host that took over', async () => {
    await using engine = await startTestEngine({ started: false });
    const host = await startTestHost(engine);
    const other = { url: 'http://127.0.0.1:1', token: 'other', pid: 1 };
    await writeHostFile(engine.paths.hostFile, other);
    await host.close();
    expect(await readHostFile(engine.paths.hostFile)).toEqual(other);
  });

  it('says so when a chosen port is taken, and takes another when none was chosen', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    await expect(startTestHost(engine, { port: host.port })).rejects.toMatchObject({
      code: 'host/port-taken',
      message: expect.stringContaining(String(host.port)),
    });
    const rendererFolder = engine.folder.at('renderer');
    const first = await startHttpHost({ engine, rendererFolder });
    const second = await startHttpHost({ engine, rendererFolder });
    expect(second.port).not.toBe(first.port);
    await Promise.all([first.close(), second.close()]);
  });

  it('keeps two libraries on one machine apart', async () => {
    await using one = await startTestEngine({ started: false });
    await using other = await startTestEngine({ started: false });
    await using first = await startTestHost(one);
    await using second = await startTestHost(other);
    const cookies = [await cookieOf(first), await cookieOf(second)];
    expect(new Set(cookies.map((cookie) => cookie.split('=')[0])).size).toBe(2);
    for (const host of [first, second]) {
      const both = { cookie: cookies.join('; '), authorization: '' };
      expect((await host.request('/api/v1/info', { headers: both })).status).toBe(200);
    }
    const foreign = { cookie: cookies[0] ?? '', authorization: '' };
    expect((await second.request('/api/v1/info', { headers: foreign })).status).toBe(401);
  });
});

describe('coming in', () => {
  it('exchanges the token in the address for a cookie', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const answer = await visit(host, `/?token=${host.token}`, '');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const page = await visit(host, '/', cookie.split(';')[0]);
    expect(page.status).toBe(200);
    expect(page.body).toContain('npm run build');
  });

  it('exchanges a code for a cookie, once, and for our own address only', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const { origin, pathname, search } = new URL(host.createEntryUrl());
    expect(origin).toBe(host.url);
    const address = `${pathname}${search}`;
    expect(address).not.toContain(host.token);
    const headers = { host: `evil.example:${host.port}` };
    const rebound = await rawRequest(host.port, { path: address, headers });
    expect(rebound.status).toBe(403);
    const answer = await visit(host, address, '');
    expect(answer.status).toBe(303);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect((await visit(host, '/', cookie.split(';')[0])).status).toBe(200);
    const again = await visit(host, address, '');
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('gives codes to whoever has the token', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const known = { url: host.url, token: host.token, pid: process.pid };
    const entryUrl = new URL(await requestEntryUrl(known));
    expect((await visit(host, `/${entryUrl.search}`, '')).status).toBe(303);
    await expect(requestEntryUrl({ ...known, token: 'wrong' })).rejects.toMatchObject({
      code: 'host/unreachable',
    });
  });

  it('tells a person without the token what to do, and a program with a code', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const page = await visit(host, '/', '');
    expect(page.status).toBe(401);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('?token=');
    for (const path of ['/api/v1/info', '/files/master/x', '/unknown', '/']) {
      const answer = await fetch(`${host.url}${path}`);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'access/token-refused' });
    }
    const wrong = await fetch(`${host.url}/?token=wrong`);
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('refuses foreign hosts and pages even with the token', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const authorization = `Bearer ${host.token}`;
    const evil = { host: `evil.example:${host.port}`, authorization };
    for (const path of ['/api/v1/info', '/', `/?token=${host.token}`]) {
      const answer = await rawRequest(host.port, { path, headers: evil });
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'access/host-refused' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const origin = 'https://evil.example';
    const answer = await host.request('/api/v1/queue/pause', {
      method: 'POST',
      headers: { origin },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'access/origin-refused' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await host.request('/rpc/jobs/pause', {
      method: 'OPTIONS',
      headers: { origin },
    });
    expect(preflight.status).toBe(403);
  });

  it('protects every answer with headers', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    const answers = [
      await host.request('/'),
      await host.request('/api/v1/info'),
      await host.request('/rpc/nothing'),
      await fetch(host.url),
      await host.request('/files/master/%zz'),
    ];
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('paths', () => {
  let engine: TestEngine;
  let host: TestHost;

  beforeAll(async () => {
    engine = await startTestEngine({ started: false });
    await mkdir(engine.folder.at('renderer'));
    await writeFile(engine.folder.at('renderer', 'index.html'), '<p>page</p>');
    host = await startTestHost(engine);
  });

  afterAll(async () => {
    await host[Symbol.asyncDispose]();
    await engine[Symbol.asyncDispose]();
  });

  it.each([
    '/../catalog.json',
    '/..%2fcatalog.json',
    '/%2e%2e/catalog.json',
    '/%2e%2e%2fcatalog.json',
    '/..%5ccatalog.json',
    '/..\\catalog.json',
    '/assets/../../library/catalog.json',
    '/assets/%00',
    '/%',
    '/%c0%ae%c0%ae/catalog.json',
    '//etc/passwd',
    '/./../catalog.json',
    '/files/master/..%2f..%2fcatalog.json',
    '/files/../catalog.json',
    '/files/rendition/x/..%2f..%2f..%2fcatalog.json',
    '/files/caption/%2e%2e/%2e%2e',
    '/files/master/%00',
    '/files/other/x',
    '/files/',
    `/files/master/${'a'.repeat(300)}`,
    'http://evil.example/catalog.json',
  ])('“%s” leads nowhere', async (path) => {
    const headers = { authorization: `Bearer ${host.token}` };
    const answer = await rawRequest(host.port, { path, headers });
    expect([403, 404]).toContain(answer.status);
    expect(JSON.parse(answer.body).code).toMatch(
      /^(access\/path-refused|catalog\/not-found|input\/unknown-address)$/,
    );
    expect(engine.logged).toEqual([]);
  });
});

describe('the user interface', () => {
  it('is served with its assets, which browsers may keep', async () => {
    await using engine = await startTestEngine({ started: false });
    const renderer = (...names: string[]) => engine.folder.at('renderer', ...names);
    await mkdir(renderer('assets'), { recursive: true });
    await writeFile(renderer('index.html'), '<p>page</p>');
    await writeFile(renderer('icon.svg'), '<svg/>');
    await writeFile(renderer('assets', 'index-B2x8_kQz.js'), 'export {}');
    await using host = await startTestHost(engine);

    const page = await host.request('/');
    expect(await page.text()).toBe('<p>page</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);

    const script = await host.request('/assets/index-B2x8_kQz.js');
    expect(await script.text()).toBe('export {}');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');

    const icon = await host.request('/icon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-store');

    expect((await visit(host, '/media/abc')).body).toBe('<p>page</p>');
    expect((await host.request('/media/abc')).status).toBe(404);
    expect((await host.request('/assets/gone-12345678.js')).status).toBe(404);
  });

  it('appears without a restart when it is built', async () => {
    await using engine = await startTestEngine({ started: false });
    await using host = await startTestHost(engine);
    expect((await visit(host)).body).toContain('not been built');
    await mkdir(engine.folder.at('renderer'));
    await writeFile(engine.folder.at('renderer', 'index.html'), '<p>page</p>');
    expect((await visit(host)).body).toBe('<p>page</p>');
  });
});

async function cookieOf(host: { readonly pageUrl: string }): Promise<string> {
  const answer = await fetch(host.pageUrl, { redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function reaches(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port, timeout: 1000 });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
