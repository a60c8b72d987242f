import type { Device } from '../../core/model/device.ts';
import type { Facts } from '../../core/model/facts.ts';
import type { Format, FormatSet } from '../../core/model/format.ts';
import type { Caption, Media, Rendition } from '../../core/model/media.ts';
import type { Plan, Reason } from '../../core/model/plan.ts';
import { type BuiltInWords, deDevices, deFormatSets, deFormats } from './de-built-ins.ts';

/**
 * What the engine names, in the language of the interface. Only what is built in has a name in each language;
 * what a person named stays as it is.
 */
export interface LocalNames {
  format<F extends Format>(format: F): F;
  formatSet(set: FormatSet): FormatSet;
  device(device: Device): Device;
  plan(plan: Plan): Plan;
  media<M extends Pick<Media, 'renditions' | 'captions'>>(media: M): M;
  /** Names among the facts of a reason or problem. */
  facts(facts: Facts): Facts;
}

export function localNames(code: 'en' | 'de'): LocalNames {
  return code === 'de' ? GERMAN : AS_THEY_ARE;
}

const AS_THEY_ARE: LocalNames = {
  format: (format) => format,
  formatSet: (set) => set,
  device: (device) => device,
  plan: (plan) => plan,
  media: (media) => media,
  facts: (facts) => facts,
};

const GERMAN: LocalNames = {
  format: (format) => inWords(format, deFormats),
  formatSet: (set) => inWords(set, deFormatSets),
  device: (device) => inWords(device, deDevices),
  plan: (plan) => ({
    ...plan,
    formats: plan.formats.map((decision) => ({
      ...decision,
      formatName: formatName(decision.format, decision.formatName),
      reasons: inReasons(decision.reasons),
    })),
    coverage: plan.coverage.map((coverage) => ({
      ...coverage,
      deviceName: nameOf(deDevices, coverage.device, coverage.deviceName),
    })),
  }),
  media: (media) => ({
    ...media,
    renditions: media.renditions.map(inRendition),
    captions: media.captions.map(inCaption),
  }),
  facts: inFacts,
};

function inWords<R extends { id: string; name: string; description: string; builtIn: boolean }>(
  record: R,
  words: Readonly<Record<string, BuiltInWords>>,
): R {
  return record.builtIn ? { ...record, ...words[record.id] } : record;
}

function inRendition<R extends Rendition>(rendition: R): R {
  return { ...rendition, formatName: formatName(rendition.formatId, rendition.formatName) };
}

/** Only those that nobody named: core/import/caption-labels.ts. */
function inCaption<C extends Caption>(caption: C): C {
  const [, word, number = ''] = /^(Captions|Subtitles)( \d+)?$/.exec(caption.label) ?? [];
  if (word === undefined || caption.language !== null) return caption;
  const german = word === 'Captions' ? 'Untertitel für Gehörlose' : 'Untertitel';
  return { ...caption, label: german + number };
}

function inReasons(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.map(({ code, facts }) => ({ code, facts: inFacts(facts) }));
}

function inFacts(facts: Facts): Facts {
  const { other, otherName, formatId, formatName: name, devices, deviceNames } = facts;
  return {
    ...facts,
    ...(isText(other) && isText(otherName) && { otherName: formatName(other, otherName) }),
    ...(isText(formatId) && isText(name) && { formatName: formatName(formatId, name) }),
    ...(isText(devices) && isText(deviceNames) && { deviceNames: inList(devices, deviceNames) }),
  };
}

/** `devices` and `deviceNames` are lists in the same order; a name with a comma in it leaves them as they are. */
function inList(ids: string, names: string): string {
  const inOrder = names.split(', ');
  const all = ids.split(',');
  if (all.length !== inOrder.length) return names;
  return all.map((id, index) => nameOf(deDevices, id, inOrder[index] ?? id)).join(', ');
}

/** Renditions to a device's own limits have its id behind `fit-`, see core/planning/make-for-device.ts. */
function formatName(id: string, name: string): string {
  const device = /^fit-(.+)$/.exec(id)?.[1];
  const made = /^Made for (.+)$/.exec(name)?.[1];
  if (device === undefined || made === undefined) return nameOf(deFormats, id, name);
  return `Passend für ${nameOf(deDevices, device, made)}`;
}

function nameOf(words: Readonly<Record<string, BuiltInWords>>, id: string, name: string): string {
  return words[id]?.name ?? name;
}

function isText(fact: Facts[string] | undefined): fact is string {
  return typeof fact === 'string';
}
