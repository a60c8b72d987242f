import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Format } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormats } from '../data/queries.ts';
import { Busy } from '../parts/busy.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { explainImport } from '../texts/explain-import.ts';
import { useLanguage } from '../texts/language.ts';
import { copyToEdit } from './copy-to-edit.ts';
import { describeFormat } from './describe-format.ts';
import { EntryRow } from './entry-row.tsx';
import { Exchange } from './exchange.tsx';
import { FormatEditor } from './format-editor.tsx';
import { KindLists } from './kind-lists.tsx';
import { newFormat } from './new-format.ts';

type OfferedFormat = NonNullable<ReturnType<typeof useFormats>['data']>[number];

export function FormatList() {
  const { t } = useLanguage();
  const formats = useFormats().data;
  const [edited, setEdited] = useState<Format | null>(null);
  if (formats === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      <FormatTools />
      <KindLists
        entries={formats}
        tools={(kind) => (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            aria-label={`${t.formats.newFormat}: ${t.formats[kind]}`}
            onClick={() => setEdited(newFormat(kind, t.formats.newFormat))}
          >
            {t.formats.newFormat}
          </Button>
        )}
        row={(format) => <FormatRow key={format.id} format={format} onEdit={setEdited} />}
      />
      <EditorModal title={t.formats.editor} edited={edited} onClose={() => setEdited(null)}>
        {(format) => <FormatEditor format={format} onDone={() => setEdited(null)} />}
      </EditorModal>
    </>
  );
}

interface FormatRowProps {
  readonly format: OfferedFormat;
  readonly onEdit: (format: Format) => void;
}

function FormatRow({ format, onEdit }: FormatRowProps) {
  const { t, figures } = useLanguage();
  const { client, queries } = useServices();
  const reload = () => queries.invalidate(new Set(['formats']));
  const { available, missingEncoders, ...recipe } = format;
  return (
    <EntryRow
      entry={format}
      tags={!available && <span className="tag tone-warn">{t.formats.unavailable}</span>}
      holds={describeFormat(format, figures)}
      onEdit={() => onEdit(recipe)}
      onDuplicate={() => onEdit(copyToEdit(recipe, t.formats.copyOf))}
      remove={async () => {
        await client.formats.remove({ id: format.id });
        reload();
      }}
      restore={async () => {
        const { builtIn: _, ...own } = recipe;
        await client.formats.save(own);
        reload();
      }}
    >
      {!available && (
        <div className="tone-warn">{t.formats.missing(figures.list(missingEncoders))}</div>
      )}
    </EntryRow>
  );
}

function FormatTools() {
  const language = useLanguage();
  const { t } = language;
  const { client, queries } = useServices();
  const bringIn = async (json: string) => {
    const { formatIds, formatSetIds, ...said } = await client.formats.import({ json });
    queries.invalidate(new Set(['formats', 'formatSets']));
    const came = t.formats.imported(formatIds.length, formatSetIds.length);
    return [came, ...explainImport(said, language)].join(' ');
  };
  return (
    <Exchange
      fileName="avlogue-formats.json"
      onImport={bringIn}
      onExport={() => client.formats.export({})}
    />
  );
}
