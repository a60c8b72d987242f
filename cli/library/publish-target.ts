import { basename, resolve } from 'node:path';
import { AppError } from '../../core/errors/app-error.ts';
import type { PublishTarget } from '../../core/model/library.ts';
import { DEFAULT_SITE_LANGUAGE, type SiteLanguage } from '../../core/model/site-language.ts';
import { isSameFolder } from '../../main/files/folder-relations.ts';
import type { Session } from '../session.ts';

type Access = Pick<Session, 'client' | 'terminal'>;

/** Undefined: as it is, or as usual for a new one. */
export interface TargetWishes {
  readonly baseUrl?: string | undefined;
  readonly language?: SiteLanguage | undefined;
}

/** The publish target for a folder: the one that the library knows, changed as wished, or a new one. */
export async function targetForFolder(
  { client, terminal }: Access,
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

/** Looks at a folder as at a publish target. One that the library did not know is forgotten again afterwards. */
export async function withTargetForFolder<T>(
  access: Access,
  folder: string,
  look: (target: PublishTarget) => Promise<T>,
): Promise<T> {
  const { client, terminal } = access;
  const path = resolve(terminal.workingFolder, folder);
  const known = await targetAt(path, await client.publish.targets());
  if (known !== undefined) return look(known);
  const target = await targetForFolder(access, folder, {});
  try {
    return await look(target);
  } finally {
    await client.publish.removeTarget({ id: target.id });
  }
}

/** By its folder alone. @throws AppError catalog/not-found */
export async function knownTargetForFolder(
  { client, terminal }: Access,
  folder: string,
): Promise<PublishTarget> {
  const path = resolve(terminal.workingFolder, folder);
  const found = await targetAt(path, await client.publish.targets());
  if (found !== undefined) return found;
  throw new AppError('catalog/not-found', `Nothing was published into ${path} by this library.`, {
    details: { path },
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

/**
 * A known target by its id, its folder or its name.
 * @throws AppError catalog/not-found; input/invalid for a name that several have
 */
export async function knownTarget(
  { client, terminal }: Access,
  key: string,
): Promise<PublishTarget> {
  const path = resolve(terminal.workingFolder, key);
  const targets = await client.publish.targets();
  const found = targets.find(({ id }) => id === key) ?? (await targetAt(path, targets));
  if (found !== undefined) return found;
  const [named, ...others] = targets.filter(({ name }) => name === key);
  if (named !== undefined && others.length === 0) return named;
  throw named === undefined ? unknownTarget(key) : ambiguousName(key, [named, ...others]);
}

function unknownTarget(key: string): AppError {
  return new AppError(
    'catalog/not-found',
    `There is no publish target “${key}”. \`avlogue targets\` lists them.`,
    { details: { key } },
  );
}

function ambiguousName(key: string, targets: readonly PublishTarget[]): AppError {
  const paths = targets.map(({ path }) => path);
  return new AppError(
    'input/invalid',
    `Several publish targets are called “${key}”. Name the folder: ${paths.join(', ')}.`,
    { details: { key, paths } },
  );
}
