import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormatSet } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormatSets, useFormats, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { EditorModal } from '../parts/editor-modal.tsx';
import { useLanguage } from '../texts/language.ts';
import { copyToEdit } from './copy-to-edit.ts';
import { EntryRow } from './entry-row.tsx';
import { KindLists } from './kind-lists.tsx';
import { SetForm } from './set-form.tsx';

/** Named lists of formats, used for new media and for converting many at once. */
export function SetList() {
  const { t } = useLanguage();
  const sets = useFormatSets().data;
  const [edited, setEdited] = useState<FormatSet | null>(null);
  if (sets === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      <KindLists
        entries={sets}
        tools={(kind) => (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            aria-label={`${t.formats.newSet}: ${t.formats[kind]}`}
            onClick={() => setEdited(emptySet(kind))}
          >
            {t.formats.newSet}
          </Button>
        )}
        row={(set) => <SetRow key={set.id} set={set} onEdit={setEdited} />}
      />
      <EditorModal
        title={t.formats.setEditor}
        size="md"
        edited={edited}
        onClose={() => setEdited(null)}
      >
        {(set) => <SetForm set={set} onDone={() => setEdited(null)} />}
      </EditorModal>
    </>
  );
}

function emptySet(kind: FormatSet['kind']): FormatSet {
  return { id: '', name: '', description: '', kind, builtIn: false, formatIds: [] };
}

interface SetRowProps {
  readonly set: FormatSet;
  readonly onEdit: (set: FormatSet) => void;
}

function SetRow({ set, onEdit }: SetRowProps) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const settings = useSettings().data;
  const formats = useFormats().data ?? [];
  const reload = () => queries.invalidate(new Set(['formatSets']));
  const usual = set.kind === 'video' ? settings?.videoFormatSetId : settings?.audioFormatSetId;
  const nameOf = (formatId: string) => formats.find(({ id }) => id === formatId)?.name ?? formatId;
  return (
    <EntryRow
      entry={set}
      tags={usual === set.id && <span className="tag tone-ok">{t.formats.usedOnImport}</span>}
      actions={usual !== set.id && <UseButton set={set} />}
      holds={set.formatIds.map(nameOf).join(' · ')}
      onEdit={() => onEdit(set)}
      onDuplicate={() => onEdit(copyToEdit(set, t.formats.copyOf))}
      remove={async () => {
        await client.formatSets.remove({ id: set.id });
        reload();
      }}
      restore={async () => {
        const { builtIn: _, ...own } = set;
        await client.formatSets.save(own);
        reload();
      }}
    />
  );
}

/** Makes it the set of new media. */
function UseButton({ set }: { readonly set: FormatSet }) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const use = () =>
    run(async () => {
      const field = set.kind === 'video' ? 'videoFormatSetId' : 'audioFormatSetId';
      await client.system.updateSettings({ [field]: set.id });
      queries.invalidate(new Set(['settings']));
    });
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${t.formats.useOnImport}: ${set.name}`}
      onClick={use}
    >
      {t.formats.useOnImport}
    </Button>
  );
}
