import type { ImportResult } from '../../core/contract/import.ts';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import type { Client } from '../client.ts';
import { Interrupted, readFailure } from '../failure.ts';
import { type ConversionOutcome, convertAndWait } from '../library/convert-media.ts';
import { finishMedia } from '../library/finish-media.ts';
import { importPaths } from '../library/import-paths.ts';
import { targetForFolder } from '../library/publish-target.ts';
import type { ProgressBoard } from '../progress/progress-board.ts';
import type { Session } from '../session.ts';
import { untilInterrupted } from '../until-interrupted.ts';
import { describeMade } from './describe-made.ts';
import { givenPath, silentPaths } from './given-path.ts';
import type { DescribedMedia, MadeMedia, MakeResult } from './make-result.ts';
import type { MakeWishes, Published } from './make-wishes.ts';

/** Import, convert, publish; whatever fails on the way is told for its file, and the others go on. */
export async function runMake(
  session: Session,
  wishes: MakeWishes,
  board: ProgressBoard,
): Promise<MakeResult> {
  const importOptions = { formatSetIds: wishes.sets ?? [], convert: false };
  // a folder that cannot be published into is told before hours of work
  const target = await targetForFolder(session, wishes.to, wishes);
  const results = await importPaths(session, wishes.paths, importOptions, board);
  const mediaIds = [...new Set(results.flatMap(mediaIdOf))];
  const converted = await convertAndWait(
    session,
    { mediaIds, formatIds: wishes.formats, formatSetIds: wishes.sets, force: wishes.force },
    board,
  );
  const problems = conversionProblems(converted);
  const ready = mediaIds.filter((id) => !problems.has(id));
  const published = await publish(session, target, ready, wishes, board);
  for (const { mediaId, error } of published.failed) problems.set(mediaId, error);
  const made = new Map<string, DescribedMedia>();
  for (const id of mediaIds) {
    made.set(
      id,
      await describeMade(session.client, {
        id,
        target,
        published,
        problem: problems.get(id) ?? null,
        wishes,
      }),
    );
  }
  return { media: tellAll(session, wishes, results, made), target: target.path };
}

function mediaIdOf(result: ImportResult): string | [] {
  return result.outcome === 'refused' ? [] : result.mediaId;
}

function conversionProblems({ jobs }: ConversionOutcome): Map<string, ErrorReport> {
  const problems = new Map<string, ErrorReport>();
  for (const { mediaId, mediaTitle, status, error } of jobs.values()) {
    if (status === 'done') continue;
    const cancelled = {
      code: 'conversion/cancelled' as const,
      message: `The conversion of “${mediaTitle}” was cancelled.`,
      details: {},
    };
    problems.set(mediaId, error ?? cancelled);
  }
  return problems;
}

async function publish(
  session: Session,
  target: PublishTarget,
  mediaIds: readonly string[],
  wishes: MakeWishes,
  board: ProgressBoard,
): Promise<Published> {
  if (session.terminal.signal.aborted) throw new Interrupted();
  if (mediaIds.length === 0) return { published: [], failed: [] };
  await finishMedia(session, mediaIds);
  board.step('Publishing', 0, mediaIds.length);
  const formatIds = await formatsToPublish(session.client, mediaIds, wishes);
  return runPublish(session, {
    targetId: target.id,
    mediaIds: [...mediaIds],
    options: formatIds === null ? {} : { formatIds },
  });
}

/** A target that takes nothing at all fails every media, so that scripts read one and the same answer. */
async function runPublish(
  { client, terminal }: Session,
  request: { targetId: string; mediaIds: string[]; options: { formatIds?: readonly string[] } },
): Promise<Published> {
  try {
    return await untilInterrupted(terminal.signal, client.publish.run(request));
  } catch (cause) {
    if (terminal.signal.aborted) throw cause;
    const error = readFailure(cause);
    if (!error.code.startsWith('publish/')) throw cause;
    return { published: [], failed: request.mediaIds.map((mediaId) => ({ mediaId, error })) };
  }
}

/** Formats asked for by name are in no set, so the page has to be told of them and of what coverage adds. */
async function formatsToPublish(
  client: Client,
  mediaIds: readonly string[],
  { formats, force }: MakeWishes,
): Promise<readonly string[] | null> {
  if (formats === null) return null;
  const ids = new Set<string>();
  for (const id of mediaIds) {
    const plan = await client.media.plan({ id, formatIds: formats, force });
    for (const { format, decision } of plan.formats) if (decision !== 'skip') ids.add(format);
  }
  return [...ids];
}

/** Every path that was given has its entry, in the order in which the import looked at them. */
function tellAll(
  { terminal }: Session,
  { paths }: MakeWishes,
  results: readonly ImportResult[],
  made: ReadonlyMap<string, DescribedMedia>,
): readonly MadeMedia[] {
  const told = results.map((result): MadeMedia => {
    const path = givenPath(result.path, paths, terminal.workingFolder);
    const names = { path, absolutePath: result.path };
    if (result.outcome === 'refused') return { ...names, ...refused(result.error) };
    const media = made.get(result.mediaId);
    if (media === undefined) throw new Error(`No outcome for ${result.mediaId}.`);
    return { ...names, ...media };
  });
  const silent = silentPaths(
    paths,
    results.map(({ path }) => path),
    terminal.workingFolder,
  );
  return [...told, ...silent.map(emptyFolder)];
}

function emptyFolder(path: string): MadeMedia {
  const message = `There is no audio or video file in “${path}”.`;
  return {
    path,
    absolutePath: path,
    ...refused({ code: 'import/no-media-inside', message, details: { path } }),
  };
}

function refused(error: ErrorReport): DescribedMedia {
  return {
    id: null,
    slug: null,
    title: null,
    status: 'refused',
    error,
    renditions: [],
    coverage: [],
    folder: null,
    pageUrl: null,
    snippet: null,
  };
}
