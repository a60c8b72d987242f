import { isAbsolute } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import { changeMedia } from './change-media.ts';
import type { Implementer } from './implementer.ts';
import { buildMediaDetail } from './media-detail.ts';
import { buildMediaSnippet } from './media-snippet.ts';
import type { OperationNeeds } from './needs.ts';
import { removeRenditions } from './remove-renditions.ts';
import { requireRecord } from './require-record.ts';
import { setPoster } from './set-poster.ts';

export function mediaOperations({ media }: Implementer, needs: OperationNeeds) {
  const { catalog, planner, tools, trash } = needs;
  const get = (id: string) => requireRecord(catalog, 'media', id);
  const detail = (id: string) => buildMediaDetail(get(id), catalog);

  return {
    list: media.list.handler(({ input }) => catalog.query(input)),
    get: media.get.handler(({ input }) => detail(input.id)),
    update: media.update.handler(async ({ input }) => {
      await changeMedia(get(input.id), input, needs);
      return detail(input.id);
    }),
    remove: media.remove.handler(({ input }) => trash.remove(input.ids, input)),
    undoRemove: media.undoRemove.handler(async ({ input }) => ({
      restored: await trash.restore(input.undoToken),
    })),
    plan: media.plan.handler(({ input: { id, ...wishes } }) =>
      planner.planMedia(get(id), definedOf(wishes)),
    ),
    planPath: media.planPath.handler(async ({ input: { path, ...wishes }, signal }) => {
      requireAbsolute(path);
      return planner.planInfo(await tools.probe(path, signal), definedOf(wishes));
    }),
    snippet: media.snippet.handler(({ input }) => buildMediaSnippet(get(input.id), input, catalog)),
    setPoster: media.setPoster.handler(async ({ input, signal }) => {
      await setPoster(get(input.id), { atSeconds: input.atSeconds, signal }, needs);
      return detail(input.id);
    }),
    removeRenditions: media.removeRenditions.handler(async ({ input }) => {
      await removeRenditions(get(input.id), input.formatIds, needs);
      return {};
    }),
  };
}

/** The process's working folder means nothing to a caller. @throws AppError input/invalid */
export function requireAbsolute(path: string, field = 'path'): void {
  if (isAbsolute(path)) return;
  throw new AppError('input/invalid', `“${path}” is not a full path. Give it from the root on.`, {
    details: { field },
  });
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Optional fields that were left out, as interfaces with exact optional fields want them. */
export function definedOf<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
