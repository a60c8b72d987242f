import type { Page } from 'playwright-core';

/** Runs in the page before it: marks when the first media has been painted. */
export function markFirstRows(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => performance.mark('first-rows');
  const look = () => {
    if (document.querySelector('[role=option]') === null) requestAnimationFrame(look);
    // a message sent in a frame arrives when that frame has been painted
    else port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** @returns milliseconds from the navigation to that moment */
export async function readFirstRowsMs(page: Page): Promise<number> {
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('first-rows')[0]?.startTime,
  );
  return (await mark.jsonValue()) ?? Number.NaN;
}

/**
 * Scrolls the list by so many pixels in each frame, at most through all of it once.
 * @returns the length of each frame in milliseconds
 */
export function scrollFrames(
  page: Page,
  step: { readonly pixels: number; readonly frames: number },
) {
  return page.evaluate(async ({ pixels, frames }): Promise<readonly number[]> => {
    const list = document.querySelector('.media-list');
    if (list === null) throw new Error('There is no list.');
    const lengths: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame += 1) {
      list.scrollTop += pixels;
      const now = await new Promise<number>(requestAnimationFrame);
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  }, step);
}

export interface Answer {
  /** From the key to the new rows painted. */
  readonly ms: number;
  /** Of it, from the request to the end of the engine's answer. */
  readonly engineMs: number;
}

export interface ExpectedAnswer {
  readonly key: string;
  /** How many media match then, as the page writes it. */
  readonly count: string;
}

/** Presses a key in the search field that leads to so many media, which must be another number than before. */
export async function timeAnswer(page: Page, { key, count }: ExpectedAnswer): Promise<Answer> {
  await page.evaluate(measureNextAnswer, count);
  await page.keyboard.press(key);
  const measured = await page.waitForFunction(
    () => performance.getEntriesByName('answer')[0]?.duration,
  );
  return {
    ms: (await measured.jsonValue()) ?? Number.NaN,
    engineMs: await page.evaluate(slowestListMs),
  };
}

/** In the page: from the next key to the rows, painted, that belong to this number. */
function measureNextAnswer(count: string): void {
  performance.clearResourceTimings();
  performance.clearMeasures('answer');
  const isShown = () =>
    document.querySelector('.view-count')?.textContent === count &&
    document.querySelector('[role=option]') !== null;
  if (isShown()) throw new Error(`${count} media are shown already.`);
  const listen = ({ timeStamp: start }: KeyboardEvent) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.measure('answer', { start });
    const look = () => {
      if (!isShown()) requestAnimationFrame(look);
      else port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  addEventListener('keydown', listen, { once: true, capture: true });
}

/** In the page: 0 when what was shown had been asked for before. */
function slowestListMs(): number {
  const asked = performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming)
    .filter(({ name }) => name.includes('/rpc/media/list'));
  return Math.max(0, ...asked.map(({ requestStart, responseEnd }) => responseEnd - requestStart));
}

/** What the page's objects take, as they lie there; garbage is counted until the browser removes it. */
export async function readHeapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 2 ** 20;
}
