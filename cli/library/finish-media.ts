import type { Session } from '../session.ts';
import { untilInterrupted } from '../until-interrupted.ts';

/** Waits until these media have their pictures and captions, which belong to pages and embed code. */
export async function finishMedia(
  { client, terminal }: Pick<Session, 'client' | 'terminal'>,
  mediaIds: readonly string[],
): Promise<void> {
  if (mediaIds.length === 0) return;
  await untilInterrupted(terminal.signal, client.import.finish({ ids: [...mediaIds] }));
}
