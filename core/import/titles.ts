import type { Media } from '../model/media.ts';
import type { MediaInfo } from '../model/media-info.ts';

const MAX_LENGTH = 300;
const FALLBACK = 'Untitled';

export type Title = Pick<Media, 'title' | 'titleSource'>;

/** From the file's own tags, else from its name. Songs carry their artist, as lists of players show them. */
export function titleOf(info: MediaInfo, fileName: string): Title {
  const tagged = titleOfTags(info);
  if (tagged !== null) return { title: tagged, titleSource: 'tag' };
  return { title: prettifyFileName(fileName), titleSource: 'file-name' };
}

/** The new title after the content changed: what a person wrote stays, and so does a name of the file. */
export function titleAfterChange(media: Title, info: MediaInfo): Title {
  if (media.titleSource === 'user') return { title: media.title, titleSource: 'user' };
  const tagged = titleOfTags(info);
  if (tagged === null) return { title: media.title, titleSource: media.titleSource };
  return { title: tagged, titleSource: 'tag' };
}

/** The new title after the file was renamed; one that came from elsewhere stays. */
export function titleAfterMove(media: Title, fileName: string): Title {
  if (media.titleSource !== 'file-name') {
    return { title: media.title, titleSource: media.titleSource };
  }
  return { title: prettifyFileName(fileName), titleSource: 'file-name' };
}

/** `my_holiday.clip-01.MP4` becomes `My holiday clip-01`; hyphens count as spaces only where nothing else parts the words. */
export function prettifyFileName(fileName: string): string {
  const stem = fileName.replace(/(?<=.)\.[^.\s]{1,8}$/u, '');
  const spaced = stem.includes(' ') ? stem : stem.replace(/(?<!\d)\.|\.(?!\d)|[_+]/gu, ' ');
  const words = spaced.replaceAll('_', ' ');
  const parted = words.includes(' ') ? words : words.replace(/(?<!\d)-|-(?!\d)/gu, ' ');
  const clean = tidy(parted);
  const first = clean.at(0) ?? '';
  return first === '' ? FALLBACK : first.toUpperCase() + clean.slice(first.length);
}

function titleOfTags({ tags, video }: MediaInfo): string | null {
  const title = tidy(tags.title ?? '');
  if (title === '') return null;
  const artist = tidy(tags.artist ?? '');
  return video === null && artist !== '' ? tidy(`${artist} – ${title}`) : title;
}

/** One line without control characters, of at most 300 characters and never half a surrogate pair. */
function tidy(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}\uFFFD]+/gu, ' ').trim();
  return [...line.slice(0, MAX_LENGTH)]
    .filter((letter) => !/\p{Cs}/u.test(letter))
    .join('')
    .trim();
}
