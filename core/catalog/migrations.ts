import { AppError } from '../errors/app-error.ts';

/** Records of any version, by collection. */
export type RawCollections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** One step: from the version before to `version`. Pure; it sees all records, and what it returns replaces them. */
export interface Migration {
  readonly version: number;
  readonly migrate: (collections: RawCollections) => RawCollections;
}

/**
 * In rising order. The first version needs none. To change what records look like: change the schema, add a
 * step here with the next number, and a test that leads the old records to the new schema.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 2,
    migrate: (collections) =>
      withDefaults(collections, 'settings', {
        notifyWhenDone: true,
        notifyOfFailures: true,
        lookForUpdates: true,
        whenClosing: 'ask',
      }),
  },
  {
    version: 3,
    migrate: (collections) => withDefaults(collections, 'publishTargets', { language: 'en' }),
  },
  {
    // nothing was kept of removed media before
    version: 4,
    migrate: (collections) => ({ removedMasters: [], ...collections }),
  },
];

export const FIRST_VERSION = 1;

export function currentVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? FIRST_VERSION;
}

/** @throws AppError catalog/newer-version */
export function refuseNewerVersion(
  version: number,
  { migrations, path }: { readonly migrations: readonly Migration[]; readonly path: string },
): void {
  const known = currentVersion(migrations);
  if (version <= known) return;
  throw new AppError(
    'catalog/newer-version',
    `The catalog ${path} has version ${version}, and this AVlogue knows versions up to ${known}. Nothing was changed; use the newer AVlogue.`,
    { details: { path, version, known } },
  );
}

/** All steps from the version of the records to the current one. */
export function migrate(
  collections: RawCollections,
  version: number,
  migrations: readonly Migration[],
): RawCollections {
  return migrations
    .filter((step) => step.version > version)
    .reduce((records, step) => step.migrate(records), collections);
}

/** New fields of a collection's records: what is there already stays. */
function withDefaults(
  collections: RawCollections,
  name: string,
  defaults: Readonly<Record<string, unknown>>,
): RawCollections {
  const records = collections[name] ?? [];
  return { ...collections, [name]: records.map((record) => ({ ...defaults, ...record })) };
}
