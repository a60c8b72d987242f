import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SiteLanguage } from '../core/model/site-language.ts';
import type { SnippetOptions } from '../core/snippet/snippet-options.ts';
import { definedOf } from '../main/operations/defined-of.ts';
import { languageOption, listOption, parseBitrate } from './command-options.ts';

export interface SnippetFlags {
  readonly formats?: readonly string[];
  readonly sets?: readonly string[];
  readonly bitrate?: number;
  readonly minBitrate?: number;
  readonly maxBitrate?: number;
  readonly controls: boolean;
  readonly autoplay?: boolean;
  readonly muted?: boolean;
  readonly loop?: boolean;
  readonly preload?: SnippetOptions['preload'];
  readonly poster: boolean;
  readonly responsive: boolean;
  readonly mediaQueries: boolean;
  readonly crossOrigin: boolean;
  readonly language?: SiteLanguage;
  readonly class?: readonly string[];
  readonly attribute?: Readonly<Record<string, string>>;
}

/** The options that `snippet` and `publish` share. */
export function addSnippetFlags(command: Command): Command {
  return command
    .addOption(listOption('--formats <ids>', 'only renditions in these formats'))
    .addOption(listOption('--sets <ids>', 'only renditions of these format sets'))
    .option(
      '--bitrate <rate>',
      'only the renditions nearest to this rate, like 800k or 2.5M',
      parseBitrate,
    )
    .option('--min-bitrate <rate>', 'only renditions with at least this rate', parseBitrate)
    .option('--max-bitrate <rate>', 'only renditions with at most this rate', parseBitrate)
    .option('--no-controls', 'without the browser’s controls')
    .option('--autoplay', 'start by itself (muted, since browsers allow no other)')
    .option('--muted', 'start without sound')
    .option('--loop', 'start again at the end')
    .addOption(
      new Option('--preload <what>', 'what is loaded before playing').choices([
        'none',
        'metadata',
        'auto',
      ]),
    )
    .option('--no-poster', 'without the picture')
    .option('--no-responsive', 'with a fixed size')
    .option('--no-media-queries', 'the same sources for small and large screens')
    .option(
      '--no-cross-origin',
      'without crossorigin, for a server of the files that sends no Access-Control-Allow-Origin; captions of another site are then not shown',
    )
    .addOption(languageOption())
    .addOption(listOption('--class <names>', 'class names for the player, separated by commas'))
    .option(
      '--attribute <name=value>',
      'one more attribute; may be given several times',
      collectAttribute,
    );
}

/** Only what was given, so that the defaults stay the engine's. */
export function readSnippetFlags(flags: SnippetFlags): Partial<SnippetOptions> {
  return definedOf({
    formatIds: flags.formats,
    formatSetIds: flags.sets,
    bitrateBps: flags.bitrate,
    minBitrateBps: flags.minBitrate,
    maxBitrateBps: flags.maxBitrate,
    controls: flags.controls ? undefined : false,
    autoplay: flags.autoplay,
    muted: flags.muted,
    loop: flags.loop,
    preload: flags.preload,
    poster: flags.poster ? undefined : false,
    responsive: flags.responsive ? undefined : false,
    mediaQueries: flags.mediaQueries ? undefined : false,
    crossOrigin: flags.crossOrigin ? undefined : false,
    language: flags.language,
    classNames: flags.class,
    attributes: flags.attribute,
  });
}

function collectAttribute(
  pair: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, value = ''] = /^([A-Za-z][A-Za-z0-9_:.-]*)(?:=(.*))?$/s.exec(pair) ?? [];
  if (name === undefined) throw new InvalidArgumentError('It must look like name=value.');
  return { ...before, [name]: value };
}
