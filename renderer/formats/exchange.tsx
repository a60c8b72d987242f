import { Button, Group } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useAction } from '../data/use-action.tsx';
import { useChooseFile } from '../parts/use-choose-file.ts';
import { useLanguage } from '../texts/language.ts';
import { saveFile } from './save-file.ts';

export interface ExchangeProps {
  /** Of the file that is written. */
  readonly fileName: string;
  /** Takes the text of a JSON file and says what came of it. */
  readonly onImport: (json: string) => Promise<string>;
  readonly onExport: () => Promise<unknown>;
  /** More buttons, before these. */
  readonly children?: React.ReactNode;
}

/** Brings a JSON file in and writes one. */
export function Exchange({ fileName, onImport, onExport, children }: ExchangeProps) {
  const { t } = useLanguage();
  const run = useAction();
  const open = useChooseFile('.json,application/json', (file) => {
    void run(
      async () => onImport(await file.text()),
      (said) => said,
    );
  });
  const exportAll = () => run(async () => saveFile(fileName, await onExport()));
  return (
    <Group className="formats-tools" gap={8}>
      {children}
      <Button size="xs" variant="default" leftSection={<IconUpload size={14} />} onClick={open}>
        {t.formats.import}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} />}
        onClick={exportAll}
      >
        {t.formats.export}
      </Button>
    </Group>
  );
}
