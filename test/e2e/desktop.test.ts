import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestDesktop, type TestDesktop } from '../helpers/desktop.ts';
import { makeTinyVideo } from '../helpers/tiny-media.ts';

/** Real conversions on a busy machine. */
const PATIENCE_MS = 120_000;

let desktop: TestDesktop;

beforeAll(async () => {
  desktop = await startTestDesktop();
  desktop.page.setDefaultTimeout(PATIENCE_MS);
}, PATIENCE_MS);

afterAll(() => desktop[Symbol.asyncDispose](), PATIENCE_MS);

describe('from a file to its embed code, in the desktop window', { timeout: PATIENCE_MS }, () => {
  it('shows the page over its own scheme and teaches in an empty library', async () => {
    await desktop.page.getByRole('heading', { name: 'Drop videos or audio here' }).waitFor();
    expect(desktop.window.isShown).toBe(true);
    const address = await desktop.page.evaluate(() => location.href);
    expect(desktop.protocol.addresses.toOwn(address)).toMatch(/^avlogue:\/\/app\//);
  });

  it('imports what is chosen in the system’s dialog from where it lies, and converts it', async () => {
    const clip = desktop.folder.at('Harbour.mp4');
    await makeTinyVideo(clip, { sizes: '320x180', seconds: 3 });
    desktop.system.chosen.push([clip]);
    desktop.system.chooseMenu('Add files…');
    await desktop.page.getByRole('option').getByText('Plays on all 12 devices').waitFor();
    expect(desktop.system.openDialogs).toHaveLength(1);
  });
});
