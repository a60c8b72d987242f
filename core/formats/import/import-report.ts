import type { ImportRemark, LeftOutRow } from '../../contract/formats.ts';
import type { Facts } from '../../model/facts.ts';
import { say } from '../../text/sentence-table.ts';
import { describeLeftOut } from './left-out.ts';
import { IMPORT_REMARKS, type ImportRemarkCode } from './remarks.ts';

/** What an import has to say besides what came in. */
export interface ImportSaid {
  readonly leftOut: readonly LeftOutRow[];
  readonly remarks: readonly ImportRemark[];
  /** The remarks in words. */
  readonly notes: readonly string[];
}

/** Gathers it row by row. */
export interface ImportReport {
  note(code: ImportRemarkCode, facts: Facts): void;
  /** `text` is the remark in words, where a kind of file has its own. */
  leaveOut(row: LeftOutRow, text?: string): void;
  said(): ImportSaid;
}

export function createImportReport(): ImportReport {
  const leftOut: LeftOutRow[] = [];
  const remarks: ImportRemark[] = [];
  const note = (code: ImportRemarkCode, facts: Facts): void => {
    const message = say<ImportRemarkCode>(IMPORT_REMARKS, code, facts);
    remarks.push({ code, facts, message });
  };
  return {
    note,
    leaveOut(row, text = describeLeftOut(row)) {
      note('left-out', { place: leftOut.length, text });
      leftOut.push(row);
    },
    said: () => ({ leftOut, remarks, notes: remarks.map(({ message }) => message) }),
  };
}
