import { offeredDevices, offeredFormatSets, offeredFormats } from '../core/catalog/offer.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/model/library.ts';
import type { Media } from '../core/model/media.ts';
import type { MediaInfo } from '../core/model/media-info.ts';
import type { Plan } from '../core/model/plan.ts';
import type { MediaKind } from '../core/model/scalars.ts';
import { planMedia } from '../core/planning/plan-media.ts';
import type { Catalog } from './catalog/catalog.ts';

export interface PlanWishes {
  /** Instead of what the format sets say. */
  readonly formatIds?: readonly string[] | null;
  readonly formatSetIds?: readonly string[];
  /** Encode even where copying would do. */
  readonly force?: boolean;
}

/** A media, or what is known of one to be; renditions are of use only with the master that they may be made of. */
export type PlannedMedia = Pick<Media, 'info' | 'kind' | 'formatSetIds'> &
  Partial<Pick<Media, 'master' | 'renditions'>>;

/** Plans with the formats, sets, devices and settings of the catalog and the encoders at hand. */
export interface Planner {
  planMedia(media: PlannedMedia, wishes?: PlanWishes): Plan;
  planInfo(info: MediaInfo, wishes?: PlanWishes): Plan;
}

export interface PlannerNeeds {
  readonly catalog: Catalog;
  /** FFmpeg's names; asked at every plan, since another FFmpeg may be chosen. */
  readonly encoders: () => ReadonlySet<string>;
}

export function settingsOf(catalog: Catalog): Settings {
  return catalog.get('settings', 'settings') ?? DEFAULT_SETTINGS;
}

export function kindOf(info: MediaInfo): MediaKind {
  return info.video === null ? 'audio' : 'video';
}

export function createPlanner({ catalog, encoders }: PlannerNeeds): Planner {
  function plan(media: Omit<PlannedMedia, 'kind'>, wishes: PlanWishes): Plan {
    const { info } = media;
    const settings = settingsOf(catalog);
    const kind = kindOf(info);
    const setIds = wishes.formatSetIds ?? media.formatSetIds;
    return planMedia({
      info,
      kind,
      formats: offeredFormats(catalog.all('formats').values()),
      requestedFormatIds: wishes.formatIds ?? formatsOfSets(kind, setIds, settings),
      devices: offeredDevices(catalog.all('devices').values(), settings.disabledDeviceIds),
      encoders: encoders(),
      forceEncoding: wishes.force ?? false,
      encodings: encodingsOf(media),
    });
  }

  /** Sets of the other kind and sets that are gone do not count; none left means the library's default. */
  function formatsOfSets(
    kind: MediaKind,
    setIds: readonly string[],
    settings: Settings,
  ): readonly string[] {
    const sets = offeredFormatSets(catalog.all('formatSets').values());
    const chosen = sets.filter((set) => set.kind === kind && setIds.includes(set.id));
    if (chosen.length > 0) return [...new Set(chosen.flatMap((set) => set.formatIds))];
    const usual = kind === 'video' ? settings.videoFormatSetId : settings.audioFormatSetId;
    return sets.find((set) => set.id === usual)?.formatIds ?? [];
  }

  return {
    planMedia: (media, wishes = {}) => plan(media, wishes),
    planInfo: (info, wishes = {}) => plan({ info, formatSetIds: [] }, wishes),
  };
}

/** Those of the master as it is. */
function encodingsOf({
  master,
  renditions = [],
}: Pick<PlannedMedia, 'master' | 'renditions'>): ReadonlyMap<string, string> {
  const standing = renditions.filter(
    ({ decision, masterSha256 }) => decision === 'encode' && masterSha256 === master?.sha256,
  );
  return new Map(
    standing.map(({ formatId, recipeFingerprint }) => [formatId, recipeFingerprint] as const),
  );
}
