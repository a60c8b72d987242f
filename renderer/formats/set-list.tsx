import { Button, Group, Modal, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormatSet } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormatSets, useFormats, useSettings } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { useLanguage } from '../texts/language.ts';

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
        title={t.formats.setFormats}
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
              <Button size="compact-sm" variant="default" onClick={() => onEdit(set)}>
                {t.formats.edit}
              </Button>
              <Button size="compact-sm" variant="subtle" color="red" onClick={remove}>
                {t.formats.remove}
              </Button>
            </>
          )}
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

function SetForm({ set, onDone }: { readonly set: FormatSet; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const formats = (useFormats().data ?? []).filter(({ kind }) => kind === set.kind);
  const [name, setName] = useState(set.name);
  const [description, setDescription] = useState(set.description);
  const [formatIds, setFormatIds] = useState<string[]>([...set.formatIds]);
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const id = set.id === '' ? idFrom(name) : set.id;
    const saved = await run(
      async () => {
        await client.formatSets.save({ id, name, description, kind: set.kind, formatIds });
        queries.invalidate(new Set(['formatSets']));
      },
      () => t.formats.saved(name),
    );
    if (saved) onDone();
  };
  return (
    <form className="form" onSubmit={save}>
      <TextInput
        label={t.formats.name}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t.formats.description}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <MultiSelect
        label={t.formats.tabFormats}
        description={formatIds.length === 0 ? t.formats.setNeedsFormats : undefined}
        data={formats.map((format) => ({ value: format.id, label: format.name }))}
        value={formatIds}
        onChange={setFormatIds}
        searchable
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t.app.cancel}
        </Button>
        <Button type="submit" disabled={name.trim() === '' || formatIds.length === 0}>
          {t.app.save}
        </Button>
      </Group>
    </form>
  );
}

/** An id that is allowed and not one of a built-in set. */
function idFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `own-${plain === '' ? 'set' : plain}`.slice(0, 80);
}
