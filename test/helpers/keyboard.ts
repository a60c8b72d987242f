import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any view has. */
const MOST_STOPS = 150;

/** Goes on by Tab, as people without a pointer do, until this is reached; every stop on the way must show itself. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    // after the last stop the keyboard leaves the page, and comes back at its first
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectFocusSeen(page);
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Reaches it by Tab and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function hasFocus(target: Locator): Promise<boolean> {
  const elements = await target.all();
  const focused = await Promise.all(
    elements.map((one) => one.evaluate((element) => element === document.activeElement)),
  );
  return focused.includes(true);
}

/** Something has the focus, and one sees what: a ring around it, or around what stands for it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const { what, seen } = await page.evaluate(describeFocus);
  expect(what, 'the focus is lost').not.toBe('body');
  expect(seen, `the focus cannot be seen on ${what}`).toBe(true);
}

/** In the page. For a list its current entry shows it, for a switch the mark beside or around the hidden field. */
function describeFocus(): { readonly what: string; readonly seen: boolean } {
  const element = document.activeElement;
  if (element === null || element === document.body) return { what: 'body', seen: false };
  if (element instanceof HTMLIFrameElement) return { what: 'a page in this one', seen: true };
  const around = element.parentElement ?? document.body;
  const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
  const outlined = [element, around, ...around.children, ...(active === null ? [] : [active])].some(
    (one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    },
  );
  // the player's controls draw their ring inside
  const seen = outlined || getComputedStyle(element).boxShadow.includes('inset');
  return { what: element.outerHTML.slice(0, 200), seen };
}
