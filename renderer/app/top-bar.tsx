import {
  Button,
  Kbd,
  Menu,
  TextInput,
  Tooltip,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import {
  IconChevronDown,
  IconFolderPlus,
  IconPlus,
  IconRefresh,
  IconRoute,
  IconSearch,
  IconUpload,
  IconWorldUpload,
} from '@tabler/icons-react';
import { SHORTCUTS } from '../commands/shortcuts.ts';
import { isMac, writeKeys } from '../commands/write-keys.ts';
import { useMediaActions } from '../data/media-actions.tsx';
import { useChooseFiles } from '../data/use-choose-files.ts';
import { ConvertItems } from '../parts/convert-items.tsx';
import { HOME } from '../state/route.ts';
import { useDialogs, useLibraryView } from '../state/stores.ts';
import { goTo, useRoute } from '../state/use-route.ts';
import { useTargetIds } from '../state/use-target-ids.ts';
import { useLanguage } from '../texts/language.ts';

export function TopBar() {
  return (
    <header className="top-bar">
      <Search />
      <div className="top-actions">
        <AddMenu />
        <ConvertMenu />
        <PublishButton />
      </div>
    </header>
  );
}

function Search() {
  const { t } = useLanguage();
  const route = useRoute();
  const setText = useLibraryView((view) => view.setText);
  const text = useLibraryView((view) => view.text);
  // at once: the engine answers in less time than one waits between two keys
  const search = (typed: string) => {
    setText(typed);
    if (route.view !== 'library') goTo(HOME);
  };
  return (
    <TextInput
      id="search"
      type="search"
      className="top-search"
      aria-label={t.top.search}
      placeholder={t.top.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text === '' ? <PaletteButton /> : undefined}
      rightSectionWidth={isMac() ? 54 : 66}
      value={text}
      onChange={(event) => search(event.currentTarget.value)}
    />
  );
}

/** Shows the key and is the way for those who point. */
function PaletteButton() {
  const { t } = useLanguage();
  const show = useDialogs((dialogs) => dialogs.show);
  const keys = writeKeys(SHORTCUTS.palette, { mac: isMac(), keys: t.keys });
  return (
    <Tooltip label={t.commands.palette}>
      <UnstyledButton onClick={() => show({ kind: 'palette' })}>
        <VisuallyHidden>{t.commands.palette}, </VisuallyHidden>
        <Kbd size="xs">{keys}</Kbd>
      </UnstyledButton>
    </Tooltip>
  );
}

function AddMenu() {
  const { t } = useLanguage();
  const show = useDialogs((dialogs) => dialogs.show);
  const open = useChooseFiles();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} />}>{t.top.add}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUpload size={16} />} onClick={open}>
          {t.top.chooseFiles}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={16} />}
          onClick={() => show({ kind: 'watch-folder', folderId: null })}
        >
          {t.top.watchFolder}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRoute size={16} />}
          onClick={() => show({ kind: 'import-path' })}
        >
          {t.top.importPath}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ConvertMenu() {
  const { t } = useLanguage();
  const ids = useTargetIds();
  const button = (
    <Button
      variant="default"
      rightSection={<IconChevronDown size={14} />}
      leftSection={<IconRefresh size={16} />}
      disabled={ids.length === 0}
    >
      {t.top.convert}
    </Button>
  );
  if (ids.length === 0) {
    return (
      <Tooltip label={t.top.convertHint}>
        <span>{button}</span>
      </Tooltip>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <ConvertItems ids={ids} />
      </Menu.Dropdown>
    </Menu>
  );
}

function PublishButton() {
  const { t } = useLanguage();
  const ids = useTargetIds();
  const { publish } = useMediaActions();
  const button = (
    <Button
      variant="default"
      leftSection={<IconWorldUpload size={16} />}
      disabled={ids.length === 0}
      onClick={() => publish(ids)}
    >
      {t.top.publish}
    </Button>
  );
  if (ids.length > 0) return button;
  return (
    <Tooltip label={t.top.publishHint}>
      <span>{button}</span>
    </Tooltip>
  );
}
