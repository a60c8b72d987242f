import type { ToolChoice } from '../../core/contract/system.ts';
import { parseDecodable } from '../../core/ffmpeg/parse-decodable.ts';
import { parseEncoders } from '../../core/ffmpeg/parse-encoders.ts';
import { parseFilters } from '../../core/ffmpeg/parse-filters.ts';
import { askTool, type ToolOpinion } from './ask-tool.ts';
import { explainChoice, rankTools } from './choose-tool.ts';
import { outsideArchive } from './outside-archive.ts';
import { type Environment, systemTools } from './system-tools.ts';
import { type FoundTool, type TriedTool, tryTools } from './try-tools.ts';

export interface FindBinariesOptions {
  /** From the settings; null: not set. */
  readonly ffmpegPath: string | null;
  readonly ffprobePath: string | null;
  /** Whether what the settings name was chosen here, see `chosen-tools.ts`; nothing else of them is run. */
  readonly isChosen: (path: string) => Promise<boolean>;
  /** `FFMPEG_PATH`, `FFPROBE_PATH` and `PATH` are looked at. */
  readonly environment: Environment;
}

export interface MediaBinaries {
  readonly ffmpeg: ToolChoice;
  readonly ffprobe: ToolChoice;
  /** FFmpeg's own names of what the chosen ffmpeg has; empty where there is none. */
  readonly encoders: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
  readonly decodable: ReadonlySet<string>;
}

type Abilities = Pick<MediaBinaries, 'encoders' | 'filters' | 'decodable'>;

const NO_ABILITIES: Abilities = {
  encoders: new Set(),
  filters: new Set(),
  decodable: new Set(),
};
const ANY_AGE = { leastMajor: null };

/** Looks for FFmpeg and ffprobe and asks what they can do. What is missing or broken is in the answer; nothing is thrown. */
export async function findBinaries(options: FindBinariesOptions): Promise<MediaBinaries> {
  const [ffmpegs, ffprobes] = await Promise.all([
    candidates('ffmpeg', options.ffmpegPath, options).then(tryTools),
    candidates('ffprobe', options.ffprobePath, options).then(tryTools),
  ]);
  const { tried, chosen, abilities } = await firstAble(ffmpegs);
  const age = { leastMajor: chosen?.version?.major ?? null };
  return {
    ffmpeg: explainChoice(tried, chosen, ANY_AGE),
    ffprobe: explainChoice(ffprobes, rankTools(ffprobes, age)[0] ?? null, age),
    ...abilities,
  };
}

interface AbleTool {
  readonly tried: readonly TriedTool[];
  readonly chosen: TriedTool | null;
  readonly abilities: Abilities;
}

/** An ffmpeg that tells its version but no encoders is as good as none. */
async function firstAble(tried: readonly TriedTool[]): Promise<AbleTool> {
  const [best] = rankTools(tried, ANY_AGE);
  if (best === undefined) return { tried, chosen: null, abilities: NO_ABILITIES };
  const abilities = await abilitiesOf(best.path);
  if (abilities.encoders.size > 0) return { tried, chosen: best, abilities };
  const fault: ToolOpinion = { code: 'no-encoders', facts: {} };
  const broken = { ...best, version: null, fault };
  return firstAble(tried.map((tool) => (tool === best ? broken : tool)));
}

async function abilitiesOf(ffmpeg: string): Promise<Abilities> {
  const [encoders, filters, codecs] = await Promise.all(
    ['-encoders', '-filters', '-codecs'].map((list) => askTool(ffmpeg, ['-hide_banner', list])),
  );
  return {
    encoders: parseEncoders(encoders?.ok === true ? encoders.text : ''),
    filters: parseFilters(filters?.ok === true ? filters.text : ''),
    decodable: parseDecodable(codecs?.ok === true ? codecs.text : ''),
  };
}

async function candidates(
  name: 'ffmpeg' | 'ffprobe',
  setting: string | null,
  { environment, isChosen }: Pick<FindBinariesOptions, 'environment' | 'isChosen'>,
): Promise<readonly FoundTool[]> {
  const set = listed('setting', setting);
  const mayRun = setting === null || (await isChosen(setting));
  const fromEnvironment = environment[name === 'ffmpeg' ? 'FFMPEG_PATH' : 'FFPROBE_PATH'];
  const bundled = name === 'ffmpeg' ? ffmpegStatic() : ffprobeStatic();
  const [bundledPath, system] = await Promise.all([bundled, systemTools(name, environment)]);
  return [
    ...(mayRun ? set : []),
    ...listed('environment', fromEnvironment),
    ...system.map((path) => ({ source: 'system' as const, path })),
    ...listed(name === 'ffmpeg' ? 'ffmpeg-static' : 'ffprobe-static', bundledPath),
    // after the others, so that it hides none that is the same file
    ...(mayRun ? [] : set.map((tool) => ({ ...tool, mayRun }))),
  ];
}

function listed(
  source: FoundTool['source'],
  path: string | null | undefined,
): readonly FoundTool[] {
  return path === null || path === undefined || path === '' ? [] : [{ source, path }];
}

/** An optional dependency; its default export is a path, or null for a platform that it does not know. */
async function ffmpegStatic(): Promise<string | null> {
  const path = await defaultOf('ffmpeg-static');
  return typeof path === 'string' ? outsideArchive(path) : null;
}

/** It ends the whole process on platforms that it does not know. */
async function ffprobeStatic(): Promise<string | null> {
  if (!['darwin', 'linux', 'win32'].includes(process.platform)) return null;
  const found = await defaultOf('ffprobe-static');
  if (typeof found !== 'object' || found === null || !('path' in found)) return null;
  return typeof found.path === 'string' ? outsideArchive(found.path) : null;
}

async function defaultOf(packageName: string): Promise<unknown> {
  try {
    const imported: object = await import(packageName);
    return 'default' in imported ? imported.default : null;
  } catch {
    // it is not installed, and that is fine
    return null;
  }
}
