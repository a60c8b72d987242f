import { AUDIO_CODECS, VIDEO_CODECS } from '../codecs/codecs.ts';
import type { Facts } from '../model/facts.ts';
import {
  type AnyCodec,
  type ParameterRule,
  type ParameterTable,
  parameterTable,
} from './parameter-tables.ts';
import type { ProblemCode } from './problem-codes.ts';

export interface ParameterProblem {
  /** Place in the list. */
  readonly index: number;
  readonly code: Extract<ProblemCode, `parameter${string}`>;
  readonly facts: Facts;
}

/** More than anyone needs, and less than a command line can carry. */
const MOST_PARAMETERS = 100;

/** The parameters of a list that this encoder knows; a format may name some for each encoder of its codec. */
export function parametersFor(encoder: string, parameters: readonly string[]): readonly string[] {
  const table = parameterTable(encoder);
  if (table === null) return [];
  return pairsOf(parameters.slice(0, MOST_PARAMETERS)).flatMap(({ name, value }) => {
    const known = name === null ? null : bareName(name);
    if (name === null || known === null || value === null) return [];
    return isAllowed(table, known, value) ? [name, value] : [];
  });
}

/** Why parts of a list are refused, for a format of this codec; empty: all of it is fine. */
export function findParameterProblems(
  codec: AnyCodec,
  parameters: readonly string[],
): readonly ParameterProblem[] {
  if (parameters.length > MOST_PARAMETERS) {
    return [
      { index: MOST_PARAMETERS, code: 'parameters-too-many', facts: { most: MOST_PARAMETERS } },
    ];
  }
  const tables = encodersOf(codec)
    .map(parameterTable)
    .filter((table) => table !== null);
  return pairsOf(parameters)
    .map((pair) => problemOf(pair, tables))
    .filter((problem) => problem !== null);
}

function encodersOf(codec: AnyCodec): readonly string[] {
  const codecs: Readonly<Record<string, { readonly encoders: readonly string[] }>> = {
    ...VIDEO_CODECS,
    ...AUDIO_CODECS,
  };
  return codecs[codec]?.encoders ?? [];
}

interface Pair {
  readonly index: number;
  /** As written, `-preset`; null: something that is no name stands in a name's place. */
  readonly name: string | null;
  readonly written: string;
  /** null: the list ends, or another name follows. */
  readonly value: string | null;
}

/** `-name value` pairs; a negative number is a value. */
function pairsOf(parameters: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const written = parameters[index] ?? '';
    const next = parameters[index + 1];
    const isPair = isName(written) && next !== undefined && !isName(next);
    pairs.push({
      index,
      name: isName(written) ? written : null,
      written,
      value: isPair ? next : null,
    });
    if (isPair) index += 1;
  }
  return pairs;
}

function isName(text: string): boolean {
  return /^-[a-z0-9]/i.test(text) && !/^-\d+(\.\d+)?$/.test(text) && !/^-\d[:,]-?\d$/.test(text);
}

/** Without dash and stream specifier; null for any other specifier than `:v` and `:a`. */
function bareName(name: string): string | null {
  return /^-([a-z0-9][a-z0-9_-]{0,31})(?::[va])?$/i.exec(name)?.[1] ?? null;
}

function problemOf(pair: Pair, tables: readonly ParameterTable[]): ParameterProblem | null {
  const { index, name, written, value } = pair;
  const facts = { name: shown(written) };
  if (name === null) return { index, code: 'parameter-no-name', facts };
  const known = bareName(name);
  const able = known === null ? [] : tables.filter((table) => Object.hasOwn(table, known));
  if (known === null || able.length === 0) return { index, code: 'parameter-not-allowed', facts };
  if (value === null) return { index, code: 'parameter-value-missing', facts };
  if (able.some((table) => isAllowed(table, known, value))) return null;
  return {
    index: index + 1,
    code: 'parameter-value-refused',
    facts: { ...facts, value: shown(value) },
  };
}

/** Short, with control characters escaped; never empty, since a fact that is there must be seen. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 60)).slice(1, -1) || ' ';
}

function isAllowed(table: ParameterTable, name: string, value: string): boolean {
  const rule: ParameterRule | undefined = Object.hasOwn(table, name) ? table[name] : undefined;
  if (rule === undefined) return false;
  return rule instanceof RegExp ? rule.test(value) : arePairsAllowed(rule.pairs, value);
}

/** `key=value:key=value`; `key` alone switches on. */
function arePairsAllowed(keys: Readonly<Record<string, RegExp>>, value: string): boolean {
  const pairs = value.split(':');
  return pairs.length <= MOST_PARAMETERS && pairs.every((pair) => isPairAllowed(keys, pair));
}

function isPairAllowed(keys: Readonly<Record<string, RegExp>>, pair: string): boolean {
  const [key = '', value, ...rest] = pair.split('=');
  if (rest.length > 0 || !Object.hasOwn(keys, key)) return false;
  return keys[key]?.test(value ?? '1') ?? false;
}
