/** Where the page is, kept in the address after `#`, so that back, reload and links work. */
export type Route =
  | { readonly view: 'library'; readonly shelf: Shelf; readonly folderId: string | null }
  | { readonly view: 'media'; readonly mediaId: string }
  | { readonly view: 'queue' }
  | { readonly view: 'publish'; readonly targetId: string | null }
  | { readonly view: 'formats'; readonly tab: FormatsTab }
  | { readonly view: 'settings' };

export const SHELVES = ['all', 'video', 'audio', 'attention'] as const;
export type Shelf = (typeof SHELVES)[number];
export const FORMATS_TABS = ['formats', 'sets', 'devices'] as const;
export type FormatsTab = (typeof FORMATS_TABS)[number];

export type LibraryRoute = Extract<Route, { view: 'library' }>;

export const HOME: LibraryRoute = {
  view: 'library',
  shelf: 'all',
  folderId: null,
};

export function parseRoute(hash: string): Route {
  const [view, first] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decodeURIComponent(part));
  if (view === 'media' && first) return { view, mediaId: first };
  if (view === 'queue' || view === 'settings') return { view };
  if (view === 'publish') return { view, targetId: first ?? null };
  if (view === 'formats')
    return { view, tab: FORMATS_TABS.find((tab) => tab === first) ?? 'formats' };
  if (view === 'folder' && first) return { view: 'library', shelf: 'all', folderId: first };
  return { ...HOME, shelf: SHELVES.find((shelf) => shelf === first) ?? 'all' };
}

export function buildHash(route: Route): string {
  switch (route.view) {
    case 'media':
      return `#/media/${encodeURIComponent(route.mediaId)}`;
    case 'publish':
      return route.targetId === null
        ? '#/publish'
        : `#/publish/${encodeURIComponent(route.targetId)}`;
    case 'formats':
      return `#/formats/${route.tab}`;
    case 'library':
      return route.folderId === null
        ? `#/library/${route.shelf}`
        : `#/folder/${encodeURIComponent(route.folderId)}`;
    default:
      return `#/${route.view}`;
  }
}
