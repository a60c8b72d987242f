import type { Page } from 'playwright-core';
import { builtRenderer } from './built-renderer.ts';
import { type TestBrowser, testBrowser, type WatchedPage } from './chromium.ts';
import { startTestEngine, startTestHost, type TestEngine, type TestHost } from './engine.ts';

/** The real engine behind the real page, in Chromium. */
export interface LiveStage extends AsyncDisposable {
  readonly engine: TestEngine;
  readonly host: TestHost;
  readonly browser: TestBrowser;
  readonly watched: WatchedPage;
  readonly page: Page;
}

const STEP_TIMEOUT_MS = 15_000;

export async function liveStage(
  options: Parameters<TestBrowser['open']>[1] = {},
): Promise<LiveStage> {
  const rendererFolder = await builtRenderer();
  const engine = await startTestEngine();
  const host = await startTestHost(engine, { rendererFolder });
  const browser = await testBrowser();
  const watched = await browser.open(host.pageUrl, {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  watched.page.setDefaultTimeout(STEP_TIMEOUT_MS);
  return {
    engine,
    host,
    browser,
    watched,
    page: watched.page,
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await host[Symbol.asyncDispose]();
      await engine[Symbol.asyncDispose]();
    },
  };
}
