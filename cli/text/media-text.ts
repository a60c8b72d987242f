import { writeBytes, writeDuration } from '../../core/text/write-figures.ts';
import { writeBitrate } from '../../core/text/write-sentence.ts';
import type { MediaDetail } from '../library/resolve-media.ts';
import { failureText, type Output } from '../output.ts';
import { printable } from './printable.ts';
import { count, writeSize, writeTime } from './units.ts';

/** For people: what is known of one media, what went wrong with it, and its renditions. */
export function renderMedia(media: MediaDetail, output: Output): string {
  const { master, info } = media;
  const facts: readonly (readonly [string, string])[] = [
    ['Id', media.id],
    ['Slug', media.slug],
    ['Kind', media.kind],
    ['Status', media.status],
    ['Description', media.description],
    ['Master', `${master.path}${master.status === 'missing' ? ' (missing)' : ''}`],
    ['Length', writeDuration(info.durationSeconds)],
    [
      'Picture',
      info.video === null
        ? ''
        : `${writeSize(info.video.width, info.video.height)}, ${info.video.codec}`,
    ],
    [
      'Sound',
      info.audio === null
        ? ''
        : `${info.audio.codec}, ${count(info.audio.channels, 'channel', 'channels')}`,
    ],
    ['Size', writeBytes(master.sizeBytes)],
    ['Format sets', media.formatSetIds.join(', ')],
    ['Captions', media.captions.map(({ label }) => label).join(', ')],
    ['Added', writeTime(media.createdAtMs)],
  ];
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${output.paint('dim', name.padEnd(12))} ${printable(value)}\n`);
  const problem = media.problem === null ? '' : `\n${failureText(output.paint, media.problem)}\n`;
  return `${output.paint('bold', printable(media.title))}\n${lines.join('')}${problem}\n${renderRenditions(media, output)}`;
}

function renderRenditions({ renditions }: MediaDetail, output: Output): string {
  if (renditions.length === 0) return 'No renditions yet.\n';
  return output.table({
    columns: [
      { title: 'Rendition', shrinkTo: 12 },
      { title: 'Made by' },
      { title: 'Size' },
      { title: 'Rate', align: 'right', leaves: 1 },
      { title: 'Bytes', align: 'right' },
      { title: 'Type', shrinkTo: 20 },
      { title: '' },
    ],
    rows: renditions.map((rendition) => [
      rendition.formatId,
      rendition.decision,
      writeSize(rendition.video?.width ?? null, rendition.video?.height ?? null),
      writeBitrate(rendition.bitrateBps),
      writeBytes(rendition.sizeBytes),
      rendition.mimeType,
      rendition.outdated ? { text: 'outdated', style: 'yellow' } : '',
    ]),
  });
}
