/** What the keyboard was on, and what it lies in, from the inside out. */
interface Trail {
  readonly element: Element;
  readonly ancestors: readonly Element[];
}

const REACHABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/**
 * When what has the focus goes away (a row that is done, a view that is left, a button that is disabled), the
 * focus would fall to the body and the keyboard would start at the top. It goes to what is nearest instead.
 * Until the returned end is called.
 */
export function keepFocus(document: Document): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let trail: Trail | null = null;
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element) trail = { element: target, ancestors: ancestorsOf(target) };
    },
    { signal },
  );
  // whoever points leaves the focus where the pointer puts it
  document.addEventListener('pointerdown', () => (trail = null), { signal });
  const look = () => {
    if (trail === null || document.activeElement !== document.body || isThere(trail.element))
      return;
    const next = nearest(trail, document);
    trail = null;
    next?.focus({ preventScroll: true });
  };
  // a frame later, since dialogs give the focus back by themselves
  const observer = new MutationObserver(() => requestAnimationFrame(look));
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    observer.disconnect();
    ending.abort();
  };
}

function ancestorsOf(element: Element): readonly Element[] {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}

/** The first that can be reached in the innermost part that still stands; the view itself when there is none in it. */
function nearest({ ancestors }: Trail, document: Document): HTMLElement | null {
  const content = document.getElementById('content');
  for (const ancestor of ancestors) {
    if (!ancestor.isConnected) continue;
    if (ancestor === content || ancestor.contains(content)) break;
    const reachable = ancestor.querySelector<HTMLElement>(REACHABLE);
    if (reachable !== null) return reachable;
  }
  return content;
}
