import { Button, Group, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormatSet } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormatSets, useFormats, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLanguage } from '../texts/language.ts';
import { SetForm } from './set-form.tsx';

/** Named lists of formats, used for new media and for converting many at once. */
export function SetList() {
  const { t } = useLanguage();
  const sets = useFormatSets().data;
  const [edited, setEdited] = useState<FormatSet | null>(null);
  if (sets === undefined) return <Busy>{t.app.loading}</Busy>;
  return (
    <>
      {(['video', 'audio'] as const).map((kind) => (
        <section key={kind}>
          <Group justify="space-between">
            <h2 className="section-title">{t.formats[kind]}</h2>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              aria-label={`${t.formats.newSet}: ${t.formats[kind]}`}
              onClick={() => setEdited(emptySet(kind))}
            >
              {t.formats.newSet}
            </Button>
          </Group>
          <ul className="jobs">
            {sets
              .filter((set) => set.kind === kind)
              .map((set) => (
                <SetRow key={set.id} set={set} onEdit={setEdited} />
              ))}
          </ul>
        </section>
      ))}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={t.formats.setEditor}
        closeButtonProps={{ 'aria-label': t.app.close }}
      >
        {edited !== null && <SetForm set={edited} onDone={() => setEdited(null)} />}
      </Modal>
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
  const run = useAction();
  const settings = useSettings().data;
  const formats = useFormats().data ?? [];
  const usual = set.kind === 'video' ? settings?.videoFormatSetId : settings?.audioFormatSetId;
  const use = () =>
    run(async () => {
      const field = set.kind === 'video' ? 'videoFormatSetId' : 'audioFormatSetId';
      await client.system.updateSettings({ [field]: set.id });
      queries.invalidate(new Set(['settings']));
    });
  const remove = () =>
    run(
      async () => {
        await client.formatSets.remove({ id: set.id });
        queries.invalidate(new Set(['formatSets']));
      },
      () => t.formats.removed(set.name),
    );
  return (
    <li className="job">
      <div className="job-head">
        <span className="job-title">
          {set.name}
          {usual === set.id && <span className="tag tone-ok">{t.formats.usedOnImport}</span>}
          {!set.builtIn && <span className="tag tone-accent">{t.formats.own}</span>}
        </span>
        <Group gap={4} wrap="nowrap">
          {usual !== set.id && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${t.formats.useOnImport}: ${set.name}`}
              onClick={use}
            >
              {t.formats.useOnImport}
            </Button>
          )}
          {!set.builtIn && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${t.formats.edit}: ${set.name}`}
                onClick={() => onEdit(set)}
              >
                {t.formats.edit}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                aria-label={`${t.formats.remove}: ${set.name}`}
                onClick={remove}
              >
                {t.formats.remove}
              </Button>
            </>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t.formats.duplicate}: ${set.name}`}
            onClick={() =>
              onEdit({ ...set, id: '', name: t.formats.copyOf(set.name), builtIn: false })
            }
          >
            {t.formats.duplicate}
          </Button>
        </Group>
      </div>
      <div className="format-words">{set.description}</div>
      <div className="hint">
        {set.formatIds
          .map((formatId) => formats.find(({ id }) => id === formatId)?.name ?? formatId)
          .join(' · ')}
      </div>
    </li>
  );
}
