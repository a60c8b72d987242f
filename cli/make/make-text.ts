import { join } from 'node:path';
import { writeBytes, writeDuration } from '../../core/text/write-figures.ts';
import type { Output } from '../output.ts';
import { failureText } from '../output.ts';
import { printable } from '../text/printable.ts';
import { count, writeSize } from '../text/units.ts';
import type { MadeMedia, MakeResult } from './make-result.ts';

/** For people: each media with its renditions, its page and its snippet; then the sum. */
export function renderMake({ media, target }: MakeResult, output: Output): string {
  const done = media.filter(({ status }) => status === 'done').length;
  const parts = media.map((one) => renderMedia(one, output));
  const sum = `${done} of ${count(media.length, 'file', 'files')} done.`;
  const where = done === 0 ? '' : ` All of it: ${printable(join(target, 'index.html'))}`;
  return `${parts.join('\n')}\n${output.paint(done === media.length ? 'green' : 'yellow', sum)}${where}\n`;
}

function renderMedia(media: MadeMedia, output: Output): string {
  const { paint } = output;
  const head = `${paint('bold', printable(media.title ?? media.path))}  ${paint('dim', printable(media.path))}\n`;
  if (media.error !== undefined) return `${head}${failureText(paint, media.error)}\n`;
  const covered = media.coverage.filter(({ format }) => format !== null).length;
  const devices = `${covered} of ${media.coverage.length} devices`;
  return [
    head,
    renditionsTable(media, output),
    `${paint(covered === media.coverage.length ? 'green' : 'yellow', `${devices} have their rendition.`)}\n`,
    media.folder === null ? '' : `Page: ${printable(join(media.folder, 'embed.html'))}\n`,
    media.snippet === null ? '' : `${media.snippet.trimEnd()}\n`,
  ].join('');
}

function renditionsTable({ renditions, coverage }: MadeMedia, output: Output): string {
  const devicesOf = (format: string): number =>
    coverage.filter((device) => device.format === format).length;
  return output.table({
    columns: [
      { title: 'Rendition', shrinkTo: 12 },
      { title: 'Size' },
      { title: 'Length', align: 'right', leaves: 1 },
      { title: 'Bytes', align: 'right' },
      { title: 'Devices', align: 'right' },
      { title: 'Type', shrinkTo: 16 },
    ],
    rows: renditions.map(({ format, width, height, durationSeconds, sizeBytes, mimeType }) => [
      format,
      writeSize(width, height),
      writeDuration(durationSeconds),
      writeBytes(sizeBytes),
      String(devicesOf(format)),
      mimeType,
    ]),
  });
}
