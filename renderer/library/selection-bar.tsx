import { Button, Group } from '@mantine/core';
import { IconTrash, IconX } from '@tabler/icons-react';
import { useMediaActions } from '../data/media-actions.tsx';
import { useLibraryView } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';

/** How many are selected and what can be done with all of them. */
export function SelectionBar() {
  const { t } = useLanguage();
  const selected = useLibraryView((view) => view.selected);
  const clear = useLibraryView((view) => view.clearSelection);
  const { convert, publish, remove } = useMediaActions();
  if (selected.size < 2) return null;
  const ids = [...selected];
  return (
    <div className="selection-bar" role="status">
      <strong>{t.library.selected(selected.size)}</strong>
      <Group gap={8} wrap="nowrap">
        <Button size="xs" onClick={() => convert(ids)}>
          {t.top.convert}
        </Button>
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
        <Button size="xs" variant="subtle" leftSection={<IconX size={14} />} onClick={clear}>
          {t.library.clearSelection}
        </Button>
      </Group>
    </div>
  );
}
