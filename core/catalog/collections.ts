import type { z } from 'zod';
import { deviceSchema } from '../model/device.ts';
import { formatSchema, formatSetSchema } from '../model/format.ts';
import { jobSchema } from '../model/job.ts';
import {
  publicationSchema,
  publishTargetSchema,
  refusalSchema,
  removedMasterSchema,
  settingsSchema,
  watchFolderSchema,
} from '../model/library.ts';
import { mediaSchema } from '../model/media.ts';

/**
 * What the catalog holds. `formats`, `formatSets` and `devices` are the user's own; built-in ones are
 * data of the program and are merged in by `core/catalog/offer.ts`.
 */
export const COLLECTIONS = {
  media: mediaSchema,
  jobs: jobSchema,
  refusals: refusalSchema,
  removedMasters: removedMasterSchema,
  watchFolders: watchFolderSchema,
  formats: formatSchema,
  formatSets: formatSetSchema,
  devices: deviceSchema,
  publishTargets: publishTargetSchema,
  publications: publicationSchema,
  settings: settingsSchema,
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
export type CatalogRecord<C extends CollectionName> = Readonly<z.infer<(typeof COLLECTIONS)[C]>>;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** One line of the journal holds one or more of these; either all or none of them take effect. */
export type CatalogChange = {
  [C in CollectionName]:
    | { readonly type: 'put'; readonly collection: C; readonly record: CatalogRecord<C> }
    | {
        readonly type: 'patch';
        readonly collection: C;
        readonly id: string;
        readonly fields: Partial<Omit<CatalogRecord<C>, 'id'>>;
      }
    | { readonly type: 'remove'; readonly collection: C; readonly id: string };
}[CollectionName];
