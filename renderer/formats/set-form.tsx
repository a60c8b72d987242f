import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormatSet } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useFormatSets, useFormats } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { useLanguage } from '../texts/language.ts';
import { FormatOrder } from './format-order.tsx';
import { ownId } from './own-id.ts';

export interface SetFormProps {
  /** With an empty id: a new one. */
  readonly set: FormatSet;
  readonly onDone: () => void;
}

/** A set's name and its formats in their order. */
export function SetForm({ set, onDone }: SetFormProps) {
  const { t } = useLanguage();
  const { client, queries } = useServices();
  const run = useAction();
  const sets = useFormatSets().data ?? [];
  const formats = (useFormats().data ?? []).filter(({ kind }) => kind === set.kind);
  const [name, setName] = useState(set.name);
  const [description, setDescription] = useState(set.description);
  const [formatIds, setFormatIds] = useState(set.formatIds);
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const id = set.id || ownId(name, new Set(sets.map((one) => one.id)));
    const saved = await run(
      async () => {
        await client.formatSets.save({
          id,
          name: name.trim(),
          description,
          kind: set.kind,
          formatIds,
        });
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
        maxLength={100}
        value={name}
        error={name.trim() === '' && t.formats.nameNeeded}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t.formats.description}
        maxLength={500}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <FormatOrder formats={formats} formatIds={formatIds} onChange={setFormatIds} />
      <FormActions onCancel={onDone} blocked={name.trim() === '' || formatIds.length === 0} />
    </form>
  );
}
