import { AppError } from '../errors/app-error.ts';
import type { MediaInfo } from '../model/media-info.ts';
import { choosePicture } from './choose-picture.ts';
import { chooseAudio } from './parse-audio-track.ts';
import { parseSubtitleTrack } from './parse-subtitle-track.ts';
import { type Probe, type ProbeStream, probeSchema } from './probe-schema.ts';
import { parseNumber, parsePositive, readDurationTag, readTag } from './probe-values.ts';

export interface FileFacts {
  readonly sizeBytes: number;
  /** From `readFastStart`; null where the container knows no such thing. */
  readonly fastStart: boolean | null;
}

/** ffprobe's JSON made sense of. @throws AppError import/not-media, import/undecodable */
export function parseProbe(json: unknown, facts: FileFacts): MediaInfo {
  const probe = readProbe(json);
  const picture = choosePicture(probe);
  refuseImages(probe, picture.stillOnly);
  const { audio, otherAudio } = chooseAudio(streamsOf(probe, 'audio'));
  if (picture.video === null && audio === null) throw nothingUsable(probe);
  const durationSeconds = durationOf(probe);
  if (picture.video === null) refuseNoSound(durationSeconds);
  return {
    formatName: probe.format?.format_name ?? 'unknown',
    durationSeconds,
    sizeBytes: facts.sizeBytes,
    bitrateBps: bitrateOf(probe, facts.sizeBytes, durationSeconds),
    video: picture.video,
    audio,
    otherAudio,
    subtitles: streamsOf(probe, 'subtitle')
      .map(parseSubtitleTrack)
      .filter((track) => track !== null),
    chapters: chaptersOf(probe),
    coverArtIndex: picture.coverArtIndex,
    fastStart: facts.fastStart,
    tags: tagsOf(probe),
  };
}

function readProbe(json: unknown): Probe {
  const parsed = probeSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new AppError('import/not-media', 'ffprobe could not make sense of the file.', {
    cause: parsed.error,
  });
}

function streamsOf(probe: Probe, type: string): readonly ProbeStream[] {
  return (probe.streams ?? []).filter((stream) => stream.codec_type === type);
}

/** Major brands of HEIF and AVIF, which share MP4's boxes. */
const IMAGE_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'avif', 'jpeg']);

function refuseImages(probe: Probe, stillOnly: boolean): void {
  const brand = readTag(probe.format?.tags, 'major_brand')?.toLowerCase();
  if (!stillOnly && (brand === undefined || !IMAGE_BRANDS.has(brand))) return;
  throw new AppError('import/not-media', 'The file is a picture, neither video nor sound.');
}

/** MP4 counts in thousandths of a second: less would be a rendition without a length, which nothing plays. */
const SHORTEST_SOUND_SECONDS = 0.001;

/** A length of 0 is one that the file does not tell. */
function refuseNoSound(durationSeconds: number): void {
  if (durationSeconds === 0 || durationSeconds >= SHORTEST_SOUND_SECONDS) return;
  throw new AppError(
    'import/not-media',
    'The file holds less than a thousandth of a second of sound.',
  );
}

/** Sound or picture is announced, yet nothing here can read it. */
function nothingUsable(probe: Probe): AppError {
  const announced = [...streamsOf(probe, 'video'), ...streamsOf(probe, 'audio')];
  if (announced.length === 0) {
    return new AppError('import/not-media', 'The file holds neither picture nor sound.');
  }
  const codecs = announced.map((stream) => stream.codec_name ?? stream.codec_tag_string ?? '?');
  return new AppError(
    'import/undecodable',
    `FFmpeg cannot decode what is in the file (${codecs.join(', ')}).`,
    { details: { codecs } },
  );
}

/** Of the container, else of its longest stream. Bare streams say nothing: 0. */
function durationOf(probe: Probe): number {
  const own = parsePositive(probe.format?.duration);
  if (own !== null) return own;
  const durations = (probe.streams ?? []).map(
    (stream) => parsePositive(stream.duration) ?? readDurationTag(stream.tags) ?? 0,
  );
  return Math.max(0, ...durations);
}

function bitrateOf(probe: Probe, sizeBytes: number, durationSeconds: number): number {
  const own = parsePositive(probe.format?.bit_rate);
  if (own !== null) return own;
  return durationSeconds > 0 ? Math.round((sizeBytes * 8) / durationSeconds) : 0;
}

function chaptersOf(probe: Probe): MediaInfo['chapters'] {
  return (probe.chapters ?? []).flatMap((chapter) => {
    const startSeconds = parseNumber(chapter.start_time);
    const endSeconds = parseNumber(chapter.end_time);
    if (startSeconds === null || endSeconds === null || endSeconds < startSeconds) return [];
    return [{ startSeconds, endSeconds, title: readTag(chapter.tags, 'title') ?? '' }];
  });
}

/** Ogg keeps its tags with the stream, most others with the file. */
function tagsOf(probe: Probe): MediaInfo['tags'] {
  const places = [
    probe.format?.tags,
    ...(isOgg(probe) ? (probe.streams ?? []).map((stream) => stream.tags) : []),
  ];
  const find = (...names: readonly string[]): string | null =>
    places.map((tags) => readTag(tags, ...names)).find((value) => value !== null) ?? null;
  return {
    title: find('title'),
    artist: find('artist', 'album_artist', 'author'),
    album: find('album'),
    date: find('date', 'year', 'originaldate'),
    comment: find('comment', 'description', 'synopsis'),
    track: find('track', 'tracknumber'),
    genre: find('genre'),
  };
}

/** Elsewhere a stream's title names the track, not the work. */
function isOgg(probe: Probe): boolean {
  return probe.format?.format_name === 'ogg';
}
