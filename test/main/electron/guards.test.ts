import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '../../../main/electron/app-scheme.ts';
import { requireOwnSender } from '../../../main/electron/check-sender.ts';
import { isOutsideLink } from '../../../main/electron/outside-links.ts';
import { allowsPermission } from '../../../main/electron/permissions.ts';

describe('the sender of a message', () => {
  const own = { origin: 'avlogue://app', parent: null };

  it('is taken for ours in the main frame of our window on our page', () => {
    expect(requireOwnSender(own, true)).toBe(own);
  });

  it.each([
    ['a frame within the page', { ...own, parent: own }, true],
    ['a page of the web', { origin: 'https://example.org', parent: null }, true],
    ['another host of our scheme', { origin: 'avlogue://other', parent: null }, true],
    ['a file', { origin: 'file://', parent: null }, true],
    ['a sandboxed page', { origin: 'null', parent: null }, true],
    ['another window', own, false],
    ['a frame that is gone', null, true],
  ])('is refused: %s', (_who, frame, isOwnWindow) => {
    expect(() => requireOwnSender(frame, isOwnWindow)).toThrow('foreign page');
  });
});

describe('addresses', () => {
  it.each(['avlogue://app/', 'avlogue://app/assets/x.js?v=1#y'])('of our page: %s', (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });

  it.each([
    'avlogue://apple/',
    'avlogue://app.example.org/',
    'https://app/',
    'avlogue:app',
    'file:///app/',
    'not an address',
    '',
  ])('of others: %s', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  it('go to the system’s browser over https only, and without a name and password', () => {
    expect(isOutsideLink('https://example.org/page')).toBe(true);
    for (const address of [
      'http://example.org/',
      'https://user:word@example.org/',
      'file:///etc/passwd',
      'smb://server/share',
      'javascript:alert(1)',
      'nonsense',
    ]) {
      expect(isOutsideLink(address), address).toBe(false);
    }
  });
});

describe('permissions', () => {
  it('are copying and the full screen, for our page only', () => {
    expect(allowsPermission('clipboard-sanitized-write', 'avlogue://app/')).toBe(true);
    expect(allowsPermission('fullscreen', 'avlogue://app/')).toBe(true);
    expect(allowsPermission('fullscreen', 'https://example.org/')).toBe(false);
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'openExternal', ''])(
    'are nothing else: %s',
    (permission) => {
      expect(allowsPermission(permission, 'avlogue://app/')).toBe(false);
    },
  );
});
