import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconChevronRight, IconChevronUp, IconTrash, IconX } from '@tabler/icons-react';
import { useMediaActions } from '../data/media-actions.tsx';
import { ConvertItems } from '../parts/convert-items.tsx';
import { buildHash } from '../state/route.ts';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

export interface SelectionBarProps {
  /** No inspector stands beside the list: one selected media is enough for the bar. */
  readonly narrow: boolean;
}

/** How many are selected and what can be done with all of them. */
export function SelectionBar({ narrow }: SelectionBarProps) {
  const { t } = useLanguage();
  const selected = useLibraryView((view) => view.selected);
  const clear = useLibraryView((view) => view.clearSelection);
  const { publish, remove } = useMediaActions();
  const ids = [...selected];
  const [only] = ids;
  if (only === undefined || (ids.length === 1 && !narrow)) return null;
  return (
    <div className="selection-bar" role="status">
      <strong>{t.library.selected(selected.size)}</strong>
      <Group gap={8} justify="center">
        {ids.length === 1 && (
          <Button
            size="xs"
            component="a"
            href={buildHash({ view: 'media', mediaId: only })}
            rightSection={<IconChevronRight size={14} />}
          >
            {t.inspector.open}
          </Button>
        )}
        <Menu position="top-start">
          <Menu.Target>
            <Button
              size="xs"
              variant={ids.length === 1 ? 'default' : 'filled'}
              rightSection={<IconChevronUp size={14} />}
            >
              {t.top.convert}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <ConvertItems ids={ids} />
          </Menu.Dropdown>
        </Menu>
        <Button size="xs" variant="default" onClick={() => publish(ids)}>
          {t.top.publish}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTrash size={14} />}
          onClick={() => remove(ids)}
        >
          {t.library.remove}
        </Button>
        <Tooltip label={t.library.clearSelection}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t.library.clearSelection}
            onClick={clear}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </div>
  );
}
