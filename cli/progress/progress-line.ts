import type { JobProgress } from '../../core/model/job.ts';
import { writeDuration } from '../../core/text/write-figures.ts';
import { displayWidth, truncate } from '../text/display-width.ts';
import { printable } from '../text/printable.ts';
import { writePercent } from '../text/units.ts';

const PHASES: Readonly<Record<JobProgress['phase'], string>> = {
  preparing: 'preparing',
  encoding: 'encoding',
  copying: 'copying',
  'fast-start': 'making it start fast',
  verifying: 'verifying',
};
const TITLE_COLUMNS = 28;
const MOST_BAR_COLUMNS = 30;
const LEAST_BAR_COLUMNS = 8;

/** "clip  ████░░░░  45 %  encoding  1.8×  0:12 left", never wider than `columns`. */
export function renderJobLine(title: string, progress: JobProgress, columns: number): string {
  return renderLine(title, progress.fraction, describeProgress(progress), columns);
}

export function renderStepLine(
  label: string,
  finished: number,
  total: number,
  columns: number,
): string {
  return renderLine(label, total === 0 ? 0 : finished / total, `${finished} of ${total}`, columns);
}

export function describeProgress({ phase, speed, secondsLeft }: JobProgress): string {
  const parts = [PHASES[phase]];
  if (speed !== null && speed > 0)
    parts.push(`${speed.toFixed(speed < 0.1 ? 2 : speed < 10 ? 1 : 0)}×`);
  if (secondsLeft !== null) parts.push(`${writeDuration(secondsLeft)} left`);
  return parts.join('  ');
}

function renderLine(title: string, fraction: number, tail: string, columns: number): string {
  const name = pad(truncate(printable(title), Math.min(TITLE_COLUMNS, Math.floor(columns / 3))));
  const end = `${writePercent(fraction).padStart(5)}  ${tail}`;
  const room = columns - 1 - displayWidth(name) - displayWidth(end) - 4;
  if (room < LEAST_BAR_COLUMNS) return truncate(`${name.trimEnd()}  ${end.trim()}`, columns - 1);
  const bar = renderBar(fraction, Math.min(room, MOST_BAR_COLUMNS));
  return `${name}  ${bar}  ${end}`;
}

function pad(name: string): string {
  return name + ' '.repeat(Math.max(TITLE_COLUMNS - displayWidth(name), 0));
}

function renderBar(fraction: number, columns: number): string {
  const filled = Math.round(Math.min(Math.max(fraction, 0), 1) * columns);
  return '█'.repeat(filled) + '░'.repeat(columns - filled);
}
