import { describe, expect, it } from 'vitest';
import { engineRoom } from '../../helpers/engine-room.ts';
import { createScriptedRunner } from '../../helpers/scripted-runner.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

describe('pausing and resuming at once', () => {
  it('ends as the settings say, also when halting takes longer than going on', async () => {
    await using folder = await temporaryFolder();
    const { runner } = createScriptedRunner();
    const halted = Promise.withResolvers<void>();
    const told: string[] = [];
    const slow = {
      ...runner,
      async setPaused(paused: boolean) {
        if (paused) await halted.promise;
        told.push(paused ? 'halted' : 'going on');
      },
    };
    await using room = await engineRoom(folder.at('library'), { runner: () => slow });
    const both = Promise.all([room.queue.pause(), room.queue.resume()]);
    room.catalog.subscribe(() => setImmediate(halted.resolve));
    await both;
    expect(told).toEqual(['halted', 'going on']);
    expect(room.catalog.get('settings', 'settings')?.queuePaused).toBe(false);
  });
});
