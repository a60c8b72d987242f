import { describe, expect, it } from 'vitest';
import { findCommand, readStroke } from '../../../renderer/commands/read-stroke.ts';
import { COMMAND_IDS, SHORTCUTS } from '../../../renderer/commands/shortcuts.ts';

const key = (
  name: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('reading a stroke', () => {
  it('takes Ctrl and ⌘ for the same key', () => {
    expect(readStroke(key('k', { ctrlKey: true }))).toBe('mod+k');
    expect(readStroke(key('k', { metaKey: true }))).toBe('mod+k');
  });

  it('counts Shift for letters and not for signs, which need it on some keyboards', () => {
    expect(readStroke(key('C', { shiftKey: true }))).toBe('shift+c');
    expect(readStroke(key('?', { shiftKey: true }))).toBe('?');
    expect(readStroke(key('/', { shiftKey: true }))).toBe('/');
  });

  it('leaves a modifier alone and everything with Alt to others', () => {
    expect(readStroke(key('Shift', { shiftKey: true }))).toBeNull();
    expect(readStroke(key('v', { altKey: true }))).toBeNull();
  });
});

describe('finding a command', () => {
  it('leads every shortcut to its own command and to no other', () => {
    const led = COMMAND_IDS.map((id) => findCommand(SHORTCUTS[id].split(' ')));
    expect(led).toEqual([...COMMAND_IDS]);
  });

  it('waits after the first stroke of a sequence', () => {
    expect(findCommand(['g'])).toBe('wait');
    expect(findCommand(['g', 'q'])).toBe('go-queue');
    expect(findCommand(['g', 'z'])).toBeNull();
  });
});
