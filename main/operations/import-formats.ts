import type { Catalog } from '../catalog/catalog.ts';
export async function importFormats(_json: string, _catalog: Catalog) {
  return { formatIds: [], formatSetIds: [], notes: [] };
}
