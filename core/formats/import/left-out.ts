import { z } from 'zod';
import type { LeftOutRow } from '../../contract/formats.ts';

const TITLES: Readonly<Record<LeftOutRow['what'], string>> = {
  format: 'Format',
  'format-set': 'Format set',
  device: 'Device',
  row: 'Row',
};

/** The name that a row gives itself, however wrong the rest is. */
export function nameOfRow(row: unknown): string | null {
  const named = z.object({ name: z.string() }).safeParse(row);
  return named.success ? named.data.name.slice(0, 100) : null;
}

/** `Device 2 “Kiosk” was left out. video.0.codec: Choose one of these: …` */
export function describeLeftOut({ what, row, name, field, message }: LeftOutRow): string {
  const called = name === null ? '' : ` “${name}”`;
  const where = field === '' ? '' : `${field}: `;
  return `${TITLES[what]} ${row}${called} was left out. ${where}${message}`;
}
