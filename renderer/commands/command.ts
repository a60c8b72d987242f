import type { CommandGroup, CommandId } from './shortcuts.ts';

/** One line of the palette. */
export interface Command {
  /** A `CommandId`, or an own one for what is there only now: a format set, a folder, a media. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup | 'media';
  readonly shortcut: string | null;
  readonly run: () => void;
}

/** What each command does; null while it cannot be done. */
export type Deeds = Readonly<Record<CommandId, (() => void) | null>>;
