import { writeBytes } from '../../core/text/write-figures.ts';
import type { Answer, Client } from '../client.ts';
import { failureText, type Output } from '../output.ts';
import { count } from './units.ts';

type Preview = Answer<Client['publish']['preview']>;
type Outcome = Answer<Client['publish']['run']>;

/** What publishing would change, for people. */
export function renderPreview({ steps, bytesToWrite, failed }: Preview, output: Output): string {
  const changed = steps.filter(({ action }) => action !== 'keep');
  const table = output.table({
    columns: [
      { title: 'Action' },
      { title: 'Bytes', align: 'right' },
      { title: 'File', shrinkTo: 20 },
    ],
    rows: changed.map(({ action, sizeBytes, file }) => [action, writeBytes(sizeBytes), file]),
  });
  const kept = steps.length - changed.length;
  return `${changed.length === 0 ? '' : table}${writeBytes(bytesToWrite)} to write, ${count(kept, 'file', 'files')} as they are.\n${failuresText(failed, output)}`;
}

/** What was published, for people. */
export function renderPublished({ published, failed }: Outcome, output: Output): string {
  const columns = [
    { title: 'Published', shrinkTo: 12 },
    { title: 'Page', shrinkTo: 30 },
  ];
  const rows = published.map(({ slug, pageUrl }) => [slug, pageUrl]);
  const table = rows.length === 0 ? '' : output.table({ columns, rows });
  return `${table}${failuresText(failed, output)}`;
}

function failuresText(failed: Outcome['failed'], { paint }: Output): string {
  return failed.map(({ error }) => `${failureText(paint, error)}\n`).join('');
}
