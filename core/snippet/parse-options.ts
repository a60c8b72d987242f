import { AppError } from '../errors/app-error.ts';
import { type SnippetOptions, snippetOptionsSchema } from './snippet-options.ts';

/** Attributes that the snippet sets, or would set with another option. */
const OWN_ATTRIBUTES = new Set([
  'autoplay',
  'class',
  'controls',
  'height',
  'loop',
  'muted',
  'playsinline',
  'poster',
  'preload',
  'src',
  'style',
  'width',
]);

/** Options with their defaults. @throws AppError input/invalid naming the field */
export function parseSnippetOptions(options: Partial<SnippetOptions>): SnippetOptions {
  const parsed = snippetOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw invalid(field, `The snippet option “${field}” is not allowed: ${issue?.message}.`);
  }
  checkAttributes(Object.keys(parsed.data.attributes));
  return parsed.data;
}

function checkAttributes(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower.startsWith('on'))
      throw refused(name, 'Event handlers would run code on the page; listen from a script.');
    if (OWN_ATTRIBUTES.has(lower))
      throw refused(name, 'AVlogue sets it itself; use the option of that name.');
    if (seen.has(lower)) throw refused(name, 'It is given twice.');
    seen.add(lower);
  }
}

function refused(name: string, why: string): AppError {
  return invalid(`attributes.${name}`, `The attribute “${name}” is not allowed. ${why}`);
}

function invalid(field: string, message: string): AppError {
  return new AppError('input/invalid', message, { details: { field } });
}
