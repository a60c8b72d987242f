import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconFolder,
  IconLayoutGrid,
  IconListDetails,
  IconMusic,
  IconPlus,
  IconSettings,
  IconSlideshow,
  IconVideo,
  IconWorldUpload,
} from '@tabler/icons-react';
import {
  useLibraryCounts,
  usePublishTargets,
  useRefusals,
  useWatchFolders,
} from '../data/queries.ts';
import { buildHash, type Route, SHELVES } from '../state/route.ts';
import { useDialogs } from '../state/stores.ts';
import { useLanguage } from '../texts/language.ts';
import { NavItem } from './nav-item.tsx';

export interface SidebarProps {
  readonly route: Route;
  readonly narrow: boolean;
}

const SHELF_ICONS = {
  all: IconLayoutGrid,
  video: IconVideo,
  audio: IconMusic,
  attention: IconAlertTriangle,
} as const;

export function Sidebar({ route, narrow }: SidebarProps) {
  const { t } = useLanguage();
  const counts = useLibraryCounts().data;
  const refused = useRefusals().data?.length ?? 0;
  const shelf = route.view === 'library' && route.folderId === null ? route.shelf : null;
  const countOf = (name: (typeof SHELVES)[number]) =>
    counts === undefined ? null : counts[name] + (name === 'attention' ? refused : 0);
  return (
    <nav className="sidebar" aria-label={t.nav.label}>
      <a className="brand" href="#/library/all">
        <img src="/icon.svg" alt={narrow ? t.app.name : ''} width={22} height={22} />
        <span className="nav-text">{t.app.name}</span>
      </a>
      <NavHeading>{t.nav.library}</NavHeading>
      {SHELVES.map((name) => {
        const Icon = SHELF_ICONS[name];
        return (
          <NavItem
            key={name}
            href={buildHash({ view: 'library', shelf: name, folderId: null })}
            icon={<Icon size={18} stroke={1.7} />}
            label={t.nav[name]}
            count={countOf(name)}
            alert={name === 'attention' && (countOf(name) ?? 0) > 0}
            current={shelf === name}
            narrow={narrow}
          />
        );
      })}
      <Folders route={route} narrow={narrow} />
      <Targets route={route} narrow={narrow} />
      <div className="sidebar-foot">
        <NavItem
          href="#/queue"
          icon={<IconListDetails size={18} stroke={1.7} />}
          label={t.nav.queue}
          current={route.view === 'queue'}
          narrow={narrow}
        />
        <NavItem
          href="#/formats/formats"
          icon={<IconSlideshow size={18} stroke={1.7} />}
          label={t.nav.formats}
          current={route.view === 'formats'}
          narrow={narrow}
        />
        <NavItem
          href="#/settings"
          icon={<IconSettings size={18} stroke={1.7} />}
          label={t.nav.settings}
          current={route.view === 'settings'}
          narrow={narrow}
        />
      </div>
    </nav>
  );
}

function Folders({ route, narrow }: SidebarProps) {
  const { t } = useLanguage();
  const folders = useWatchFolders().data;
  const show = useDialogs((dialogs) => dialogs.show);
  return (
    <>
      <NavHeading
        action={t.nav.addFolder}
        onAction={() => show({ kind: 'watch-folder', folderId: null })}
      >
        {t.nav.folders}
      </NavHeading>
      {folders?.map((folder) => (
        <NavItem
          key={folder.id}
          href={buildHash({ view: 'library', shelf: 'all', folderId: folder.id })}
          icon={<IconFolder size={18} stroke={1.7} />}
          label={lastPart(folder.path)}
          title={`${folder.path}: ${t.settings.folderState[folder.state]}`}
          dot={folder.state === 'unreachable' ? 'bad' : folder.state === 'off' ? 'quiet' : 'ok'}
          current={route.view === 'library' && route.folderId === folder.id}
          narrow={narrow}
        />
      ))}
      {folders?.length === 0 && <div className="nav-empty">{t.nav.noFolders}</div>}
    </>
  );
}

function Targets({ route, narrow }: SidebarProps) {
  const { t } = useLanguage();
  const targets = usePublishTargets().data;
  const show = useDialogs((dialogs) => dialogs.show);
  return (
    <>
      <NavHeading
        action={t.nav.addTarget}
        onAction={() => show({ kind: 'publish-target', targetId: null })}
      >
        {t.nav.publish}
      </NavHeading>
      {targets?.map((target) => (
        <NavItem
          key={target.id}
          href={buildHash({ view: 'publish', targetId: target.id })}
          icon={<IconWorldUpload size={18} stroke={1.7} />}
          label={target.name}
          title={target.writable ? target.path : t.publish.notWritable}
          dot={target.writable ? 'ok' : 'bad'}
          current={route.view === 'publish' && (route.targetId ?? targets[0]?.id) === target.id}
          narrow={narrow}
        />
      ))}
      {targets?.length === 0 && <div className="nav-empty">{t.nav.noTargets}</div>}
    </>
  );
}

interface NavHeadingProps {
  readonly children: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

function NavHeading({ children, action, onAction }: NavHeadingProps) {
  return (
    <div className="nav-heading">
      <span>{children}</span>
      {action && (
        <Tooltip label={action} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={action}
            onClick={onAction}
          >
            <IconPlus size={15} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
