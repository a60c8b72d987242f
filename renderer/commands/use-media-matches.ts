import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useQuery } from '../client/use-query.ts';
import { buildHash } from '../state/route.ts';
import type { Command } from './command.ts';
import { matchWords } from './match-words.ts';

const SHOWN = 6;
const TYPING_MS = 80;

/** The media that the typed words find, newest first. */
export function useMediaMatches(typed: string): readonly Command[] {
  const [text] = useDebouncedValue(typed.trim().slice(0, 200), TYPING_MS);
  const { data } = useQuery({
    key: `palette/${text}`,
    tags: ['media'],
    load: async (client) =>
      text === '' ? [] : (await client.media.list({ text, limit: SHOWN })).rows,
  });
  return useMemo(() => {
    const found = typed.trim() === '' ? [] : (data ?? []);
    // while the answer is to fewer letters than stand there, Enter must not take what they no longer mean
    const settled = text === typed.trim();
    return found
      .filter(({ title }) => settled || matchWords(title, typed) > 0)
      .map(({ id, title }) => ({
        id: `media-${id}`,
        title,
        group: 'media' as const,
        shortcut: null,
        run: () => {
          window.location.hash = buildHash({ view: 'media', mediaId: id });
        },
      }));
  }, [data, text, typed]);
}
