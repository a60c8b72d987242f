import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../cli/text/colours.ts';
import { displayWidth } from '../../../cli/text/display-width.ts';
import { renderTable, type Table } from '../../../cli/text/table.ts';

const plain = createPaint(false);

describe('a table in the terminal', () => {
  it('aligns its columns and leaves no space at the end of a line', () => {
    const table: Table = {
      columns: [{ title: 'Name' }, { title: 'Bytes', align: 'right' }],
      rows: [
        ['a', '5'],
        ['longer', '1234'],
      ],
    };
    expect(renderTable(table, 80, plain)).toBe('Name    Bytes\na           5\nlonger   1234\n');
  });

  it.each([30, 40, 60, 100])('fits into %i columns by breaking what may shrink', (width) => {
    const table: Table = {
      columns: [{ title: 'Id' }, { title: 'Why', shrinkTo: 8 }, { title: 'Path', shrinkTo: 8 }],
      rows: [
        [
          'abc',
          'many words that tell a long story about it',
          '/a/very/long/path/without/any/space',
        ],
      ],
    };
    const lines = renderTable(table, width, plain).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(lines.join('').replaceAll(/\s/g, '')).toContain('story');
  });

  it('counts wide characters and emoji as the terminal does', () => {
    const table: Table = {
      columns: [{ title: 'T' }, { title: 'N' }],
      rows: [
        ['漢字', '1'],
        ['👩‍🚀', '2'],
        ['é', '3'],
      ],
    };
    const columns = renderTable(table, 80, plain)
      .trimEnd()
      .split('\n')
      .map((line) => displayWidth(line.slice(0, -1)));
    expect(columns).toEqual([6, 6, 6, 6]);
  });

  it('shows line breaks and escape sequences instead of sending them', () => {
    const text = renderTable(
      { columns: [{ title: 'T' }], rows: [['a\nb\u001b[2J\u202e']] },
      80,
      plain,
    );
    expect(text).toBe('T\na␊b␛[2J\uFFFD\n');
  });

  it('leaves out columns that hold nothing', () => {
    const table: Table = {
      columns: [{ title: 'A' }, { title: 'B' }, { title: 'C' }],
      rows: [['1', '', '3']],
    };
    expect(renderTable(table, 80, plain)).toBe('A  C\n1  3\n');
  });
});
