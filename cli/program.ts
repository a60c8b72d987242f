import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addHelpCommands } from './command-groups.ts';
import { addBackupCommand } from './commands/backup.ts';
import { addCancelCommand } from './commands/cancel.ts';
import { addCaptionsCommand } from './commands/captions.ts';
import { addConvertCommand } from './commands/convert.ts';
import { addDevicesCommand } from './commands/devices.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addEditCommand } from './commands/edit.ts';
import { addEventsCommand } from './commands/events.ts';
import { addFormatsCommand } from './commands/formats.ts';
import { addImportCommand } from './commands/import.ts';
import { addListCommand } from './commands/list.ts';
import { addMakeCommand } from './commands/make.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addPosterCommand } from './commands/poster.ts';
import { addPublishCommand } from './commands/publish.ts';
import { addQueueCommand } from './commands/queue.ts';
import { addRefusedCommand } from './commands/refused.ts';
import { addRemoveCommand } from './commands/remove.ts';
import { addRetryCommand } from './commands/retry.ts';
import { addServeCommand } from './commands/serve.ts';
import { addSetsCommand } from './commands/sets.ts';
import { addSettingsCommand } from './commands/settings.ts';
import { addShowCommand } from './commands/show.ts';
import { addSnippetCommand } from './commands/snippet.ts';
import { addTargetsCommand } from './commands/targets.ts';
import { addWatchCommand } from './commands/watch.ts';
import { addGlobalOptions } from './global-options.ts';
import type { Output } from './output.ts';

const AFTER_HELP = `
Exit status: 0 all done; 1 some were refused or failed; 2 wrong usage (an
unknown command, option or id); 130 stopped with Ctrl-C. \`serve\`, \`watch\` and
\`events\` run until Ctrl-C, which is their normal end (0).

Examples:
  avlogue make clip.mov --to site   convert, publish, print the snippet
  avlogue plan clip.mov             what would be made, what each device gets
  avlogue serve --open              the library in your browser

If a running AVlogue owns the library, the commands work through it.`;

/** In the order of the help: the whole way first, then step by step, then what it is made of. */
const COMMANDS = [
  addMakeCommand,
  addPlanCommand,
  addImportCommand,
  addListCommand,
  addShowCommand,
  addEditCommand,
  addPosterCommand,
  addCaptionsCommand,
  addRemoveCommand,
  addConvertCommand,
  addQueueCommand,
  addCancelCommand,
  addRetryCommand,
  addRefusedCommand,
  addSnippetCommand,
  addPublishCommand,
  addTargetsCommand,
  addWatchCommand,
  addServeCommand,
  addEventsCommand,
  addFormatsCommand,
  addSetsCommand,
  addDevicesCommand,
  addSettingsCommand,
  addBackupCommand,
  addDoctorCommand,
];

export function createProgram(context: CommandContext, output: Output, version: string): Command {
  const { terminal } = context;
  const program = addGlobalOptions(new Command('avlogue'))
    .description('Turns audio and video masters into everything a website needs.')
    .version(version, '--version', 'print the version of AVlogue')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text),
      writeErr: (text) => terminal.note(text),
      getOutHelpWidth: () => Math.min(terminal.columns, 100),
      outputError: (text, write) => write(output.json ? '' : text),
    })
    .showSuggestionAfterError()
    .addHelpText('after', AFTER_HELP);
  for (const add of COMMANDS) add(program, context);
  addHelpCommands(program);
  return program;
}
