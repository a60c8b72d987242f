import type { Page } from 'playwright-core';

/** The sources of the page's player, in their order. */
export function sourcesOf(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('source')].map((source) => ({
      src: source.getAttribute('src') ?? '',
      type: source.type,
    })),
  );
}

/** Empty when Chromium says that it cannot. */
export function canPlay(page: Page, type: string): Promise<string> {
  return page.evaluate((mime) => document.createElement('video').canPlayType(mime), type);
}

export interface Played {
  readonly error: string | null;
  readonly seekedTo: number;
  readonly reached: number;
}

/** In an element of its own with this one source, so that no other can step in. */
export function playFromMiddle(
  page: Page,
  request: { readonly tag: string; readonly src: string },
): Promise<Played> {
  return page.evaluate(async ({ tag, src }) => {
    const element = document.createElement(tag) as HTMLMediaElement;
    element.muted = true;
    element.src = src;
    document.body.append(element);
    const next = (name: string) =>
      new Promise<void>((resolve, reject) => {
        element.addEventListener(name, () => resolve(), { once: true });
        element.addEventListener('error', () => reject(new Error(element.error?.message)), {
          once: true,
        });
      });
    try {
      await next('loadedmetadata');
      const seeked = next('seeked');
      element.currentTime = element.duration / 2;
      await seeked;
      const seekedTo = element.currentTime;
      await element.play();
      // a short one may be over before it told of a tenth of a second
      while (element.currentTime <= seekedTo + 0.1 && !element.ended)
        await Promise.race([next('timeupdate'), next('ended')]);
      return { error: null, seekedTo, reached: element.currentTime };
    } catch (error) {
      return { error: String(error), seekedTo: 0, reached: 0 };
    } finally {
      element.remove();
    }
  }, request);
}
