import { expect, it } from 'vitest';
import { buildHash, HOME, parseRoute, type Route } from '../../../renderer/state/route.ts';

const ROUTES: readonly Route[] = [
  HOME,
  { view: 'library', shelf: 'attention', folderId: null },
  { view: 'library', shelf: 'all', folderId: 'my clips/2026' },
  { view: 'media', mediaId: 'a.b-c_1' },
  { view: 'queue' },
  { view: 'publish', targetId: null },
  { view: 'publish', targetId: 'my-site' },
  { view: 'formats', tab: 'devices' },
  { view: 'settings' },
];

it('comes back from the address as it went in', () => {
  for (const route of ROUTES) expect(parseRoute(buildHash(route))).toEqual(route);
});

it('leads home from an address that means nothing', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/media', '#/library/shelf-of-dreams']) {
    expect(parseRoute(hash)).toEqual(HOME);
  }
});
