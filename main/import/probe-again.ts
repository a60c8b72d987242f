import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../core/errors/app-error.ts';
import { isReadOutdated, PROBE_VERSION } from '../../core/ffmpeg/probe-revisions.ts';
import type { Media } from '../../core/model/media.ts';
import type { MediaInfo } from '../../core/model/media-info.ts';
import { plannedOf } from '../../core/planning/outstanding-outputs.ts';
import { patchMediaInTurn } from '../catalog/patch-media-in-turn.ts';
import { kindOf } from '../planner.ts';
import type { ImporterNeeds } from './importer-needs.ts';
import { isUntouched, statMaster } from './master-stat.ts';

type ProbeNeeds = Pick<ImporterNeeds, 'catalog' | 'clock' | 'planner' | 'tools'>;

/**
 * Reads masters again of which an earlier AVlogue understood less, one after the other, so that nothing else waits
 * for it. What cannot be read now is tried at the next start.
 */
export async function probeAgain(needs: ProbeNeeds, signal: AbortSignal): Promise<void> {
  const outdated = [...needs.catalog.all('media').values()].filter(isReadOutdated);
  for (const { id } of outdated) {
    const media = needs.catalog.get('media', id);
    if (signal.aborted) return;
    if (media === undefined || !isReadOutdated(media)) continue;
    const info = await read(media, needs, signal);
    if (info !== null) await keep(media, info, needs);
  }
}

/** null: the file is not the catalogued one, or tells nothing. */
async function read(
  { master }: Media,
  { tools }: ProbeNeeds,
  signal: AbortSignal,
): Promise<MediaInfo | null> {
  const isIt = async () => {
    const found = await statMaster(master.path);
    return found !== null && isUntouched(master, found);
  };
  try {
    if (!(await isIt())) return null;
    const info = await tools.probe(master.path, signal);
    return (await isIt()) ? info : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function keep(
  media: Media,
  info: MediaInfo,
  { catalog, clock, planner }: ProbeNeeds,
): Promise<void> {
  const probeVersion = PROBE_VERSION;
  await patchMediaInTurn(catalog, media.id, (now) => {
    if (now.info !== media.info || now.master.sha256 !== media.master.sha256) return null;
    if (isDeepStrictEqual(info, now.info)) return { probeVersion };
    const read = { info, kind: kindOf(info) };
    const planned = plannedOf(planner.planMedia({ ...now, ...read }));
    return { ...read, planned, probeVersion, updatedAtMs: clock.now() };
  });
}
