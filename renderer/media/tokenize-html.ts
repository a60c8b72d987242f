export interface HtmlToken {
  readonly kind: 'text' | 'tag' | 'name' | 'value' | 'comment';
  readonly text: string;
  readonly start: number;
}

const PATTERN =
  /(?<comment><!--.*?-->)|(?<tag><\/?[a-z][\w-]*|\/?>)|(?<value>"[^"]*"|'[^']*')|(?<name>[a-z][\w:-]*(?=[\s=>/]))/gis;

/** Splits HTML into what is coloured alike. Joined again, the texts are the input, whatever it was. */
export function tokenizeHtml(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let end = 0;
  let inTag = false;
  const add = (kind: HtmlToken['kind'], text: string, start: number) => {
    if (text !== '') tokens.push({ kind, text, start });
  };
  for (const match of html.matchAll(PATTERN)) {
    const { comment, tag } = match.groups ?? {};
    const kind = kindOf(match);
    if (!inTag && tag === undefined && comment === undefined) continue;
    add('text', html.slice(end, match.index), end);
    add(kind, match[0], match.index);
    end = match.index + match[0].length;
    if (tag !== undefined) inTag = !tag.endsWith('>');
  }
  add('text', html.slice(end), end);
  return tokens;
}

function kindOf(match: RegExpExecArray): HtmlToken['kind'] {
  const { comment, tag, value } = match.groups ?? {};
  if (comment !== undefined) return 'comment';
  if (tag !== undefined) return 'tag';
  return value === undefined ? 'name' : 'value';
}
