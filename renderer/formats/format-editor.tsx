import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { CONTAINER_NAMES, CONTAINERS } from '../../core/codecs/containers.ts';
import type { Format } from '../../core/model/format.ts';
import { useServices } from '../client/services.ts';
import { useSteadyQuery } from '../client/use-steady-query.ts';
import { useFormats } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { Busy } from '../parts/busy.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { useLanguage } from '../texts/language.ts';
import { type FieldErrors, fieldErrors } from './field-errors.ts';
import { FormatEffect } from './format-effect.tsx';
import { ownId } from './own-id.ts';
import { PictureFields } from './picture-fields.tsx';
import { SoundFields } from './sound-fields.tsx';
import { Verdict } from './verdict.tsx';

export interface FormatEditorProps {
  /** With an empty id: a new one. */
  readonly format: Format;
  readonly onDone: () => void;
}

const TYPING_MS = 200;

/** A recipe, looked at by the engine as it is typed. */
export function FormatEditor({ format, onDone }: FormatEditorProps) {
  const language = useLanguage();
  const { t } = language;
  const { client, queries } = useServices();
  const run = useAction();
  const [draft, setDraft] = useState(format);
  const formats = useFormats().data ?? [];
  const identify = ({ builtIn: _, ...own }: Format) => ({
    ...own,
    id: own.id || ownId(own.name, new Set(formats.map(({ id }) => id))),
  });
  const [typed] = useDebouncedValue(draft, TYPING_MS);
  const verdict = useSteadyQuery({
    key: `validate/${JSON.stringify(typed)}`,
    tags: ['formats'],
    load: (engine) => engine.formats.validate({ format: { ...identify(typed), builtIn: false } }),
  });
  const problems = verdict.data?.problems ?? [];
  const errors = fieldErrors(problems, language);
  const blocked = problems.some(({ severity }) => severity === 'error');
  const set = (fields: Partial<Format>) => setDraft((before) => ({ ...before, ...fields }));
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const saved = await run(
      async () => {
        await client.formats.save(identify(draft));
        queries.invalidate(new Set(['formats']));
      },
      () => t.formats.saved(draft.name),
    );
    if (saved) onDone();
  };
  return (
    <form className="form" onSubmit={save}>
      <General draft={draft} errors={errors} onChange={set} />
      {draft.video !== null && (
        <PictureFields
          video={draft.video}
          errors={errors}
          onChange={(fields) =>
            setDraft((before) => ({
              ...before,
              video: before.video && { ...before.video, ...fields },
            }))
          }
        />
      )}
      <SoundFields format={draft} errors={errors} onChange={(audio) => set({ audio })} />
      {verdict.failure !== null && <FailureNote failure={verdict.failure} />}
      {verdict.data === undefined && verdict.failure === null && <Busy>{t.formats.checking}</Busy>}
      {verdict.data !== undefined && <Verdict problems={problems} />}
      {!blocked && <FormatEffect format={typed} />}
      {verdict.data?.command && (
        <div>
          <div className="log-head">
            <strong>{t.formats.command}</strong>
            <CopyText
              text={verdict.data.command}
              label={t.details.copyCommand}
              size="compact-xs"
              variant="subtle"
            />
          </div>
          <pre className="log-text">{verdict.data.command}</pre>
        </div>
      )}
      <FormActions onCancel={onDone} blocked={blocked || verdict.data === undefined}>
        <Button variant="subtle" disabled={draft === format} onClick={() => setDraft(format)}>
          {t.formats.reset}
        </Button>
      </FormActions>
    </form>
  );
}

interface GeneralProps {
  readonly draft: Format;
  readonly errors: FieldErrors;
  readonly onChange: (fields: Partial<Format>) => void;
}

function General({ draft, errors, onChange }: GeneralProps) {
  const { t } = useLanguage();
  const containers = Object.entries(CONTAINERS)
    .filter(([, facts]) => draft.kind === 'audio' || facts.video.length > 0)
    .map(([value, { name }]) => ({ value, label: name }));
  return (
    <div className="fields">
      <TextInput
        label={t.formats.name}
        value={draft.name}
        error={errors.get('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t.formats.container}
        value={draft.container}
        data={containers}
        error={errors.get('container')}
        onChange={(value) => {
          const container = CONTAINER_NAMES.find((name) => name === value);
          if (container !== undefined) onChange({ container });
        }}
      />
      <Textarea
        className="fields-wide"
        label={t.formats.description}
        autosize
        maxRows={4}
        value={draft.description}
        error={errors.get('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  );
}
