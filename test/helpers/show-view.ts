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
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.locator(landmark).first().waitFor();
  await prepare?.(page);
}
