import { COMMAND_IDS, type CommandId, SHORTCUTS } from './shortcuts.ts';

export type StrokeEvent = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph']);

/** `mod+k`, `shift+c`, `?`; null for a modifier alone and for combinations that belong to others. */
export function readStroke(event: StrokeEvent): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (MODIFIERS.has(key) || altKey) return null;
  const letter = /^\p{L}$/u.test(key);
  // for signs the shift key is part of typing them: `?` is one stroke on every keyboard
  const shift = shiftKey && (letter || key.length > 1) ? 'shift+' : '';
  return `${ctrlKey || metaKey ? 'mod+' : ''}${shift}${key.toLowerCase()}`;
}

/** A stroke without Ctrl or ⌘: it means typing wherever there is something to type into. */
export function isPlain(stroke: string): boolean {
  return !stroke.startsWith('mod+');
}

/** The command that these strokes lead to; `wait` when they begin a longer one. */
export function findCommand(strokes: readonly string[]): CommandId | 'wait' | null {
  const typed = strokes.join(' ');
  const exact = COMMAND_IDS.find((id) => SHORTCUTS[id] === typed);
  if (exact !== undefined) return exact;
  return COMMAND_IDS.some((id) => SHORTCUTS[id].startsWith(`${typed} `)) ? 'wait' : null;
}
