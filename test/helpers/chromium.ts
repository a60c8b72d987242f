import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Nothing but what the test asks for: no start page, no requests of the browser's own, no graphics card. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

export interface TestBrowser extends AsyncDisposable {
  readonly browser: Browser;
  /** A page of its own profile that keeps what went wrong on it. */
  open(url: string, options?: Parameters<Browser['newContext']>[0]): Promise<WatchedPage>;
}

export interface WatchedPage extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions, and requests that failed or were answered with 400 and above. */
  readonly problems: readonly string[];
}

/** The system's Chromium without a window; closed at the end of the test. */
export async function testBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
  return {
    browser,
    async open(url, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const problems = watchPage(page);
      await page.goto(url);
      return { page, context, problems, [Symbol.asyncDispose]: () => context.close() };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `AVLOGUE_CHROMIUM`, else the first one on the machine. */
function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    process.env.AVLOGUE_CHROMIUM ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...OTHER_PLACES,
  ];
  const found = candidates.find((path) => path !== '' && isProgram(path));
  if (found !== undefined) return found;
  throw new Error('There is no Chromium for the tests: install it or set AVLOGUE_CHROMIUM.');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What goes wrong on it from now on, as `WatchedPage` has it. */
export function watchPage(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // a media element lets go of a request as soon as it has what it wants
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      problems.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
