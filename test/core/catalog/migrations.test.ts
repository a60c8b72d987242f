import { describe, expect, it } from 'vitest';
import {
  currentVersion,
  MIGRATIONS,
  type Migration,
  migrate,
  refuseNewerVersion,
} from '../../../core/catalog/migrations.ts';
import { repairSlugs } from '../../../core/catalog/repair-slugs.ts';
import { restoreTables } from '../../../core/catalog/restore-tables.ts';
import { DEFAULT_SETTINGS } from '../../../core/model/library.ts';
import { sampleMedia } from './sample-media.ts';

const append = (version: number): Migration => ({
  version,
  migrate: ({ media = [] }) => ({ media: [...media, { id: `by-${version}` }] }),
});
const steps = [append(2), append(3), append(4)];

describe('migrations', () => {
  it('are numbered without a gap from the second version on', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 2));
    expect(currentVersion(MIGRATIONS)).toBe(MIGRATIONS.length + 1);
  });

  it('lead from any version to the current one, each step once and in order', () => {
    expect(migrate({}, 1, steps).media?.map(({ id }) => id)).toEqual(['by-2', 'by-3', 'by-4']);
    expect(migrate({}, 3, steps).media?.map(({ id }) => id)).toEqual(['by-4']);
    expect(migrate({ media: [] }, 4, steps).media).toEqual([]);
  });

  it('refuse a newer version and name both', () => {
    refuseNewerVersion(4, { migrations: steps, path: '/x' });
    expect(() => refuseNewerVersion(5, { migrations: steps, path: '/x' })).toThrow(
      expect.objectContaining({
        code: 'catalog/newer-version',
        details: { path: '/x', version: 5, known: 4 },
      }),
    );
  });
});

describe('the settings of the first version', () => {
  const first = {
    id: 'settings',
    parallelJobs: 2,
    encoderThreads: null,
    ffmpegPath: '/opt/ffmpeg',
    ffprobePath: null,
    videoFormatSetId: 'web-video',
    audioFormatSetId: 'web-audio',
    convertOnImport: false,
    queuePaused: false,
    disabledDeviceIds: ['old-android'],
    theme: 'dark',
    language: 'de',
  };

  it('are kept, and tell of the end, of failures and of updates; closing asks', () => {
    const tables = restoreTables(migrate({ settings: [first] }, 1, MIGRATIONS), 'whole');
    expect(tables.settings.get('settings')).toEqual({
      ...first,
      notifyWhenDone: true,
      notifyOfFailures: true,
      lookForUpdates: true,
      whenClosing: 'ask',
    });
  });

  it('may be missing, as they were until one was changed: then they are as they begin', () => {
    const tables = restoreTables(migrate({}, 1, MIGRATIONS), 'whole');
    expect(tables.settings.get('settings')).toEqual(DEFAULT_SETTINGS);
  });
});

describe('a publish target of the second version', () => {
  it('is kept, and its pages stay English', () => {
    const second = {
      id: 'site',
      name: 'Site',
      kind: 'folder',
      path: '/srv/site',
      baseUrl: '',
      createdAtMs: 1,
    };
    const migrated = migrate({ publishTargets: [second] }, 2, MIGRATIONS);
    expect(migrated.publishTargets).toEqual([{ ...second, language: 'en' }]);
    const tables = restoreTables(migrated, 'whole');
    expect(tables.publishTargets.get('site')).toEqual({ ...second, language: 'en' });
  });
});

describe('a catalog of the third version', () => {
  it('is kept, and no file of a watched folder is passed over yet', () => {
    const migrated = migrate({ media: [{ id: 'm1' }] }, 3, MIGRATIONS);
    expect(migrated).toEqual({ media: [{ id: 'm1' }], removedMasters: [] });
    expect(restoreTables(migrate({}, 3, MIGRATIONS), 'whole').removedMasters.size).toBe(0);
  });
});

describe('repairing slugs', () => {
  it('leaves the older media its slug and numbers the others', () => {
    const slug = 'a'.repeat(80);
    const media = [
      sampleMedia(1, { slug, createdAtMs: 3 }),
      sampleMedia(2, { slug, createdAtMs: 1 }),
      sampleMedia(3, { slug, createdAtMs: 2 }),
      sampleMedia(4, { slug: `${'a'.repeat(78)}-2` }),
    ];
    expect(repairSlugs(media).map((one) => [one.id, one.slug])).toEqual([
      [sampleMedia(3).id, `${'a'.repeat(78)}-3`],
      [sampleMedia(1).id, `${'a'.repeat(78)}-4`],
    ]);
    expect(repairSlugs([sampleMedia(1), sampleMedia(2)])).toEqual([]);
  });
});
