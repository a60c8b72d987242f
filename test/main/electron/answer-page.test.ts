import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageAnswerer } from '../../../main/electron/answer-page.ts';
import { startTestEngine } from '../../helpers/engine.ts';
import { makeTinyVideo } from '../../helpers/tiny-media.ts';

async function stage() {
  const engine = await startTestEngine({ started: false });
  const rendererFolder = engine.folder.at('dist');
  await mkdir(`${rendererFolder}/assets`, { recursive: true });
  await writeFile(`${rendererFolder}/index.html`, '<!doctype html><title>AVlogue</title>');
  await writeFile(`${rendererFolder}/assets/app-12345678.js`, 'export {};');
  const { catalog, paths, logger } = engine;
  const answer = createPageAnswerer({
    rendererFolder,
    library: async () => ({ catalog, paths }),
    logger,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    answer(new Request(`avlogue://app${path}`, init));
  return { engine, answer, ask, [Symbol.asyncDispose]: engine[Symbol.asyncDispose] };
}

let desktop: Awaited<ReturnType<typeof stage>>;

beforeAll(async () => {
  desktop = await stage();
});

afterAll(() => desktop[Symbol.asyncDispose]());

describe('the page over its own scheme', () => {
  it('is the built interface with a policy that lets nothing in from elsewhere', async () => {
    const page = await desktop.ask('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('AVlogue');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await desktop.ask('/assets/app-12345678.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it('serves a master in ranges, so that players can seek', async () => {
    const { engine } = desktop;
    const clip = engine.folder.at('clip.mp4');
    await makeTinyVideo(clip);
    const { results } = await engine.importer.importPaths([clip], {
      formatSetIds: [],
      convert: false,
      watchFolderId: null,
      ownedByLibrary: false,
    });
    const mediaId = results[0]?.outcome === 'imported' ? results[0].mediaId : '';
    const part = await desktop.ask(`/files/master/${mediaId}`, { headers: { range: 'bytes=4-7' } });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('ftyp');
    expect(part.headers.get('content-range')).toMatch(/^bytes 4-7\/\d+$/);
    const beyond = await desktop.ask(`/files/master/${mediaId}`, {
      headers: { range: 'bytes=99999999-' },
    });
    expect(beyond.status).toBe(416);
    const head = await desktop.ask(`/files/master/${mediaId}`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toBeNull();
  });

  it.each([
    ['/files/master/unknown', 404],
    ['/files/master/a/b/c', 404],
    ['/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/rpc/system/info', 404],
    ['/nothing.js', 404],
  ])('has nothing at %s', async (path, status) => {
    const answer = await desktop.ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('code');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers to its own host and to reading only', async () => {
    const other = await desktop.answer(new Request('avlogue://other/'));
    expect(other.status).toBe(404);
    expect((await desktop.ask('/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});
