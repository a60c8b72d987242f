import type { LeftOutRow } from '../../core/contract/formats.ts';
import type { ImportRemarkCode } from '../../core/formats/import/remarks.ts';
import type { SentenceTable } from '../../core/text/sentence-table.ts';

/** `core/formats/import/remarks.ts` in German. */
export const deImportRemarks: SentenceTable<ImportRemarkCode> = {
  'format-there': 'Das Format „{name}“ ist schon da.',
  'format-set-there': 'Der Formatsatz „{name}“ ist schon da.',
  'device-there': 'Das Gerät „{name}“ ist schon da.',
  'format-renamed': 'Das Format „{name}“ kam als {newId} herein, da {id} vergeben ist.',
  'format-set-renamed': 'Der Formatsatz „{name}“ kam als {newId} herein, da {id} vergeben ist.',
  'device-renamed': 'Das Gerät „{name}“ kam als {newId} herein, da {id} vergeben ist.',
  'set-without': 'Der Formatsatz „{name}“: {why}',
  'left-out': '{text}',
  fixture: '{text}',
};

/** What a row that was left out is. */
export const deRows: Readonly<Record<LeftOutRow['what'], string>> = {
  format: 'Format',
  'format-set': 'Formatsatz',
  device: 'Gerät',
  row: 'Zeile',
};
