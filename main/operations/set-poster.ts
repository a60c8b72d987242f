import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { Media } from '../../core/model/media.ts';
import { removeQuietly } from '../files/remove-quietly.ts';
import type { OperationNeeds } from './needs.ts';

type PosterNeeds = Pick<OperationNeeds, 'catalog' | 'tools' | 'paths' | 'ids' | 'clock'>;

export interface PosterWish {
  /** null: the automatic choice. */
  readonly atSeconds: number | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A new file with a new name, so that no browser shows the old picture; the old one goes when the catalog
 * names it no more. @throws AppError input/invalid, conversion/master-missing, conversion/*
 */
export async function setPoster(
  media: Media,
  { atSeconds, signal }: PosterWish,
  { catalog, tools, paths, ids, clock }: PosterNeeds,
): Promise<void> {
  requirePosition(media, atSeconds);
  await mkdir(paths.posters, { recursive: true });
  const name = `${media.id}-${ids.next()}.jpg`;
  const target = join(paths.posters, name);
  const { path: masterPath } = media.master;
  const made = await tools.makePoster({ masterPath, info: media.info, target, atSeconds }, signal);
  const source = atSeconds === null ? made.source : ('user' as const);
  const poster = { ...made, source, file: `${basename(paths.posters)}/${name}` };
  const old = catalog.get('media', media.id)?.poster ?? null;
  try {
    const fields = { poster, updatedAtMs: clock.now() };
    await catalog.commit([{ type: 'patch', collection: 'media', id: media.id, fields }]);
  } catch (error) {
    await removeQuietly(target);
    throw error;
  }
  if (old !== null) await removeQuietly(join(paths.root, old.file));
}

function requirePosition({ kind, title, info, master }: Media, atSeconds: number | null): void {
  if (master.status === 'missing') {
    throw new AppError(
      'conversion/master-missing',
      `The master of “${title}” is not at ${master.path}. Bring it back, then choose a frame.`,
    );
  }
  if (atSeconds === null) return;
  const fault =
    kind === 'audio'
      ? 'has no frames to choose from.'
      : atSeconds > info.durationSeconds
        ? `ends at ${info.durationSeconds} s.`
        : null;
  if (fault === null) return;
  throw new AppError('input/invalid', `“${title}” ${fault}`, { details: { field: 'atSeconds' } });
}
