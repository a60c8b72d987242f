import { useMemo } from 'react';
import { useMediaActions } from '../data/media-actions.tsx';
import { useFormatSets, usePublishTargets, useWatchFolders } from '../data/queries.ts';
import { goTo } from '../state/use-route.ts';
import { useTargetIds } from '../state/use-target-ids.ts';
import { useLanguage } from '../texts/language.ts';
import type { Command, Deeds } from './command.ts';
import { COMMAND_GROUPS, COMMAND_IDS, GROUP_OF, SHORTCUTS } from './shortcuts.ts';

/** All that the palette offers now, beside media: the fixed commands, and one for each set, target and folder. */
export function useCommands(deeds: Deeds): readonly Command[] {
  const { t } = useLanguage();
  const more = useMoreCommands();
  return useMemo(() => {
    const fixed = COMMAND_IDS.flatMap((id): readonly Command[] => {
      const run = deeds[id];
      if (run === null || id === 'palette') return [];
      return [{ id, title: t.commands[id], group: GROUP_OF[id], shortcut: SHORTCUTS[id], run }];
    });
    const all = [...fixed, ...more];
    return COMMAND_GROUPS.flatMap((group) => all.filter((one) => one.group === group));
  }, [deeds, more, t]);
}

function useMoreCommands(): readonly Command[] {
  const { t } = useLanguage();
  const ids = useTargetIds();
  const { convert, publish } = useMediaActions();
  const sets = useFormatSets().data;
  const targets = usePublishTargets().data;
  const folders = useWatchFolders().data;
  return useMemo(() => {
    const selection = ids.length > 0;
    return [
      ...(sets ?? []).flatMap((set) => {
        const run = () => void convert(ids, { formatSetIds: [set.id] });
        return selection
          ? [own(`set-${set.id}`, t.commands.convertWith(set.name), { group: 'selection', run })]
          : [];
      }),
      ...(targets ?? []).flatMap((target) => {
        const title = t.commands.publishTo(target.name);
        const page = () => goTo({ view: 'publish', targetId: target.id });
        return [
          ...(selection
            ? [
                own(`to-${target.id}`, title, {
                  group: 'selection',
                  run: () => publish(ids, target.id),
                }),
              ]
            : []),
          own(`target-${target.id}`, t.commands.openTarget(target.name), {
            group: 'go',
            run: page,
          }),
        ];
      }),
      ...(folders ?? []).map(({ id, path }) =>
        own(`folder-${id}`, t.commands.openFolder(path), {
          group: 'go',
          run: () => goTo({ view: 'library', shelf: 'all', folderId: id }),
        }),
      ),
    ];
  }, [ids, sets, targets, folders, convert, publish, t]);
}

function own(id: string, title: string, rest: Pick<Command, 'group' | 'run'>): Command {
  return { id, title, shortcut: null, ...rest };
}
