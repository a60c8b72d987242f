import { extname, join, posix } from 'node:path';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { Publication, PublishTarget } from '../../core/model/library.ts';
import type { Client } from '../client.ts';
import type { MediaDetail } from '../library/resolve-media.ts';
import type { DescribedMedia, MadeRendition } from './make-result.ts';
import type { MakeWishes, Published } from './make-wishes.ts';
import { standingCoverage } from './standing-coverage.ts';

interface MadeFacts {
  readonly id: string;
  readonly target: PublishTarget;
  readonly published: Published;
  readonly problem: ErrorReport | null;
  readonly wishes: Pick<MakeWishes, 'formats' | 'force'>;
}

/** What stands in the publish folder for one media, and what each device gets of it. */
export async function describeMade(
  client: Client,
  { id, target, published, problem, wishes }: MadeFacts,
): Promise<DescribedMedia> {
  const media = await client.media.get({ id });
  const named = { id, slug: media.slug, title: media.title };
  const page = published.published.find(({ mediaId }) => mediaId === id);
  if (problem !== null || page === undefined) {
    return { ...named, status: 'failed', error: problem ?? lost(media), ...nothing() };
  }
  const publications = await client.publish.publications({ targetId: target.id, mediaId: id });
  const renditions = publishedRenditions(media, publications[0], target);
  const plan = await client.media.plan({
    id,
    ...(wishes.formats === null ? {} : { formatIds: wishes.formats }),
  });
  const standing = new Set(renditions.map(({ format }) => format));
  const snippet = await client.media.snippet({
    id,
    targetId: target.id,
    options: { formatIds: [...standing] },
  });
  return {
    ...named,
    status: 'done',
    renditions,
    coverage: standingCoverage(plan, standing),
    folder: page.folder,
    pageUrl: page.pageUrl,
    snippet: snippet.html,
  };
}

function nothing(): Pick<
  DescribedMedia,
  'renditions' | 'coverage' | 'folder' | 'pageUrl' | 'snippet'
> {
  return { renditions: [], coverage: [], folder: null, pageUrl: null, snippet: null };
}

function lost({ title }: MediaDetail): ErrorReport {
  return {
    code: 'publish/nothing-ready',
    message: `“${title}” was not published.`,
    details: {},
  };
}

/** Renditions whose file is listed in the publication: `media/<slug>/<slug>-<formatId>.<extension>`. */
function publishedRenditions(
  { slug, renditions }: MediaDetail,
  publication: Publication | undefined,
  target: PublishTarget,
): readonly MadeRendition[] {
  const files = new Map(publication?.files.map(({ file }) => [posix.basename(file), file]));
  return renditions.flatMap((rendition) => {
    const file = files.get(`${slug}-${rendition.formatId}${extname(rendition.file)}`);
    if (file === undefined) return [];
    return {
      format: rendition.formatId,
      path: join(target.path, ...file.split('/')),
      mimeType: rendition.mimeType,
      width: rendition.video?.width ?? null,
      height: rendition.video?.height ?? null,
      durationSeconds: rendition.durationSeconds,
      sizeBytes: rendition.sizeBytes,
    };
  });
}
