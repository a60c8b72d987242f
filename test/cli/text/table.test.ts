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

  describe('without room for all columns', () => {
    const table: Table = {
      columns: [
        { title: 'Title', shrinkTo: 6 },
        { title: 'Size', leaves: 1 },
        { title: 'Bytes', align: 'right', leaves: 2 },
        { title: 'Id' },
      ],
      rows: [
        ['Harbour', '1 × 1', '17', 'k3v9x2m8'],
        ['Tide', '', '4', 'p7q1z5w2'],
      ],
    };

    it('lets go of those that may leave, the least needed first, and only then', () => {
      const titles = (width: number) => renderTable(table, width, plain).split('\n')[0];
      expect(titles(31)).toBe('Title    Size   Bytes  Id');
      expect(titles(26)).toBe('Title    Size   Id');
      expect(titles(18)).toBe('Title    Id');
    });

    it('becomes a few lines for each row, with all that is known', () => {
      expect(renderTable(table, 15, plain)).toBe(
        'Title  Harbour\nSize   1 × 1\nBytes  17\nId     k3v9x2m8\n\nTitle  Tide\nBytes  4\nId     p7q1z5w2\n',
      );
    });
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
