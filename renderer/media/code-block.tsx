import { tokenizeHtml } from './tokenize-html.ts';

export interface CodeBlockProps {
  readonly code: string;
  readonly label: string;
}

/** HTML with syntax colours; it can be focused to scroll and to select. */
export function CodeBlock({ code, label }: CodeBlockProps) {
  const tokens = tokenizeHtml(code);
  return (
    <section className="code" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>
          {tokens.map(({ kind, text, start }) => (
            <span key={start} className={`code-${kind}`}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </section>
  );
}
