import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isBaseUrl } from '../../core/html/url.ts';
import type { SiteLanguage } from '../../core/model/site-language.ts';
import { useServices } from '../client/services.ts';
import { usePublishTargets } from '../data/queries.ts';
import { useAction } from '../data/use-action.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { PathInput } from '../parts/path-input.tsx';
import { useLanguage } from '../texts/language.ts';

/** Each in its own language, for those who look for it. */
const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const satisfies readonly { value: SiteLanguage; label: string }[];

export interface TargetFormProps {
  readonly targetId: string | null;
  readonly onDone: (savedId?: string) => void;
}

/** A publish folder: its name, its place on this machine, its address on the web. */
export function TargetForm({ targetId, onDone }: TargetFormProps) {
  const { t, code } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const known = usePublishTargets().data?.find(({ id }) => id === targetId);
  const [fields, setFields] = useState({
    name: known?.name ?? '',
    path: known?.path ?? '',
    baseUrl: known?.baseUrl ?? '',
    language: known?.language ?? code,
  });
  const [tried, setTried] = useState(false);
  const errors = {
    name: fields.name.trim() === '' ? t.publish.nameNeeded : null,
    path: /^(\/|[a-z]:[\\/]|\\\\)/i.test(fields.path.trim()) ? null : t.publish.pathNeeded,
    baseUrl: fields.baseUrl === '' || isWebAddress(fields.baseUrl) ? null : t.publish.urlInvalid,
  };
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    let savedId = '';
    const saved = await run(
      async () => {
        const target = await client.publish.saveTarget({
          id: targetId,
          kind: 'folder',
          name: fields.name.trim(),
          path: fields.path.trim(),
          language: fields.language,
          baseUrl: fields.baseUrl.trim().replace(/\/+$/, ''),
        });
        savedId = target.id;
      },
      () => t.publish.saved,
    );
    if (saved) onDone(savedId);
  };
  return (
    <form className="form" onSubmit={save}>
      <TextInput
        label={t.publish.name}
        data-autofocus
        value={fields.name}
        error={tried && errors.name}
        onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
      />
      <PathInput
        label={t.publish.path}
        description={t.publish.pathHint}
        choice="publish-folder"
        value={fields.path}
        error={tried && errors.path}
        onChange={(path) => setFields((before) => ({ ...before, path }))}
      />
      <TextInput
        label={t.publish.url}
        description={t.publish.urlHint}
        placeholder={t.embed.baseUrlPlaceholder}
        value={fields.baseUrl}
        error={errors.baseUrl}
        onChange={(event) => setFields({ ...fields, baseUrl: event.currentTarget.value })}
      />
      <Select
        label={t.publish.language}
        description={t.publish.languageHint}
        value={fields.language}
        data={LANGUAGES}
        allowDeselect={false}
        onChange={(language) => language !== null && setFields({ ...fields, language })}
      />
      <FormActions onCancel={() => onDone()} />
    </form>
  );
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim()) && URL.canParse(text) && isBaseUrl(text);
}
