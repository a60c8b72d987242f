import type { Page } from 'playwright-core';

/** Of what can be filled in, switched or chosen: axe does not look at their edges. */
const CONTROLS =
  '.mantine-Input-input, .mantine-Switch-track, .mantine-Checkbox-input, .mantine-SegmentedControl-indicator';

/** Controls whose edge differs by less than 3:1 from what lies around them (WCAG 1.4.11), each with its figure. */
export async function findWeakEdges(page: Page): Promise<readonly string[]> {
  const edges = await page.locator(CONTROLS).evaluateAll(readEdges);
  return [...new Set(edges.flatMap(describeWeak))];
}

interface Edge {
  readonly what: string;
  readonly edge: string;
  readonly around: string;
}

/** In the page. A frame is drawn as a border or, where there is none, as a shadow inside. */
function readEdges(elements: readonly Element[]): readonly Edge[] {
  const seen = elements.filter(
    (element) => element.checkVisibility() && !element.matches(':disabled, [data-disabled]'),
  );
  return seen.map((element) => {
    const { borderTopWidth, borderTopColor, boxShadow } = getComputedStyle(element);
    const behind: string[] = [];
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      behind.push(getComputedStyle(one).backgroundColor);
    }
    return {
      what: element.classList.item(1) ?? element.className,
      edge: borderTopWidth === '0px' ? boxShadow : borderTopColor,
      around: behind.find((color) => !/^rgba\(.*, 0\)$/.test(color)) ?? 'rgb(255, 255, 255)',
    };
  });
}

function describeWeak({ what, edge, around }: Edge): readonly string[] {
  const ratio = contrast(edge, around);
  return ratio >= 3 ? [] : [`${what}: ${edge} on ${around} is ${ratio.toFixed(2)}:1`];
}

/** As WCAG 2.2 defines it. A colour that cannot be read, or is seen through, counts as no contrast. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = (/^rgb\((\d+), (\d+), (\d+)\)/.exec(color) ?? [])
    .slice(1)
    .map((figure) => Number(figure) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return (
    0.2126 * (red ?? Number.NaN) + 0.7152 * (green ?? Number.NaN) + 0.0722 * (blue ?? Number.NaN)
  );
}
