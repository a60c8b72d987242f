import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { type Failure, readFailure } from '../client/read-failure.ts';
import { useServices } from '../client/services.ts';
import { say } from '../data/use-action.tsx';
import { useLanguage } from '../texts/language.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Title, slug and description; a refusal stands at the field that it is about. */
export function WordsForm({ media }: { readonly media: MediaDetail }) {
  const { t } = useLanguage();
  const { client } = useServices();
  const [words, setWords] = useState({
    title: media.title,
    slug: media.slug,
    description: media.description,
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const changed =
    words.title !== media.title ||
    words.slug !== media.slug ||
    words.description !== media.description;
  const titleError = words.title.trim() === '' ? t.details.titleEmpty : null;
  const slugError = SLUG.test(words.slug) ? (failure?.message ?? null) : t.details.slugInvalid;
  const set = (fields: Partial<typeof words>) => {
    setFailure(null);
    setWords((before) => ({ ...before, ...fields }));
  };
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    try {
      await client.media.update({ id: media.id, ...words, title: words.title.trim() });
      say(t.details.saved);
    } catch (error) {
      setFailure(readFailure(error));
    }
  };
  return (
    <form className="words" onSubmit={save}>
      <TextInput
        label={t.details.title}
        value={words.title}
        maxLength={300}
        error={titleError}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t.details.slug}
        description={t.details.slugHint}
        value={words.slug}
        maxLength={80}
        error={slugError}
        onChange={(event) => set({ slug: event.currentTarget.value })}
      />
      <Textarea
        label={t.details.description}
        autosize
        minRows={2}
        maxRows={10}
        value={words.description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <Group>
        <Button
          type="submit"
          disabled={!changed || titleError !== null || (slugError !== null && failure === null)}
        >
          {t.app.save}
        </Button>
      </Group>
    </form>
  );
}
