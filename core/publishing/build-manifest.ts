import { judge } from '../devices/judge.ts';
import { playableFromRendition } from '../devices/playable.ts';
import type { Rendition } from '../model/media.ts';
import { buildSnippet } from '../snippet/build-snippet.ts';
import { orderSources } from '../snippet/order-sources.ts';
import type { Manifest } from './manifest.ts';
import { type PublicationContent, publishedRenditions } from './publication-content.ts';
import { captionName, PAGE_NAME, POSTER_NAME, renditionName } from './published-names.ts';
import { publishedUrls } from './published-urls.ts';

/** @throws AppError snippet/nothing-matches, input/invalid */
export function buildManifest(content: PublicationContent): Manifest {
  const { media, devices } = content;
  const ordered = orderSources(publishedRenditions(content), false).map(
    ({ rendition }) => rendition,
  );
  const renditions = ordered.map((rendition) => describe(rendition, content));
  return {
    avlogue: 'manifest',
    version: 1,
    slug: media.slug,
    kind: media.kind,
    title: media.title,
    description: media.description,
    addedAt: new Date(media.createdAtMs).toISOString(),
    durationSeconds: media.info.durationSeconds,
    masterSha256: media.master.sha256,
    page: PAGE_NAME,
    poster: media.poster && {
      file: POSTER_NAME,
      width: media.poster.width,
      height: media.poster.height,
    },
    captions: media.captions.map((caption) => ({
      file: captionName(caption),
      kind: caption.kind,
      language: caption.language,
      label: caption.label,
      default: caption.isDefault,
    })),
    renditions,
    coverage: devices.map(({ id, name }) => ({
      device: id,
      deviceName: name,
      format: renditions.find((rendition) => rendition.devices.includes(id))?.format ?? null,
    })),
    embed: embedCode(content),
  };
}

function describe(
  rendition: Rendition,
  { media, devices }: PublicationContent,
): Manifest['renditions'][number] {
  const { video, audio } = rendition;
  return {
    file: renditionName(media.slug, rendition),
    format: rendition.formatId,
    formatName: rendition.formatName,
    type: rendition.mimeType,
    codecs: rendition.codecStrings,
    durationSeconds: rendition.durationSeconds,
    sizeBytes: rendition.sizeBytes,
    bitrateBps: rendition.bitrateBps,
    video: video && {
      codec: video.codec,
      profile: video.profile,
      level: video.level,
      width: video.width,
      height: video.height,
      frameRate: video.frameRate,
    },
    audio,
    devices: devices
      .filter((device) => judge(device, playableFromRendition(rendition)).plays)
      .map(({ id }) => id),
  };
}

function embedCode(content: PublicationContent): string {
  const { media, language, formatSets, baseUrl } = content;
  const options = { ...content.options, language };
  const urlOf = publishedUrls(media.slug, options.baseUrl ?? baseUrl);
  return buildSnippet({ media, options, formatSets, urlOf }).html;
}
