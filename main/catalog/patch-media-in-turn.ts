import type { Media } from '../../core/model/media.ts';
import type { Catalog } from './catalog.ts';
import { commitStanding } from './commit-standing.ts';
import { createSerial, type Serial } from './serial.ts';

type Fields = Partial<Omit<Media, 'id'>>;

const serials = new WeakMap<object, Serial>();

/**
 * Patches a media with what `change` makes of it as it stands; null: nothing is changed. A patch replaces a whole
 * list, so none may be made of one that another is just about to replace: they come one after the other.
 * Answers whether the media was patched. @throws AppError as `commit` does, and what `change` throws
 */
export function patchMediaInTurn(
  catalog: Pick<Catalog, 'commit' | 'get'>,
  mediaId: string,
  change: (media: Media) => Fields | null,
): Promise<boolean> {
  const serial = serials.get(catalog) ?? createSerial();
  serials.set(catalog, serial);
  return serial(async () => {
    let isPatched = false;
    await commitStanding(catalog, () => {
      const media = catalog.get('media', mediaId);
      const fields = media === undefined ? null : change(media);
      isPatched = fields !== null;
      return fields === null ? [] : [{ type: 'patch', collection: 'media', id: mediaId, fields }];
    });
    return isPatched;
  });
}
