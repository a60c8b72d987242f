import type { Output } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { createBarsBoard } from './bars-board.ts';
import { createLinesBoard } from './lines-board.ts';
import type { ProgressBoard } from './progress-board.ts';

export function createBoard(terminal: Terminal, output: Output): ProgressBoard {
  if (output.quiet) return createSilentBoard(output);
  return terminal.progressColumns() === null
    ? createLinesBoard((line) => output.note(line))
    : createBarsBoard(terminal, () => performance.now());
}

function createSilentBoard(output: Output): ProgressBoard {
  return {
    step: () => {},
    job: () => {},
    jobEnded: () => {},
    say: (line) => output.note(line),
    close: () => {},
  };
}
