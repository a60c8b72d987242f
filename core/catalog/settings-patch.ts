import type { Settings } from '../model/library.ts';
import type { CatalogChange } from './collections.ts';

/** Changes only what is named, so that two who change different settings at once both have their way. */
export function settingsPatch(fields: Partial<Omit<Settings, 'id'>>): CatalogChange {
  return { type: 'patch', collection: 'settings', id: 'settings', fields };
}
