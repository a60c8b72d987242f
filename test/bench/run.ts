// `npm run bench [-- NAME…]`: the benchmarks one after the other, so that none disturbs another.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BenchLine, formatBenchLine } from './bench-line.ts';

interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly BenchLine[]>;
}

/** Files whose name holds one of the words; all without words. */
function chooseFiles(words: readonly string[]): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
}

async function load(file: string): Promise<Bench> {
  const module: unknown = await import(pathToFileURL(join(import.meta.dirname, file)).href);
  if (isBench(module)) return module;
  throw new Error(`${file} must export \`name\` and \`run\`.`);
}

function isBench(module: unknown): module is Bench {
  return (
    typeof module === 'object' &&
    module !== null &&
    'name' in module &&
    typeof module.name === 'string' &&
    'run' in module &&
    typeof module.run === 'function'
  );
}

async function runAll(words: readonly string[]): Promise<boolean> {
  const files = chooseFiles(words);
  if (files.length === 0) {
    process.stderr.write(`No benchmark is named ${words.join(' or ')}.\n`);
    return false;
  }
  let kept = true;
  for (const file of files) {
    const bench = await load(file);
    process.stderr.write(`${bench.name} …\n`);
    for (const line of await bench.run()) {
      process.stdout.write(`${formatBenchLine(line)}\n`);
      kept &&= line.ok;
    }
  }
  return kept;
}

process.exitCode = (await runAll(process.argv.slice(2))) ? 0 : 1;
