import { element, type Node, phrase, printNode } from '../html/element.ts';
import type { SiteLanguage } from '../model/site-language.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.ts';

export interface Page {
  readonly language: SiteLanguage;
  readonly title: string;
  readonly description: string;
  /** For this page only: previews, structured data. */
  readonly head: readonly Node[];
  readonly body: readonly Node[];
}

/** How a generated page is told from one that a person put there. */
const GENERATOR = 'AVlogue';

/**
 * Nothing runs and nothing is loaded from elsewhere, whatever a title or description holds.
 * `data:` is for the icon.
 */
const POLICY = [
  "default-src 'none'",
  "media-src 'self'",
  "img-src 'self' data:",
  `style-src '${PAGE_STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** An icon of its own keeps browsers from asking for /favicon.ico. */
const ICON =
  "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2016'%3E%3Crect%20width='16'%20height='16'%20rx='4'%20fill='%232458c5'/%3E%3Cpath%20d='M6%204.5v7l6-3.5z'%20fill='white'/%3E%3C/svg%3E";

export function printPage({ language, title, description, head, body }: Page): string {
  const page = element('html', { lang: language }, [
    element('head', {}, [
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      meta('viewport', 'width=device-width, initial-scale=1'),
      meta('color-scheme', 'light dark'),
      meta('generator', GENERATOR),
      element('title', {}, [title]),
      description === '' ? null : meta('description', description),
      element('link', { rel: 'icon', href: ICON }),
      ...head,
      phrase('style', {}, [{ raw: PAGE_STYLE }]),
    ]),
    element('body', {}, body),
  ]);
  return `<!doctype html>\n${printNode(page)}\n`;
}

export function meta(name: string, content: string): Node {
  return element('meta', { name, content });
}

/** Whether AVlogue wrote this page, so that it may write it again. */
export function isOwnPage(html: string): boolean {
  return html.includes(`<meta name="generator" content="${GENERATOR}">`);
}
