import type { Page } from 'playwright-core';

/** A toast says this; it is closed, so that the next one is another. */
export async function closeToast(page: Page, words: string | RegExp): Promise<void> {
  const toast = page.locator('.mantine-Notification-root').filter({ hasText: words }).first();
  await toast.waitFor();
  await toast.locator('.mantine-Notification-closeButton').click();
  await toast.waitFor({ state: 'detached' });
}
