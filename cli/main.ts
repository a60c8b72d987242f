import { createProcessTerminal } from './process-terminal.ts';
import { runCli } from './run-cli.ts';

const { terminal, close } = createProcessTerminal(process);
process.exitCode = await runCli(process.argv.slice(2), terminal);
close();
