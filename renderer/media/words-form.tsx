import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MediaDetail } from '../../core/contract/media.ts';
import { type Failure, readFailure } from '../client/read-failure.ts';
import { useServices } from '../client/services.ts';
import { say } from '../data/use-action.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { useLanguage } from '../texts/language.ts';
import { changedWords, type Words } from './changed-words.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Title, slug and description; a refusal stands at the field that it is about. What is changed elsewhere
 * meanwhile is shown in the fields that were left alone, and only what was typed is sent.
 */
export function WordsForm({ media }: { readonly media: MediaDetail }) {
  const { t, code } = useLanguage();
  const { client } = useServices();
  const [typed, setTyped] = useState<Partial<Words>>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const { title, slug, description } = media;
  useEffect(() => {
    setTyped((before) => changedWords(before, { title, slug, description }));
  }, [title, slug, description]);
  const words: Words = { title, slug, description, ...typed };
  const changes = changedWords(typed, media);
  const titleError = words.title.trim() === '' ? t.details.titleEmpty : null;
  const slugInvalid = SLUG.test(words.slug) ? null : t.details.slugInvalid;
  const isTaken = failure?.code === 'catalog/conflict' && failure.details?.field === 'slug';
  const slugTaken = code === 'en' ? failure?.message : t.details.slugTaken;
  const set = (fields: Partial<Words>) => {
    setFailure(null);
    setTyped((before) => ({ ...before, ...fields }));
  };
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    const sent = {
      ...changes,
      ...(changes.title === undefined ? {} : { title: changes.title.trim() }),
    };
    try {
      await client.media.update({ id: media.id, ...sent });
      // who goes on typing meanwhile keeps it
      setTyped((now) => (now.title === changes.title ? { ...now, ...titleOf(sent) } : now));
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
        error={slugInvalid ?? (isTaken ? slugTaken : null)}
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
      {failure !== null && !isTaken && <FailureNote failure={failure} />}
      <Group>
        <Button
          type="submit"
          disabled={Object.keys(changes).length === 0 || (titleError ?? slugInvalid) !== null}
        >
          {t.app.save}
        </Button>
      </Group>
    </form>
  );
}

function titleOf({ title }: Partial<Words>): Partial<Words> {
  return title === undefined ? {} : { title };
}
