import type { Paint, Style } from './colours.ts';
import { displayWidth, wrap } from './display-width.ts';
import { printable } from './printable.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May get narrower, down to this many columns, its text broken into lines; otherwise it keeps its width. */
  readonly shrinkTo?: number;
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

/** Lines that end with a line break; columns without a cell in any row are left out. */
export function renderTable(table: Table, width: number, paint: Paint): string {
  const { columns, rows } = withoutEmptyColumns(table);
  const widths = fitWidths(columns, rows, width);
  const titles = columns.map(({ title }): Cell => ({ text: title, style: 'bold' }));
  return [titles, ...rows].map((row) => renderRow(row, columns, widths, paint)).join('');
}

type Rows = readonly (readonly Cell[])[];

function withoutEmptyColumns({ columns, rows }: Table): {
  readonly columns: readonly Column[];
  readonly rows: Rows;
} {
  const cells = rows.map((row) => columns.map((_column, index) => cellOf(row[index])));
  const filled = columns.map(
    (_column, index) => rows.length === 0 || cells.some((row) => row[index]?.text !== ''),
  );
  return {
    columns: columns.filter((_column, index) => filled[index]),
    rows: cells.map((row) => row.filter((_cell, index) => filled[index])),
  };
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
  let excess = sum(widths) + GAP.length * (columns.length - 1) - width;
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

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
