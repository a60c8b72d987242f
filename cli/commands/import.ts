import type { Command } from 'commander';
import type { ImportResult } from '../../core/contract/import.ts';
import type { CommandContext } from '../command-context.ts';
import { setsOption } from '../command-options.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { convertAndWait } from '../library/convert-media.ts';
import { importPaths } from '../library/import-paths.ts';
import { refusePaused } from '../library/refuse-paused.ts';
import { refusedMedia } from '../library/refused-media.ts';
import { createBoard } from '../progress/create-board.ts';
import type { ProgressBoard } from '../progress/progress-board.ts';
import type { Session } from '../session.ts';
import { renderConversion } from '../text/conversion-text.ts';
import { renderResults } from '../text/import-text.ts';

interface ImportCommandOptions {
  readonly sets?: readonly string[];
  readonly convert?: boolean;
}

export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command('import')
    .argument('<paths...>', 'files, and folders with all that is in them')
    .summary('take files and folders into the library')
    .description(
      'Takes files and folders into the library. Masters stay where they are. Nothing is converted unless --convert is given.',
    )
    .addOption(setsOption())
    .option('--convert', 'convert what is imported, and wait for it')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue import clip.mov interviews/\n  avlogue import podcast/ --sets web-audio --convert',
    )
    .action((paths: readonly string[], options: ImportCommandOptions, command: Command) =>
      context.withSession(command, async (session) => {
        const board = createBoard(session.terminal, session.output);
        try {
          return await runImport(session, paths, options, board);
        } finally {
          board.close();
        }
      }),
    );
}

async function runImport(
  session: Session,
  paths: readonly string[],
  options: ImportCommandOptions,
  board: ProgressBoard,
): Promise<ExitStatus> {
  const { client, output } = session;
  if (options.convert === true) await refusePaused(session);
  const importOptions = { formatSetIds: options.sets ?? [], convert: false };
  const results = await importPaths(session, paths, importOptions, board);
  const mediaIds = options.convert === true ? mediaIdsOf(results) : [];
  const converted = await convertAndWait(session, { ...AS_PLANNED, mediaIds }, board);
  const notConverted = await refusedMedia(client, converted.skipped);
  board.close();
  const jobs = [...converted.jobs.values()];
  output.print(
    { results, jobs, skipped: converted.skipped },
    () => `${renderResults(results, output)}${renderConversion(converted, notConverted, output)}`,
  );
  const isDone =
    results.length > 0 &&
    results.every(({ outcome }) => outcome !== 'refused') &&
    notConverted.length === 0 &&
    jobs.every(({ status }) => status === 'done');
  return isDone ? EXIT.done : EXIT.failed;
}

const AS_PLANNED = { formatIds: null, formatSetIds: null, force: false };

function mediaIdsOf(results: readonly ImportResult[]): readonly string[] {
  const mediaIds = results.flatMap((result) =>
    result.outcome === 'refused' ? [] : result.mediaId,
  );
  return [...new Set(mediaIds)];
}
