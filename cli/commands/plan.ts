import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Plan } from '../../core/model/plan.ts';
import type { CommandContext } from '../command-context.ts';
import { formatsOption, setsOption } from '../command-options.ts';
import { EXIT } from '../exit-status.ts';
import { readFailure } from '../failure.ts';
import { resolveMedia } from '../library/resolve-media.ts';
import type { Session } from '../session.ts';
import { renderPlan } from '../text/plan-text.ts';

interface PlanOptions {
  readonly formats?: readonly string[];
  readonly sets?: readonly string[];
  readonly force?: boolean;
}

export function addPlanCommand(program: Command, context: CommandContext): void {
  program
    .command('plan')
    .argument('<path-or-media>', 'a file, or the id or slug of a media')
    .summary('show what would be made, copied or skipped, and what each device gets')
    .description(
      'Shows what would be made, copied or skipped, with the reasons, and what each device gets. Nothing is changed.',
    )
    .addOption(formatsOption())
    .addOption(setsOption())
    .option('--force', 'plan to encode even where copying would do')
    .addHelpText(
      'after',
      '\nExamples:\n  avlogue plan clip.mov\n  avlogue plan clip.mov --formats h264-720p,vp9-720p --json',
    )
    .action((target: string, options: PlanOptions, command: Command) =>
      context.withSession(command, async (session) => {
        const plan = await planTarget(session, target, options);
        session.output.print(plan, () => renderPlan(plan, session.output));
        return EXIT.done;
      }),
    );
}

/** A file first; what is no file may be the name of a media. */
async function planTarget(session: Session, target: string, options: PlanOptions): Promise<Plan> {
  const { client, terminal } = session;
  const path = resolve(terminal.workingFolder, target);
  const wishes = {
    ...(options.formats === undefined ? {} : { formatIds: options.formats }),
    ...(options.sets === undefined ? {} : { formatSetIds: options.sets }),
    ...(options.force === undefined ? {} : { force: options.force }),
  };
  const planFile = (): Promise<Plan> => client.media.planPath({ path, ...wishes });
  if (existsSync(path)) return planFile();
  try {
    const media = await resolveMedia(client, target);
    return await client.media.plan({ id: media.id, ...wishes });
  } catch (error) {
    // Neither a file nor a media: a name with a dot or a slash was meant as a path.
    if (readFailure(error).code === 'catalog/not-found' && /[./\\]/.test(target)) return planFile();
    throw error;
  }
}
