import type { ConversionOutcome } from '../library/convert-media.ts';
import type { RefusedMedia } from '../library/refused-media.ts';
import { failureText, type Output } from '../output.ts';
import { printable } from './printable.ts';
import { count } from './units.ts';

/** For people: each media with what was made of it, then why others were not converted. */
export function renderConversion(
  { jobs, skipped }: ConversionOutcome,
  refused: readonly RefusedMedia[],
  output: Output,
): string {
  const rows = [...jobs.values()];
  const table = output.table({
    columns: [
      { title: 'Outcome' },
      { title: 'Media', shrinkTo: 14 },
      { title: 'Made', shrinkTo: 20 },
    ],
    rows: rows.map(({ mediaTitle, status, finishedFormatIds }) => [
      { text: status, style: status === 'done' ? 'green' : 'red' },
      mediaTitle,
      finishedFormatIds.join(', '),
    ]),
  });
  const errors = rows.flatMap(({ status, error }) =>
    status === 'done' || error === null ? [] : `${failureText(output.paint, error)}\n`,
  );
  const nothing = skipped.filter(({ code }) => code === 'all-there').length;
  return [
    rows.length === 0 ? '' : table,
    ...errors,
    renderRefused(refused, output),
    nothing > 0 ? `${count(nothing, 'media has', 'media have')} nothing outstanding.\n` : '',
  ].join('');
}

export function renderRefused(refused: readonly RefusedMedia[], { paint }: Output): string {
  const lines = refused.map(
    ({ title, reason }) => `${paint('red', 'not converted')} ${printable(`${title}: ${reason}`)}\n`,
  );
  return lines.join('');
}
