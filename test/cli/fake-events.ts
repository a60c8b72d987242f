import type { Client } from '../../cli/client.ts';
import type { ProgressBoard } from '../../cli/progress/progress-board.ts';
import type { EngineEvent } from '../../core/model/engine-event.ts';

/** What a command shows, kept. */
export function createFakeBoard(): ProgressBoard & { readonly said: readonly string[] } {
  const said: string[] = [];
  return {
    said,
    step: () => {},
    job: () => {},
    jobEnded: () => {},
    say: (line) => void said.push(line),
    close: () => {},
  };
}

/** A client whose events are these, and which answers nothing else but what is given. */
export function createFakeClient(
  events: () => AsyncGenerator<EngineEvent>,
  parts: { readonly jobs?: object; readonly media?: object; readonly import?: object },
): Client {
  return { system: { events: async () => events() }, ...parts } as unknown as Client;
}

export const MANY_JOBS: EngineEvent = {
  type: 'catalog',
  sequence: 1,
  touched: [{ collection: 'jobs', id: '*', change: 'put' }],
};
