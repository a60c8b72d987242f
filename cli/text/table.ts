import type { Paint, Style } from './colours.ts';
import { displayWidth, wrap } from './display-width.ts';
import { printable } from './printable.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May get narrower, down to this many columns, its text broken into lines; otherwise it keeps its width. */
  readonly shrinkTo?: number;
  /** Left out where there is no room; the highest goes first. Otherwise it always stands there. */
  readonly leaves?: number;
}

export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | Cell)[])[];
}

const GAP = '  ';

/**
 * Lines that end with a line break; columns without a cell in any row are left out. Where not even the narrowest
 * table has room, each row becomes a few lines with all that is known.
 */
export function renderTable(table: Table, width: number, paint: Paint): string {
  const all = withoutEmptyColumns(table);
  const { columns, rows } = withoutLeaving(all, width);
  const widths = fitWidths(columns, rows, width);
  if (totalOf(widths) > width && columns.length > 1) return renderRecords(all, width, paint);
  const titles = columns.map(titleCell);
  return [titles, ...rows].map((row) => renderRow(row, columns, widths, paint)).join('');
}

type Rows = readonly (readonly Cell[])[];

interface Grid {
  readonly columns: readonly Column[];
  readonly rows: Rows;
}

function withoutEmptyColumns({ columns, rows }: Table): Grid {
  const cells = rows.map((row) => columns.map((_column, index) => cellOf(row[index])));
  const isFilled = (index: number): boolean =>
    rows.length === 0 || cells.some((row) => row[index]?.text !== '');
  return keepColumns({ columns, rows: cells }, isFilled);
}

function keepColumns({ columns, rows }: Grid, isKept: (index: number) => boolean): Grid {
  return {
    columns: columns.filter((_column, index) => isKept(index)),
    rows: rows.map((row) => row.filter((_cell, index) => isKept(index))),
  };
}

function withoutLeaving(grid: Grid, width: number): Grid {
  const { columns, rows } = grid;
  if (totalOf(fitWidths(columns, rows, width)) <= width) return grid;
  const next = Math.max(0, ...columns.map(({ leaves }) => leaves ?? 0));
  if (next === 0) return grid;
  return withoutLeaving(
    keepColumns(grid, (index) => columns[index]?.leaves !== next),
    width,
  );
}

/** One line for each cell that holds something, and an empty one between rows. */
function renderRecords({ columns, rows }: Grid, width: number, paint: Paint): string {
  const names = Math.max(...columns.map(({ title }) => displayWidth(title)));
  const value = { title: '', shrinkTo: 1 };
  const widths = [names, Math.max(width - names - GAP.length, 1)];
  const records = rows.map((row) =>
    row
      .flatMap((cell, index) => (cell.text === '' ? [] : [[titleCell(columns[index]), cell]]))
      .map((pair) => renderRow(pair, [value, value], widths, paint))
      .join(''),
  );
  return records.join('\n');
}

function titleCell(column: Column | undefined): Cell {
  return { text: column?.title ?? '', style: 'bold' };
}

function cellOf(value: string | Cell | undefined): Cell {
  const cell = typeof value === 'object' ? value : { text: value ?? '' };
  return { ...cell, text: printable(cell.text) };
}

/** Natural widths, then the widest shrinkable column gives way, one column at a time. */
function fitWidths(columns: readonly Column[], rows: Rows, width: number): readonly number[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[index]?.text ?? ''))),
  );
  let excess = totalOf(widths) - width;
  while (excess > 0) {
    const widest = widestShrinkable(columns, widths);
    if (widest === null) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function widestShrinkable(columns: readonly Column[], widths: readonly number[]): number | null {
  let widest: number | null = null;
  for (const [index, { shrinkTo }] of columns.entries()) {
    const room = shrinkTo !== undefined && (widths[index] ?? 0) > shrinkTo;
    if (room && (widest === null || (widths[index] ?? 0) > (widths[widest] ?? 0))) widest = index;
  }
  return widest;
}

function renderRow(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  paint: Paint,
): string {
  const cells = row.map(({ text }, index) => wrap(text, Math.max(widths[index] ?? 1, 1)));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_line, line) => {
    const parts = row.map(({ style }, index) => {
      const text = cells[index]?.[line] ?? '';
      const padding = ' '.repeat(Math.max((widths[index] ?? 0) - displayWidth(text), 0));
      const painted = style === undefined ? text : paint(style, text);
      return columns[index]?.align === 'right' ? padding + painted : painted + padding;
    });
    return `${parts.join(GAP).trimEnd()}\n`;
  }).join('');
}

function totalOf(widths: readonly number[]): number {
  const gaps = GAP.length * Math.max(widths.length - 1, 0);
  return widths.reduce((total, width) => total + width, gaps);
}
