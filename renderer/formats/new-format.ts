import { BUILT_IN_FORMATS } from '../../core/formats/built-in-formats.ts';
import type { Format } from '../../core/model/format.ts';
import type { MediaKind } from '../../core/model/scalars.ts';

/** What nearly everything plays, to be changed. */
const STARTS: Readonly<Record<MediaKind, string>> = { video: 'h264-720p', audio: 'mp3' };

/** One's own, without an id until it is saved for the first time. */
export function newFormat(kind: MediaKind, name: string): Format {
  const start = BUILT_IN_FORMATS.find(({ id }) => id === STARTS[kind]);
  if (start === undefined) throw new Error(`There is no built-in format ${STARTS[kind]}.`);
  return { ...start, id: '', name, description: '', builtIn: false };
}
