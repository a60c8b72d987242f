import type { EngineEvent } from '../core/model/engine-event.ts';
import { type CatalogEvent, TOO_MANY } from './events.ts';
import { readFailure } from './failure.ts';
import type { ProgressBoard } from './progress/progress-board.ts';
import type { Session } from './session.ts';
import type { Style } from './text/colours.ts';
import { printable } from './text/printable.ts';

type Collection = CatalogEvent['touched'][number]['collection'];

/** Said of a collection in which too much changed at once to name it; nothing is said of the others. */
const TOO_MANY_CHANGED: Readonly<Partial<Record<Collection, string>>> = {
  media: 'Too many media changed at once to name them. See them with: avlogue list',
  refusals: 'More files were refused at once than are named here.',
};

/**
 * Tells what happens as it happens: one line for people, one JSON object a line with --json
 * (the engine's events as they are, but for progress).
 */
export function createWatchReporter(
  { client, output, terminal }: Pick<Session, 'client' | 'output' | 'terminal'>,
  board: ProgressBoard,
): (event: EngineEvent) => Promise<void> {
  const titles = new Map<string, string>();
  const shownJobs = new Set<string>();

  function tell(style: Style, what: string, rest: string): void {
    if (!output.json) board.say(`${output.paint(style, what.padEnd(9))} ${printable(rest)}`);
  }

  /** null: removed meanwhile. */
  async function titleOf(mediaId: string): Promise<string | null> {
    const known = titles.get(mediaId);
    if (known !== undefined) return known;
    try {
      const { title } = await client.media.get({ id: mediaId });
      titles.set(mediaId, title);
      return title;
    } catch (error) {
      if (readFailure(error).code === 'catalog/not-found') return null;
      throw error;
    }
  }

  async function tellRendition(mediaId: string, renditionId: string): Promise<void> {
    const title = await titleOf(mediaId);
    if (title === null) return;
    const { renditions } = await client.media.get({ id: mediaId });
    const made = renditions.find(({ id }) => id === renditionId);
    if (made !== undefined) tell('cyan', 'made', `${title}: ${made.formatName}`);
  }

  async function dropEndedJobs(): Promise<void> {
    const { running } = await client.jobs.state();
    for (const jobId of shownJobs) {
      if (running.some((progress) => progress.jobId === jobId)) continue;
      shownJobs.delete(jobId);
      board.jobEnded(jobId);
    }
  }

  async function tellChanges({ touched }: CatalogEvent): Promise<void> {
    if (shownJobs.size > 0 && touched.some(({ collection }) => collection === 'jobs')) {
      await dropEndedJobs();
    }
    for (const { collection, id, change } of touched) {
      if (change !== 'put') continue;
      if (id === TOO_MANY) tellTooMany(collection);
      else if (collection === 'media') await tellImported(id);
      else if (collection === 'refusals') await tellRefusal(id);
    }
  }

  function tellTooMany(collection: Collection): void {
    const sentence = TOO_MANY_CHANGED[collection];
    if (sentence !== undefined) tell('dim', 'note', sentence);
  }

  async function tellImported(id: string): Promise<void> {
    if (titles.has(id)) return;
    const title = await titleOf(id);
    if (title !== null) tell('green', 'imported', title);
  }

  async function tellRefusal(id: string): Promise<void> {
    const refusal = (await client.import.refusals()).find((one) => one.id === id);
    if (refusal === undefined) return;
    tell('red', 'refused', `${refusal.path} [${refusal.error.code}] ${refusal.error.message}`);
  }

  return async (event) => {
    if (output.json && event.type !== 'job-progress') terminal.out(`${JSON.stringify(event)}\n`);
    switch (event.type) {
      case 'catalog':
        return tellChanges(event);
      case 'job-progress':
        shownJobs.add(event.progress.jobId);
        return board.job((await titleOf(event.progress.mediaId)) ?? '', event.progress);
      case 'rendition-ready':
        return tellRendition(event.mediaId, event.renditionId);
      case 'media-ready':
        return tell('green', 'ready', (await titleOf(event.mediaId)) ?? '');
      case 'notice':
        return tell(event.level === 'info' ? 'dim' : 'yellow', 'note', event.message);
      case 'import-progress':
      case 'publish-progress':
        return undefined;
      default:
        return event satisfies never;
    }
  };
}
