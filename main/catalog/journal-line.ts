import { crc32 } from 'node:zlib';
import type { JournalLine } from '../../core/catalog/replay.ts';

/** `{"sequence":7,"checksum":"0a1b2c3d","changes":[…]}`: the checksum is the CRC-32 of the text from `changes` on, with the sequence. A dot stands for U+2028 too, which JSON leaves as it is. */
const LINE = /^\{"sequence":(\d{1,15}),"checksum":"([0-9a-f]{8})","changes":(\[.*\])\}$/s;

/** JSON escapes line breaks, so that each line ends at its first one. */
export function formatJournalLine({ sequence, changes }: JournalLine): string {
  const text = JSON.stringify(changes);
  return `{"sequence":${sequence},"checksum":"${checksum(sequence, text)}","changes":${text}}\n`;
}

/** null: not a line that was written whole. */
export function parseJournalLine(text: string): JournalLine | null {
  const [, digits, sum, changes] = LINE.exec(text) ?? [];
  if (digits === undefined || changes === undefined) return null;
  const sequence = Number(digits);
  if (checksum(sequence, changes) !== sum) return null;
  const parsed: unknown = JSON.parse(changes);
  return Array.isArray(parsed) ? { sequence, changes: parsed } : null;
}

function checksum(sequence: number, changes: string): string {
  return crc32(`${sequence} ${changes}`).toString(16).padStart(8, '0');
}
