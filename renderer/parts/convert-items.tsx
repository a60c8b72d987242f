import { Menu } from '@mantine/core';
import { useMediaActions } from '../data/media-actions.tsx';
import { useFormatSets } from '../data/queries.ts';
import { useLanguage } from '../texts/language.ts';

/** The ways to convert these media: with their own sets, all anew, or with another set. */
export function ConvertItems({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLanguage();
  const { convert } = useMediaActions();
  const sets = useFormatSets().data ?? [];
  return (
    <>
      <Menu.Item onClick={() => convert(ids)}>{t.top.convertAgain}</Menu.Item>
      <Menu.Item onClick={() => convert(ids, { force: true })}>{t.top.convertForce}</Menu.Item>
      {(['video', 'audio'] as const).map((kind) => (
        <div key={kind}>
          <Menu.Label>{kind === 'video' ? t.top.videoSets : t.top.audioSets}</Menu.Label>
          {sets
            .filter((set) => set.kind === kind)
            .map((set) => (
              <Menu.Item key={set.id} onClick={() => convert(ids, { formatSetIds: [set.id] })}>
                {set.name}
              </Menu.Item>
            ))}
        </div>
      ))}
    </>
  );
}
