import { InvalidArgumentError, Option } from 'commander';
import { siteLanguageSchema } from '../core/model/site-language.ts';

/** "a,b" given once or several times. */
function collectList(value: string, before: readonly string[] = []): readonly string[] {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Name at least one.');
  return [...before, ...names];
}

export function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collectList);
}

export function formatsOption(): Option {
  return listOption('--formats <ids>', 'these formats instead of the sets’, separated by commas');
}

export function setsOption(): Option {
  return listOption('--sets <ids>', 'these format sets, separated by commas');
}

export function languageOption(): Option {
  return new Option('--language <code>', 'of the words around the media on the website').choices(
    siteLanguageSchema.options,
  );
}

export function wholeNumber(minimum: number, maximum: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= minimum && number <= maximum) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${minimum} to ${maximum}.`);
  };
}

/** "800k", "2.5M" or plain bits per second. */
export function parseBitrate(value: string): number {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)([kKmM]?)$/.exec(value) ?? [];
  const factor = unit === '' ? 1 : unit?.toLowerCase() === 'k' ? 1_000 : 1_000_000;
  const bits = Number(figure) * factor;
  if (bits > 0) return bits;
  throw new InvalidArgumentError('It must be bits per second, like 800k or 2.5M.');
}
