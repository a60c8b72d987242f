import { basename, resolve } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { DEFAULT_SITE_LANGUAGE, type SiteLanguage } from '../../core/model/site-language.ts';
import { isSameFolder } from '../../main/files/folder-relations.ts';
import type { Session } from '../session.ts';

/** Undefined: as it is, or as usual for a new one. */
export interface TargetWishes {
  readonly baseUrl?: string | undefined;
  readonly language?: SiteLanguage | undefined;
}

/** The publish target for a folder: the one that the library knows, changed as wished, or a new one. */
export async function targetForFolder(
  { client, terminal }: Session,
  folder: string,
  { baseUrl, language }: TargetWishes,
): Promise<PublishTarget> {
  const path = resolve(terminal.workingFolder, folder);
  const known = await targetAt(path, await client.publish.targets());
  const wished = {
    baseUrl: baseUrl?.replace(/\/+$/, '') ?? known?.baseUrl ?? '',
    language: language ?? known?.language ?? DEFAULT_SITE_LANGUAGE,
  };
  if (known?.baseUrl === wished.baseUrl && known.language === wished.language) return known;
  return client.publish.saveTarget({
    id: known?.id ?? null,
    name: known?.name ?? (basename(path).slice(0, 100) || 'site'),
    kind: 'folder',
    path: known?.path ?? path,
    ...wished,
  });
}

/** By its folder, whatever links or spellings lead there. */
async function targetAt<T extends Pick<PublishTarget, 'path'>>(
  path: string,
  targets: readonly T[],
): Promise<T | undefined> {
  for (const target of targets) if (await isSameFolder(target.path, path)) return target;
  return undefined;
}

/** A known target by its id, its name or its folder. @throws AppError catalog/not-found */
export async function knownTarget(
  { client, terminal }: Session,
  key: string,
): Promise<PublishTarget> {
  const path = resolve(terminal.workingFolder, key);
  const targets = await client.publish.targets();
  const found =
    targets.find(({ id }) => id === key) ??
    targets.find(({ name }) => name === key) ??
    (await targetAt(path, targets));
  if (found !== undefined) return found;
  throw new AppError('catalog/not-found', `There is no publish target “${key}”.`, {
    details: { key },
  });
}
