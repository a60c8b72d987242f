import type { Page } from 'playwright-core';

/** Controls and headings that reach out of the window, labels that are cut, and views that scroll sideways. */
export async function findCutOff(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(describeCutOff);
}

/** In the page. What scrolls by design (tables of many columns) and what only screen readers get may. */
function describeCutOff(): readonly string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const shown = (element: HTMLElement) =>
    element.checkVisibility() &&
    element.closest('.skip-link, .matrix-frame, .table-frame, [class*=VisuallyHidden]') === null;
  const name = (element: HTMLElement) =>
    `${element.className.split(' ').at(-1)} “${element.textContent.trim().slice(0, 30)}”`;
  const outside = all('button, a, h1, h2, input, .selection-bar').filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return shown(element) && width > 0 && (left < -1 || right > window.innerWidth + 1);
  });
  const cut = all('.mantine-Button-label, .queue-bar-open, .top-bar, h1, h2').filter(
    (element) =>
      // one dot is what only screen readers get
      shown(element) && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
  );
  const sideways = all('#content, .library-list, .mantine-Modal-content').filter(
    (element) => element.scrollWidth > element.clientWidth + 1,
  );
  return [
    ...outside.map((element) => `out of the window: ${name(element)}`),
    ...cut.map((element) => `cut: ${name(element)}`),
    ...sideways.map((element) => `scrolls sideways: ${element.id}${name(element)}`),
  ];
}
