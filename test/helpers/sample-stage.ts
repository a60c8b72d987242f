import { builtRenderer } from './built-renderer.ts';
import { type TestBrowser, testBrowser } from './chromium.ts';
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { makeTinyVideo } from './tiny-media.ts';

/** What a fake host and a look at its page need: `startFakeHost({ mediaCount: 152, ...stage })`. */
export interface SampleStage extends AsyncDisposable {
  readonly folder: TemporaryFolder;
  readonly browser: TestBrowser;
  /** The built page. */
  readonly rendererFolder: string;
  /** What every player gets. */
  readonly clip: string;
}

export async function sampleStage(): Promise<SampleStage> {
  const folder = await temporaryFolder();
  const clip = folder.at('clip.mp4');
  await makeTinyVideo(clip);
  const rendererFolder = await builtRenderer();
  const browser = await testBrowser();
  return {
    folder,
    browser,
    rendererFolder,
    clip,
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
