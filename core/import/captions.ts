import type { Caption } from '../model/media.ts';
import type { MediaInfo, SubtitleTrack } from '../model/media-info.ts';
import { captionLabel, distinctLabels } from './caption-labels.ts';
import { foldName } from './fold-name.ts';
import { languageTag } from './language-tags.ts';
import { CAPTION_EXTENSIONS, extensionOf } from './media-extensions.ts';

/** A text track that can become WebVTT: one in the master, or a file beside it. */
export interface CaptionSource extends Omit<Caption, 'file' | 'sizeBytes' | 'sidecar'> {
  /** `SubtitleTrack.index` in the master; null: the file named below. */
  readonly trackIndex: number | null;
  readonly fileName: string | null;
}

const TRACK = 'track';
const FILE = 'file';
/** What a file's name may tell in place of a language; `sdh` is a language too, and rarely meant so. */
const MARKS: ReadonlySet<string> = new Set(['cc', 'sdh', 'captions', 'subtitles', 'subs']);

/** Where a caption came from, as its id tells. */
export function originOf({ id }: Pick<Caption, 'id'>): 'track' | 'file' | 'person' {
  if (id.startsWith(`${TRACK}-`)) return 'track';
  return id.startsWith(`${FILE}-`) ? 'file' : 'person';
}

export interface CaptionedMaster {
  readonly info: MediaInfo;
  readonly sha256: string;
  readonly fileName: string;
}

/**
 * At most one is the default, as HTML allows; forced ones count as ordinary. Ids change with the content of the
 * master, so that no cache shows the captions of another cut.
 */
export function captionSources(
  { info, sha256, fileName }: CaptionedMaster,
  besideIt: readonly string[],
): readonly CaptionSource[] {
  const tracks = info.subtitles.filter(({ isText }) => isText).map(fromTrack);
  const isAsWritten = (name: string) => name.startsWith(stemOf(fileName));
  const inOrder = besideIt.toSorted();
  const byName = [...inOrder.filter(isAsWritten), ...inOrder.filter((one) => !isAsWritten(one))];
  const files = byName.flatMap((name) => fromFile(name, fileName) ?? []);
  const all = [...tracks, ...withoutTwins(files)];
  const first = all.findIndex(({ isDefault }) => isDefault);
  const version = sha256.slice(0, 8);
  const labels = distinctLabels(all.map(({ label }) => label));
  return all.map((source, index) => ({
    ...source,
    label: labels[index] ?? source.label,
    id: `${source.id.slice(0, 80)}-${version}`,
    isDefault: index === first,
  }));
}

/** Names that differ in case or in the form of accents alone give one caption. */
function withoutTwins(sources: readonly CaptionSource[]): readonly CaptionSource[] {
  return [...new Map(sources.toReversed().map((source) => [source.id, source])).values()].reverse();
}

function fromTrack({ index, language, title, isDefault }: SubtitleTrack): CaptionSource {
  const tag = languageTag(language);
  const kind = kindOfTitle(title ?? '');
  return {
    id: `${TRACK}-${index}`,
    kind,
    language: tag,
    label: captionLabel({ title, language: tag, kind }),
    isDefault,
    trackIndex: index,
    fileName: null,
  };
}

/** `clip.vtt`, `clip.en.vtt`, `clip.en.sdh.srt` belong to `clip.mp4`; null for what does not. */
function fromFile(fileName: string, masterFileName: string): CaptionSource | null {
  const extension = extensionOf(fileName);
  if (!CAPTION_EXTENSIONS.has(extension)) return null;
  const masterStem = foldName(stemOf(masterFileName));
  const stem = foldName(stemOf(fileName));
  if (stem !== masterStem && !stem.startsWith(`${masterStem}.`)) return null;
  const rest = stem.slice(masterStem.length + 1);
  const { language: tag, kind } = readWords(rest.split('.'));
  const title = tag === null && !MARKS.has(rest) ? rest : null;
  return {
    id: [FILE, ...rest.split(/[^a-z0-9]+/u), extension].filter((part) => part !== '').join('-'),
    kind,
    language: tag,
    label: captionLabel({ title, language: tag, kind }),
    isDefault: false,
    trackIndex: null,
    fileName,
  };
}

/** What the name of a caption file tells of it, whatever it belongs to: `interview.de.sdh.srt` is German, for the deaf. */
export function readCaptionName(fileName: string): Pick<Caption, 'language' | 'kind'> {
  const words = stemOf(fileName).toLowerCase().split('.').slice(1);
  const told = words.map((_, at) => readWords(words.slice(at)));
  // `hi` is Hindi, and behind another language it says that sounds are told
  const last = told.findLastIndex(({ language }) => language !== null);
  const before = words[last] === 'hi' ? told[last - 1] : undefined;
  return (
    (before?.language ? before : told[last]) ??
    told.find(({ kind }) => kind === 'captions') ?? { language: null, kind: 'subtitles' }
  );
}

/** The words between a master's name and the extension: a language, then what kind it is. */
function readWords(words: readonly string[]): Pick<Caption, 'language' | 'kind'> {
  const language = MARKS.has(words[0] ?? '') ? null : languageTag(words[0] ?? null);
  return { language, kind: kindOfTitle((language === null ? words : words.slice(1)).join(' ')) };
}

/** Captions tell sounds too; files say so only in words. */
function kindOfTitle(title: string): Caption['kind'] {
  return /\b(sdh|cc|captions?|hearing|hi)\b/iu.test(title) ? 'captions' : 'subtitles';
}

export function stemOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0 ? fileName : fileName.slice(0, dot);
}
