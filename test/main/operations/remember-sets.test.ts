import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { rememberSets } from '../../../main/operations/remember-sets.ts';
import { createPlanner } from '../../../main/planner.ts';
import { sampleMedia } from '../../core/catalog/sample-media.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { openAt, put } from '../catalog/catalog-helpers.ts';

const COUNT = 100;
const MEDIA = Array.from({ length: COUNT }, (_, number) => sampleMedia(number));
const IDS = MEDIA.map(({ id }) => id);
const SETS = ['web-video-vp9'];

/** Counts how many media are planned between two turns of the event loop. */
function watchTurns(catalog: Catalog) {
  const planner = createPlanner({ catalog, encoders: () => new Set(['libvpx-vp9', 'libopus']) });
  const ended = new AbortController();
  let sinceTurn = 0;
  let most = 0;
  const turning = (async () => {
    while (!ended.signal.aborted) {
      sinceTurn = 0;
      await setImmediate();
    }
  })();
  const watched: typeof planner = {
    ...planner,
    planMedia(media, wishes) {
      sinceTurn += 1;
      most = Math.max(most, sinceTurn);
      return planner.planMedia(media, wishes);
    },
  };
  return {
    planner: watched,
    async most() {
      ended.abort();
      await turning;
      return most;
    },
  };
}

test('a whole library is given sets a few media at a time, with others answered in between', async () => {
  await using folder = await temporaryFolder();
  const catalog = await openAt(folder.path);
  await catalog.commit(MEDIA.map(put));
  const turns = watchTurns(catalog);
  await rememberSets(IDS, SETS, { catalog, planner: turns.planner, clock: { now: () => 5 } });
  expect(await turns.most()).toBeLessThanOrEqual(COUNT / 2);
  for (const media of catalog.all('media').values()) {
    expect(media).toMatchObject({ formatSetIds: SETS, updatedAtMs: 5 });
    expect(media.planned).not.toEqual([]);
  }
  await catalog.close();
});

test('media that are removed at that moment are left out, and the others are given their sets', async () => {
  await using folder = await temporaryFolder();
  const catalog = await openAt(folder.path);
  await catalog.commit(MEDIA.slice(0, 3).map(put));
  const planner = createPlanner({ catalog, encoders: () => new Set() });
  const [first = '', second = '', third = ''] = IDS;
  const removing = catalog.commit([{ type: 'remove', collection: 'media', id: second }]);
  await rememberSets([first, second, third, first], SETS, {
    catalog,
    planner,
    clock: { now: () => 5 },
  });
  await removing;
  const kept = [...catalog.all('media').values()];
  expect(kept.map(({ id }) => id)).toEqual([first, third]);
  expect(kept.map(({ formatSetIds }) => formatSetIds)).toEqual([SETS, SETS]);
  await catalog.close();
});
