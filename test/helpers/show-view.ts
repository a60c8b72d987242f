import type { Page } from 'playwright-core';

/** A view of the interface as a test wants to look at it. */
export interface View {
  readonly hash: string;
  /** Something that shows that the view is there. */
  readonly landmark: string;
  /** What is done in it before it is looked at. */
  prepare?(page: Page): Promise<unknown>;
}

export async function showView(page: Page, { hash, landmark, prepare }: View): Promise<void> {
  await page.evaluate(goTo, hash);
  await page.locator(landmark).first().waitFor();
  await prepare?.(page);
}

/** In the page; ends when the old view is gone, which may have the same landmark. */
function goTo(hash: string): Promise<void> | undefined {
  if (window.location.hash === hash) return undefined;
  return new Promise((resolve) => {
    const settled = () => requestAnimationFrame(() => resolve());
    window.addEventListener('hashchange', settled, { once: true });
    window.location.hash = hash;
  });
}
