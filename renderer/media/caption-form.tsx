import { SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaptionWords } from '../../core/import/added-captions.ts';
import { useServices } from '../client/services.ts';
import { useAction } from '../data/use-action.tsx';
import { FormActions } from '../parts/form-actions.tsx';
import { useLanguage } from '../texts/language.ts';
import { listLanguages } from './list-languages.ts';

export interface EditedCaption {
  /** null: a new one, of the text. */
  readonly captionId: string | null;
  readonly text: string | null;
  readonly words: CaptionWords;
  readonly fileName: string | null;
}

export interface CaptionFormProps {
  readonly mediaId: string;
  readonly edited: EditedCaption;
  readonly onDone: () => void;
}

/** What players and browsers are told of captions. */
export function CaptionForm({ mediaId, edited, onDone }: CaptionFormProps) {
  const { t, code } = useLanguage();
  const { client } = useServices();
  const run = useAction();
  const [words, setWords] = useState(edited.words);
  const languages = useMemo(
    () => listLanguages(code, edited.words.language),
    [code, edited.words.language],
  );
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const { captionId, text } = edited;
    const saved = await run(
      () =>
        captionId === null
          ? client.media.addCaption({ id: mediaId, text: text ?? '', ...words })
          : client.media.updateCaption({ id: mediaId, captionId, ...words }),
      () => (captionId === null ? t.details.captionsAdded : t.details.saved),
    );
    if (saved) onDone();
  };
  return (
    <form className="form" onSubmit={save}>
      <Select
        label={t.details.captionsLanguage}
        data-autofocus
        openOnFocus={false}
        searchable
        clearable
        placeholder={t.details.captionsNoLanguage}
        value={words.language}
        data={languages}
        onChange={(language) => setWords({ ...words, language })}
      />
      <div className="labelled">
        <span id="caption-kind">{t.details.captionsKind}</span>
        <SegmentedControl
          aria-labelledby="caption-kind"
          value={words.kind}
          data={(['subtitles', 'captions'] as const).map((value) => ({
            value,
            label: t.details.captionsKinds[value],
          }))}
          onChange={(kind) => setWords({ ...words, kind })}
        />
      </div>
      <TextInput
        label={t.details.captionsLabel}
        description={t.details.captionsLabelHint}
        maxLength={100}
        value={words.label}
        onChange={(event) => setWords({ ...words, label: event.currentTarget.value })}
      />
      <Switch
        label={t.details.captionsDefault}
        checked={words.isDefault}
        onChange={(event) => setWords({ ...words, isDefault: event.currentTarget.checked })}
      />
      <FormActions onCancel={onDone} />
    </form>
  );
}
