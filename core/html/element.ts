import { escapeAttribute, escapeText } from './escape.ts';

/** `true` writes the name alone; `false` and `null` leave the attribute out. */
export type AttributeValue = string | number | boolean | null;

export interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: AttributeValue])[];
  readonly children: readonly Node[];
  /** Children stay on one line, since white space between them would show. */
  readonly inline: boolean;
}

/** Text is escaped when it is printed; `raw` is for what was made safe by other rules (style, JSON) and is printed as it is. */
export type Node = Element | string | { readonly raw: string };

/** HTML Living Standard, 13.1.2: elements without an end tag, of those that we write. */
const VOID = new Set(['br', 'img', 'link', 'meta', 'source', 'track']);

/** Names are ours or checked by the caller; everything else may come from anywhere. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  children: readonly (Node | null)[] = [],
): Element {
  return {
    name,
    attributes: Object.entries(attributes),
    children: children.filter((child) => child !== null),
    inline: false,
  };
}

/** Like `element`, for phrases: printed without line breaks inside. */
export function phrase(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  children: readonly (Node | null)[] = [],
): Element {
  return { ...element(name, attributes, children), inline: true };
}

export function printNode(node: Node, indent = ''): string {
  if (typeof node === 'string') return `${indent}${escapeText(node)}`;
  if ('raw' in node) return node.raw;
  if (VOID.has(node.name)) return `${indent}${openTag(node)}`;
  return `${indent}${openTag(node)}${content(node, indent)}</${node.name}>`;
}

function content(node: Element, indent: string): string {
  const [only] = node.children;
  if (only === undefined) return '';
  const short = node.inline || (node.children.length === 1 && typeof only === 'string');
  if (short) return node.children.map((child) => printNode(child)).join('');
  const lines = node.children.map((child) => printNode(child, `${indent}  `));
  return `\n${lines.join('\n')}\n${indent}`;
}

function openTag({ name, attributes }: Element): string {
  return `<${name}${attributes.map(printAttribute).join('')}>`;
}

function printAttribute([name, value]: Element['attributes'][number]): string {
  if (value === null || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
}
