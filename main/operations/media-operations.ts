import { changeMedia } from './change-media.ts';
import { definedOf } from './defined-of.ts';
import type { Implementer } from './implementer.ts';
import { addCaption, removeCaption, updateCaption } from './media-captions.ts';
import { buildMediaDetail } from './media-detail.ts';
import { buildMediaSnippet } from './media-snippet.ts';
import type { OperationNeeds } from './needs.ts';
import { removeRenditions } from './remove-renditions.ts';
import { requireAbsolute } from './require-absolute.ts';
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
    remove: media.remove.handler(({ input }) => trash.remove(input.ids)),
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
    addCaption: media.addCaption.handler(async ({ input: { id, ...words } }) => {
      const captionId = await addCaption(get(id), words, needs);
      return { ...detail(id), captionId };
    }),
    updateCaption: media.updateCaption.handler(async ({ input: { id, captionId, ...words } }) => {
      await updateCaption(get(id), captionId, words, needs);
      return detail(id);
    }),
    removeCaption: media.removeCaption.handler(async ({ input: { id, captionId } }) => {
      const text = await removeCaption(get(id), captionId, needs);
      return { ...detail(id), text };
    }),
    removeRenditions: media.removeRenditions.handler(async ({ input }) => {
      await removeRenditions(get(input.id), input.formatIds, needs);
      return {};
    }),
  };
}
