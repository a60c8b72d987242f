import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// what an earlier command compiled is not compiled again: here from now on, and in the pool's threads by the variable
const compiled = join(import.meta.dirname, '..', 'node_modules', '.cache', 'avlogue', 'compiled');
process.env.NODE_COMPILE_CACHE = compiled;
enableCompileCache(compiled);
const { createProcessTerminal } = await import('./process-terminal.ts');
const { runCli } = await import('./run-cli.ts');

const { terminal, close } = createProcessTerminal(process);
process.exitCode = await runCli(process.argv.slice(2), terminal);
close();
