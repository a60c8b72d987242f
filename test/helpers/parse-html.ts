import { type DefaultTreeAdapterTypes, type ParserError, parse, parseFragment } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

export interface ParsedHtml {
  readonly elements: readonly HtmlElement[];
  readonly errors: readonly string[];
}

/** As a browser would read it: all elements in the order of the document, and what the standard calls an error. */
export function parseHtml(html: string): ParsedHtml {
  const errors: string[] = [];
  const options = { onParseError: (error: ParserError) => errors.push(error.code) };
  const root = /^<!doctype/i.test(html) ? parse(html, options) : parseFragment(html, options);
  return { elements: [...elementsIn(root)], errors };
}

export function attributesOf(element: HtmlElement | undefined): Record<string, string> {
  return Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]));
}

export function textOf(node: DefaultTreeAdapterTypes.Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function* elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elementsIn(child);
  }
}
