import type { SiteLanguage } from '../model/site-language.ts';

/** What visitors of a website read around the media. */
export interface SiteWords {
  readonly allMedia: string;
  readonly download: string;
  /** Before the names of tracks of either kind. */
  readonly tracks: string;
  readonly captions: string;
  readonly subtitles: string;
  readonly videos: string;
  readonly audio: string;
  readonly nothing: string;
  readonly videoCount: (count: number) => string;
  readonly audioCount: (count: number) => string;
  /** Stands where a browser plays no video; `facts` as in `MP4, 1.2 MB`. */
  readonly downloadOf: (title: string, facts: string) => string;
}

export const SITE_WORDS: Readonly<Record<SiteLanguage, SiteWords>> = {
  en: {
    allMedia: 'All media',
    download: 'Download',
    tracks: 'Captions',
    captions: 'Captions',
    subtitles: 'Subtitles',
    videos: 'Videos',
    audio: 'Audio',
    nothing: 'Nothing is published here yet',
    videoCount: (count) => (count === 1 ? '1 video' : `${count} videos`),
    audioCount: (count) => (count === 1 ? '1 audio recording' : `${count} audio recordings`),
    downloadOf: (title, facts) => `Download “${title}” (${facts})`,
  },
  de: {
    allMedia: 'Alle Medien',
    download: 'Herunterladen',
    tracks: 'Untertitel',
    captions: 'Untertitel für Hörgeschädigte',
    subtitles: 'Untertitel',
    videos: 'Videos',
    audio: 'Audio',
    nothing: 'Hier ist noch nichts veröffentlicht',
    videoCount: (count) => (count === 1 ? '1 Video' : `${count} Videos`),
    audioCount: (count) => (count === 1 ? '1 Tonaufnahme' : `${count} Tonaufnahmen`),
    downloadOf: (title, facts) => `„${title}“ herunterladen (${facts})`,
  },
};
