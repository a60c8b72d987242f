import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { EngineEvent } from '../../../core/model/engine-event.ts';
import type { PublishTarget } from '../../../core/model/library.ts';
import type { Media } from '../../../core/model/media.ts';
import type { Catalog } from '../../../main/catalog/catalog.ts';
import { createEvents } from '../../../main/events.ts';
import { libraryPaths } from '../../../main/library-paths.ts';
import { createPublisher } from '../../../main/publishing/create-publisher.ts';
import type { Publisher } from '../../../main/publishing/publisher.ts';
import { videoMedia } from '../../core/snippet/sample-media.ts';
import { memoryCatalog } from './memory-catalog.ts';

export interface PublishingHouse {
  readonly catalog: Catalog;
  readonly publisher: Publisher;
  readonly target: PublishTarget;
  readonly events: readonly EngineEvent[];
  /** Puts a media and writes the files it names, each with its own content. */
  add(media: Media, content?: string): Promise<void>;
  publish(...mediaIds: string[]): ReturnType<Publisher['publish']>;
  /** A second publisher on the same catalog, as after a restart. */
  restarted(): Publisher;
}

/** A library and a target in a folder, with small files in place of real media. */
export async function publishingHouse(
  root: string,
  changes: { readonly catalog?: Catalog; readonly target?: Partial<PublishTarget> } = {},
): Promise<PublishingHouse> {
  const paths = libraryPaths(join(root, 'library'));
  await mkdir(paths.root, { recursive: true });
  const target: PublishTarget = {
    id: 'site',
    name: 'Harbour films',
    kind: 'folder',
    path: join(root, 'site'),
    baseUrl: '',
    language: 'en',
    createdAtMs: 0,
    ...changes.target,
  };
  const catalog = changes.catalog ?? memoryCatalog();
  await catalog.commit([{ type: 'put', collection: 'publishTargets', record: target }]);
  const events = createEvents();
  const heard: EngineEvent[] = [];
  events.subscribe((event) => heard.push(event));
  let time = 1_000_000;
  const clock = { now: () => ++time };
  const ids = { next: () => `batch-${++time}` };
  const create = () => createPublisher({ catalog, paths, events, clock, ids });
  const publisher = create();
  return {
    catalog,
    publisher,
    target,
    events: heard,
    restarted: create,
    async add(media, content = '') {
      for (const file of filesOf(media))
        await writeDeep(join(paths.root, file), `${file} ${content}\n`);
      await catalog.commit([{ type: 'put', collection: 'media', record: media }]);
    },
    publish: (...mediaIds) => publisher.publish({ targetId: target.id, mediaIds, options: {} }),
  };
}

export function namedMedia(id: string, slug: string, changes: Partial<Media> = {}): Media {
  const media = videoMedia(changes);
  return {
    ...media,
    id,
    slug,
    title: changes.title ?? `Title of ${id}`,
    poster: media.poster && { ...media.poster, file: `posters/${id}-1.jpg` },
    renditions: media.renditions.map((rendition) => ({
      ...rendition,
      file: `renditions/${id}/${rendition.formatId}.${rendition.container}`,
    })),
  };
}

export async function writeDeep(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** Every file below a folder, relative, with `/`, sorted. */
export async function treeOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}

export async function contentsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await treeOf(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return new Map(names.map((name, index) => [name, texts[index] ?? '']));
}

function filesOf({ renditions, poster, captions }: Media): readonly string[] {
  return [...renditions, ...captions, ...(poster === null ? [] : [poster])].map(({ file }) => file);
}
