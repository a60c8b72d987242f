import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listenDuring } from '../../cli/events.ts';
import type { Session } from '../../cli/session.ts';

/** A host that goes away as soon as somebody listens. */
function brokenSession(): Pick<Session, 'client'> {
  const events = async () =>
    (async function* () {
      yield* [];
      throw new Error('the host is gone');
    })();
  return { client: { system: { events } } } as unknown as Pick<Session, 'client'>;
}

describe('listening while something is done', () => {
  it('fails with the work, not before it, when the host goes away', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    try {
      const done = listenDuring(
        brokenSession(),
        () => {},
        async () => {
          await setImmediate();
          await setImmediate();
          return 'worked';
        },
      );
      await expect(done).rejects.toThrow('the host is gone');
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});
