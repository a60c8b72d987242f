import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { testBrowser } from '../helpers/chromium.ts';
import { startFakeHost } from '../helpers/fake-host/fake-host.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/**
 * Takes pictures of every view from a filled sample library: `node test/tools/screenshots.ts FOLDER [VIEW…]`.
 * Build the page first (`npm run build`).
 */

interface View {
  readonly name: string;
  readonly hash: string;
  readonly empty?: boolean;
  prepare?(page: Page): Promise<void>;
}

const LIST = '[role=listbox]';

const VIEWS: readonly View[] = [
  { name: 'first-start', hash: '#/library/all', empty: true },
  {
    name: 'library',
    hash: '#/library/all',
    prepare: async (page) => page.locator('[role=option]').first().click(),
  },
  {
    name: 'library-list',
    hash: '#/library/video',
    async prepare(page) {
      await page.getByText('List', { exact: true }).click({ force: true });
      await page.locator('[role=option]').nth(1).click();
    },
  },
  {
    name: 'selection',
    hash: '#/library/all',
    async prepare(page) {
      await page.locator('[role=option]').first().click();
      await page
        .locator('[role=option]')
        .nth(4)
        .click({ modifiers: ['Shift'] });
      await page.getByText('5 selected').waitFor();
    },
  },
  {
    name: 'palette',
    hash: '#/library/all',
    async prepare(page) {
      await page.locator('[role=option]').first().click();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Type what to do' }).fill('pub');
    },
  },
  {
    name: 'shortcuts',
    hash: '#/library/all',
    async prepare(page) {
      await page.keyboard.press('Shift+?');
      await page.getByRole('heading', { name: 'In the player' }).waitFor();
    },
  },
  { name: 'attention', hash: '#/library/attention' },
  { name: 'media', hash: '#/media/media-0' },
  { name: 'media-devices', hash: '#/media/media-0', prepare: (page) => jump(page, 'Devices') },
  {
    name: 'media-renditions',
    hash: '#/media/media-0',
    prepare: (page) => jump(page, 'Renditions'),
  },
  { name: 'media-embed', hash: '#/media/media-0', prepare: (page) => jump(page, 'Embed') },
  { name: 'media-details', hash: '#/media/media-0', prepare: (page) => jump(page, 'Details') },
  { name: 'media-audio', hash: '#/media/media-4' },
  { name: 'media-new', hash: '#/media/media-11' },
  { name: 'queue', hash: '#/queue' },
  { name: 'publish', hash: '#/publish' },
  {
    name: 'publish-dialog',
    hash: '#/media/media-0',
    async prepare(page) {
      await page.locator('.media-side').getByRole('button', { name: 'Publish' }).click();
      await page.getByText('What changes').waitFor();
    },
  },
  { name: 'formats', hash: '#/formats/formats' },
  {
    name: 'format-editor',
    hash: '#/formats/formats',
    async prepare(page) {
      await page.getByRole('button', { name: 'Duplicate: H.264 1080p' }).click();
      await page.getByText('Nothing wrong with it.').waitFor();
    },
  },
  { name: 'format-sets', hash: '#/formats/sets' },
  { name: 'devices', hash: '#/formats/devices' },
  {
    name: 'device-editor',
    hash: '#/formats/devices',
    async prepare(page) {
      await page.getByRole('button', { name: 'Duplicate: Chrome' }).click();
      await page.getByText('Nothing wrong with it.').waitFor();
    },
  },
  {
    name: 'set-editor',
    hash: '#/formats/sets',
    async prepare(page) {
      await page
        .getByRole('button', { name: /^Duplicate: / })
        .first()
        .click();
      await page.getByText('Formats in their order').waitFor();
    },
  },
  { name: 'settings', hash: '#/settings' },
];

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 800, height: 600 },
];

async function jump(page: Page, section: string): Promise<void> {
  await page.locator('.media-side').getByRole('button', { name: section }).click();
}

async function picture(
  browser: Browser,
  shot: {
    url: string;
    view: View;
    scheme: 'light' | 'dark';
    size: (typeof SIZES)[number];
    folder: string;
  },
) {
  const { url, view, scheme, size, folder } = shot;
  const look = process.env.CONTRAST === 'high' ? `contrast-${scheme}` : scheme;
  const page = await browser.newPage({ colorScheme: scheme, viewport: size, locale: 'en-GB' });
  await page.goto(`${url}${view.hash}`);
  await page
    .locator(view.hash.startsWith('#/library') && !view.empty ? LIST : 'h1')
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => undefined);
  await view.prepare?.(page);
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || image.loading === 'lazy'),
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.screenshot({ path: join(folder, `${view.name}-${look}-${size.width}.png`) });
  await page.close();
}

const [folder = 'docs/images', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const rendererFolder = join(import.meta.dirname, '../../renderer/dist');
await using temporary = await temporaryFolder();
const clip = temporary.at('clip.mp4');
execFileSync('ffmpeg', [
  '-v',
  'error',
  '-f',
  'lavfi',
  '-i',
  'gradients=s=640x360:d=30:speed=0.02:c0=#274690:c1=#f2a65a',
  '-f',
  'lavfi',
  '-i',
  'sine=d=30',
  '-c:v',
  'libx264',
  '-pix_fmt',
  'yuv420p',
  '-movflags',
  '+faststart',
  clip,
]);
const contrast = process.env.CONTRAST === 'high';
const common = {
  rendererFolder,
  clip,
  settings: contrast ? { theme: 'high-contrast' as const } : {},
};
await using filled = await startFakeHost({ mediaCount: 152, ...common });
await using empty = await startFakeHost({ mediaCount: 0, ...common });
await using chromium = await testBrowser();
const { browser } = chromium;
const sizes = SIZES.filter(
  ({ width }) => process.env.WIDTH === undefined || String(width) === process.env.WIDTH,
);
const schemes = (['light', 'dark'] as const).filter(
  (scheme) => process.env.SCHEME === undefined || scheme === process.env.SCHEME,
);
for (const view of VIEWS.filter(({ name }) => names.length === 0 || names.includes(name))) {
  for (const scheme of schemes) {
    for (const size of sizes) {
      const { url } = view.empty ? empty : filled;
      try {
        await picture(browser, { url, view, scheme, size, folder });
      } catch (error) {
        console.error(`${view.name} ${scheme} ${size.width}: ${String(error).slice(0, 400)}`);
        process.exitCode = 1;
      }
    }
  }
}
