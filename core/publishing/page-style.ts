/**
 * The stylesheet of all published pages: no request for it, and the pages' security policy allows it
 * alone, by its hash. A test keeps the two equal.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f7f7f8;
  --card: #ffffff;
  --text: #1b1d22;
  --quiet: #5c6270;
  --line: #dfe1e6;
  --accent: #2458c5;
  --radius: 12px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121317;
    --card: #1c1e24;
    --text: #eceef2;
    --quiet: #a2a8b5;
    --line: #32353e;
    --accent: #8ab0ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word;
}
main { margin: 0 auto; padding: clamp(1rem, 4vw, 2.5rem); max-width: 62rem; }
main.gallery { max-width: 84rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
h1 { margin: 0; font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; }
h2 { margin: 2.5rem 0 1rem; font-size: 1.1rem; font-weight: 600; }
.quiet { margin: 0.35rem 0 0; color: var(--quiet); font-variant-numeric: tabular-nums; }
.stage { margin: 0 0 1.5rem; border-radius: var(--radius); overflow: hidden; background: #000; }
.stage video { display: block; width: 100%; height: auto; max-height: 78vh; object-fit: contain; }
.stage.sound { background: var(--card); border: 1px solid var(--line); }
.stage.sound img { display: block; width: 100%; height: auto; max-height: 50vh; object-fit: contain; background: #000; }
.stage.sound audio { display: block; width: calc(100% - 2rem); margin: 1rem; }
.about { margin: 1.25rem 0; max-width: 44rem; white-space: pre-line; }
details { margin: 1.5rem 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--card); }
summary { padding: 0.75rem 1rem; cursor: pointer; font-weight: 600; }
details ul { margin: 0; padding: 0; list-style: none; }
details li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.1rem 1rem; padding: 0.6rem 1rem; border-top: 1px solid var(--line); }
details li span { color: var(--quiet); font-variant-numeric: tabular-nums; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16.5rem), 1fr)); gap: 1.5rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.card { display: block; height: 100%; color: inherit; text-decoration: none; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; background: var(--card); transition: border-color 0.15s, transform 0.15s; }
.card:hover { border-color: var(--accent); transform: translateY(-2px); }
.card:focus-visible { border-radius: var(--radius); }
.picture { display: grid; place-items: center; position: relative; aspect-ratio: 16 / 9; background: #0c0d10; color: #9aa1b0; font-size: 2.5rem; line-height: 1; }
.picture img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.length { position: absolute; right: 0.5rem; bottom: 0.5rem; padding: 0.1rem 0.45rem; border-radius: 6px; background: rgb(0 0 0 / 0.78); color: #fff; font-size: 0.8rem; line-height: 1.5; font-variant-numeric: tabular-nums; }
.words { display: block; padding: 0.8rem 1rem 1rem; }
.name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-weight: 600; line-height: 1.35; }
.more { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin-top: 0.3rem; color: var(--quiet); font-size: 0.9rem; line-height: 1.45; }
@media (prefers-reduced-motion: reduce) { .card { transition: none; } .card:hover { transform: none; } }
@media print { .stage, details { display: none; } }
`;

/** Of the text above, in UTF-8. */
export const PAGE_STYLE_HASH = 'sha256-xt/wzYfrZp8eTZz81etyvf5Niz9X3vWzSev8SvfbuSE=';
