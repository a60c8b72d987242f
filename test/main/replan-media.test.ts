import { describe, expect, it } from 'vitest';
import type { CatalogChange } from '../../core/catalog/collections.ts';
import { settingsPatch } from '../../core/catalog/settings-patch.ts';
import type { Catalog } from '../../main/catalog/catalog.ts';
import { openCatalog } from '../../main/catalog/open-catalog.ts';
import { libraryPaths } from '../../main/library-paths.ts';
import type { Logger } from '../../main/logger.ts';
import { readPlanBasis } from '../../main/plan-basis.ts';
import { createPlanner, settingsOf } from '../../main/planner.ts';
import { createReplanner } from '../../main/replan-media.ts';
import { sampleMedia } from '../core/catalog/sample-media.ts';
import { type TemporaryFolder, temporaryFolder } from '../helpers/temporary-folder.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Removes this media right before the first plans are committed. */
function removingFirst(catalog: Catalog, id: string): Catalog {
  let removal: Promise<void> | null = null;
  return {
    ...catalog,
    async commit(changes: readonly CatalogChange[]) {
      removal ??= catalog.commit([{ type: 'remove', collection: 'media', id }]);
      await catalog.commit(changes);
      await removal;
    },
  };
}

const ENCODERS = new Set(['libx264', 'aac', 'libvpx-vp9', 'libopus']);

/** A library of media without plans, and a logger that keeps what it is told. */
async function scene(folder: TemporaryFolder, count: number) {
  const paths = libraryPaths(folder.at('library'));
  const catalog = await openCatalog({ paths, clock: { now: () => 0 } });
  const media = Array.from({ length: count }, (_, n) =>
    sampleMedia(n, { planned: [], formatSetIds: [] }),
  );
  await catalog.commit(
    media.map((record) => ({ type: 'put', collection: 'media', record }) as const),
  );
  const said: unknown[] = [];
  const logger: Logger = {
    info: () => {},
    warn: (message) => said.push(message),
    error: (message, error) => said.push(message, error),
  };
  const planner = createPlanner({ catalog, encoders: () => ENCODERS });
  return { paths, catalog, media, said, logger, planner };
}

function planWith(catalog: Catalog, videoFormatSetId: string): Promise<void> {
  return catalog.commit([settingsPatch({ videoFormatSetId })]);
}

/** Another set is chosen when the first plans for `setId` are committed, and taken back at once. */
function takingBack(catalog: Catalog, setId: string, usual: string): Catalog {
  let isTakenBack = false;
  return {
    ...catalog,
    async commit(changes: readonly CatalogChange[]) {
      await catalog.commit(changes);
      if (isTakenBack || catalog.get('settings', 'settings')?.videoFormatSetId !== setId) return;
      isTakenBack = true;
      await planWith(catalog, usual);
    },
  };
}

describe('planning the library anew', () => {
  it('leaves out a media that is removed on the way, and plans all others', async () => {
    await using folder = await temporaryFolder();
    const { catalog, media, said, ...rest } = await scene(folder, 25);
    const replanner = createReplanner({
      ...rest,
      catalog: removingFirst(catalog, media[3]?.id ?? ''),
      encoders: () => NOTHING,
    });
    await replanner.start();
    await replanner.idle();
    await replanner.stop();
    expect(said).toEqual([]);
    const left = [...catalog.all('media').values()];
    expect(left).toHaveLength(24);
    expect(left.filter(({ planned }) => planned.length === 0)).toEqual([]);
    await catalog.close();
  });

  it('leaves no plans of a setting that was taken back while it went on', async () => {
    await using folder = await temporaryFolder();
    const { catalog, ...rest } = await scene(folder, 25);
    const usual = settingsOf(catalog).videoFormatSetId;
    const replanner = createReplanner({
      ...rest,
      catalog: takingBack(catalog, 'web-video-vp9', usual),
      encoders: () => NOTHING,
    });
    await replanner.start();
    await replanner.idle();
    const plans = () => [...catalog.all('media').values()].map(({ planned }) => planned);
    const before = plans();
    await planWith(catalog, 'web-video-vp9');
    await replanner.idle();
    expect(plans()).toEqual(before);
    await replanner.stop();
    await catalog.close();
  });

  it('remembers no basis for plans that are only partly made', async () => {
    await using folder = await temporaryFolder();
    const { catalog, ...rest } = await scene(folder, 25);
    let fails = false;
    const replanner = createReplanner({
      ...rest,
      catalog: {
        ...catalog,
        commit: (changes) => (fails ? Promise.reject(new Error('no')) : catalog.commit(changes)),
      },
      encoders: () => NOTHING,
    });
    await replanner.start();
    await replanner.idle();
    expect(replanner.basis()).toBe(await readPlanBasis(rest.paths.planBasis));
    fails = true;
    await planWith(catalog, 'web-video-vp9');
    await replanner.idle();
    expect(replanner.basis()).toBeNull();
    expect(await readPlanBasis(rest.paths.planBasis)).toBeNull();
    await replanner.stop();
    await catalog.close();
  });
});
