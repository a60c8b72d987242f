import type { Command } from 'commander';

/** The command of a group that is meant when none is named. What follows it can only be a name that is none. */
export function usualCommand(group: Command, name: string): Command {
  return group
    .command(name, { isDefault: true })
    .allowExcessArguments()
    .hook('preAction', ({ args: [first] }) => {
      if (first !== undefined) refuseUnknown(group, first);
    });
}

/** `help NAME…` for the program and each group in it. Commander's own shows the help at a wrong name, and not what is wrong. */
export function addHelpCommands(program: Command): void {
  const groups = program.commands.filter(({ commands }) => commands.length > 0);
  for (const group of [program, ...groups]) {
    group
      .helpCommand(false)
      .command('help')
      .argument('[command...]')
      .description('display help for command')
      .action((names: readonly string[]) => names.reduce(findCommand, group).help());
  }
}

function findCommand(group: Command, name: string): Command {
  const found = group.commands.find((one) => one.name() === name);
  return found ?? refuseUnknown(group, name);
}

function refuseUnknown(group: Command, name: string): never {
  const names = group.commands.map((one) => one.name()).join(', ');
  const all = names === '' ? 'It has no commands.' : `There are: ${names}.`;
  return group.error(`error: unknown command '${name}' of ${group.name()}. ${all}`);
}
