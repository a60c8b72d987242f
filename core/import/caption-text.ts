import { AppError } from '../errors/app-error.ts';

/** For a file's bytes and a text's characters alike; the captions of a long film take a few hundred thousand. */
export const MOST_CAPTION_BYTES = 2_000_000;

/** @param name as a sentence begins with it */
export function tooLargeForCaptions(name: string): AppError {
  const megabytes = MOST_CAPTION_BYTES / 1_000_000;
  return new AppError(
    'import/not-captions',
    `${name} is larger than ${megabytes} MB, which no captions are. Save it as WebVTT or SubRip.`,
  );
}

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
const TIMING = new RegExp(`^\\s*(${TIME})\\s*-->\\s*(${TIME})`, 'u');

/**
 * The content of a caption file as WebVTT (https://www.w3.org/TR/webvtt1/); null when it is neither WebVTT nor
 * SubRip with at least one cue. Positions and styles of SubRip files are left out, their words stay.
 */
export function webVttOf(text: string): string | null {
  const lines = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  if (/^WEBVTT(?:[ \t\n]|$)/u.test(lines)) return lines.endsWith('\n') ? lines : `${lines}\n`;
  const cues = lines.split(/\n[ \t]*\n/u).flatMap((block) => cueOf(block) ?? []);
  return cues.length === 0 ? null : `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function cueOf(block: string): string | null {
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  const at = lines.findIndex((line) => TIMING.test(line));
  const [, start, end] = TIMING.exec(lines[at] ?? '') ?? [];
  if (start === undefined || end === undefined) return null;
  const words = lines.slice(at + 1).map(wordsOf);
  return [`${timeOf(start)} --> ${timeOf(end)}`, ...words].join('\n');
}

/** Bold, italic and underline are the same in both; font tags and braces are SubRip's own. */
function wordsOf(line: string): string {
  return line
    .replace(/\{\\[^{}]*\}/gu, '')
    .replace(/<(?!\/?[biu]>)[^<>]*>/gu, '')
    .replaceAll('-->', '→')
    .replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/gu, '&amp;')
    .trim();
}

/** Three digits of thousandths, and two of hours where there are any. */
function timeOf(time: string): string {
  const [clock = '', thousandths = ''] = time.split(/[.,]/u);
  const parts = clock.split(':').map((part) => part.padStart(2, '0'));
  return `${parts.join(':')}.${thousandths.padEnd(3, '0')}`;
}
