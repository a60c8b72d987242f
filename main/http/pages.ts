/** For a browser that comes without the token, and before the interface was built. Calm, and with a next step. */
export function buildTokenPage(): string {
  return buildPage('This page needs its key', [
    'AVlogue is running, but this browser has not shown the key of this launch.',
    'Open the whole address that AVlogue printed when it started. It ends in <code>?token=…</code>.',
    'If you came by a link from another page, reload this page once.',
  ]);
}

export function buildUnbuiltPage(): string {
  return buildPage('The interface has not been built yet', [
    'The engine is running. Build its user interface once, then reload this page:',
    '<code>npm run build</code>',
  ]);
}

function buildPage(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>AVlogue: ${title.toLowerCase()}</title>
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
