import type { ImportResult } from '../../core/contract/import.ts';
import { failureText, type Output } from '../output.ts';
import type { Style } from './colours.ts';
import { count } from './units.ts';

const STYLES: Readonly<Record<ImportResult['outcome'], Style>> = {
  imported: 'green',
  changed: 'green',
  moved: 'cyan',
  captions: 'green',
  duplicate: 'dim',
  unchanged: 'dim',
  refused: 'red',
};

/** For people: each file with what became of it, then why some were refused. */
export function renderResults(results: readonly ImportResult[], output: Output): string {
  const table = output.table({
    columns: [{ title: 'Outcome' }, { title: 'Media' }, { title: 'File', shrinkTo: 20 }],
    rows: results.map((result) => [
      { text: result.outcome, style: STYLES[result.outcome] },
      result.outcome === 'refused' ? '' : result.mediaId,
      result.path,
    ]),
  });
  const errors = results.flatMap((result) =>
    result.outcome === 'refused' ? `${failureText(output.paint, result.error)}\n` : [],
  );
  const refused = errors.length === 0 ? '' : `, ${errors.length} refused`;
  return `${table}${errors.join('')}${count(results.length, 'file', 'files')}${refused}.\n`;
}
