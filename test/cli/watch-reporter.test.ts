import { expect, test } from 'vitest';
import { createOutput } from '../../cli/output.ts';
import { createWatchReporter } from '../../cli/watch-reporter.ts';
import { createFakeBoard, createFakeClient } from './fake-events.ts';
import { createFakeTerminal } from './fake-terminal.ts';

test('changes of more records than can be named are one line for each collection that counts', async () => {
  const { terminal } = createFakeTerminal('/nowhere');
  const board = createFakeBoard();
  const client = createFakeClient(async function* () {}, {
    media: {
      get: async ({ id }: { readonly id: string }) => {
        throw new Error(`asked for the media ${id}`);
      },
    },
  });
  const output = createOutput(terminal, {
    json: false,
    quiet: false,
    color: false,
    library: undefined,
  });
  const report = createWatchReporter({ client, output, terminal }, board);
  await report({
    type: 'catalog',
    sequence: 1,
    touched: [
      { collection: 'media', id: '*', change: 'put' },
      { collection: 'jobs', id: '*', change: 'put' },
      { collection: 'refusals', id: '*', change: 'put' },
    ],
  });
  expect(board.said).toEqual([
    'note      Too many media changed at once to name them. See them with: avlogue list',
    'note      More files were refused at once than are named here.',
  ]);
});
