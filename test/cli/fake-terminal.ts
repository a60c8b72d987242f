import type { Terminal } from '../../cli/terminal.ts';

export interface FakeTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** A terminal that keeps what is written; for what needs no process of its own. */
export function createFakeTerminal(library: string): FakeTerminal {
  const out: string[] = [];
  const notes: string[] = [];
  return {
    terminal: {
      environment: { AVLOGUE_LIBRARY: library },
      platform: 'linux',
      homeFolder: '/nowhere',
      workingFolder: '/nowhere',
      columns: 80,
      colours: false,
      progressColumns: () => null,
      out: (text) => void out.push(text),
      note: (text) => void notes.push(text),
      signal: new AbortController().signal,
      readInput: async () => '',
    },
    stdout: () => out.join(''),
    stderr: () => notes.join(''),
  };
}
