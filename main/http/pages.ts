import type { PageLanguage } from './page-language.ts';

interface PageWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** For a browser that comes without the token. Calm, and with a next step. */
const TOKEN_PAGE: Readonly<Record<PageLanguage, PageWords>> = {
  en: {
    title: 'This page needs its key',
    paragraphs: [
      'AVlogue is running, but this browser has not shown the key of this launch.',
      'Open the whole address that AVlogue printed when it started. It ends in <code>?token=…</code>.',
      'If you came by a link from another page, reload this page once.',
    ],
  },
  de: {
    title: 'Diese Seite braucht ihren Schlüssel',
    paragraphs: [
      'AVlogue läuft, aber dieser Browser hat den Schlüssel dieses Starts nicht gezeigt.',
      'Öffnen Sie die ganze Adresse, die AVlogue beim Start ausgegeben hat. Sie endet auf <code>?token=…</code>.',
      'Wenn Sie über einen Verweis auf einer anderen Seite kamen, laden Sie diese Seite einmal neu.',
    ],
  },
};

/** Before the interface was built. */
const UNBUILT_PAGE: Readonly<Record<PageLanguage, PageWords>> = {
  en: {
    title: 'The interface has not been built yet',
    paragraphs: [
      'The engine is running. Build its user interface once, then reload this page:',
      '<code>npm run build</code>',
    ],
  },
  de: {
    title: 'Die Oberfläche ist noch nicht gebaut',
    paragraphs: [
      'AVlogue läuft. Bauen Sie seine Oberfläche einmal, und laden Sie diese Seite dann neu:',
      '<code>npm run build</code>',
    ],
  },
};

export function buildTokenPage(language: PageLanguage): string {
  return buildPage(language, TOKEN_PAGE[language]);
}

export function buildUnbuiltPage(language: PageLanguage): string {
  return buildPage(language, UNBUILT_PAGE[language]);
}

function buildPage(language: PageLanguage, { title, paragraphs }: PageWords): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>AVlogue: ${title}</title>
<style>
  body { max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem; font: 1rem/1.6 system-ui, sans-serif; }
  h1 { font-size: 1.4rem; line-height: 1.3; }
  code { padding: 0.1em 0.4em; border: 1px solid; border-radius: 0.3em; font-size: 0.95em; }
</style>
<main>
<h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</main>
</html>
`;
}
