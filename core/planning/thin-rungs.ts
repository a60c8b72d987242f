import type { Reason } from '../model/plan.ts';
import type { MadeOutput, MadePicture } from './plan-request.ts';
import { reason } from './reason.ts';

/** Sides within this of each other make pictures that no one tells apart. */
const ALIKE_SIDE = 0.91;
/** Rates within this of each other. */
const ALIKE_RATE = 0.85;

/** Which of the requested outputs are not worth making beside the others, with the reason; by format id. */
export function thinRungs(made: readonly MadeOutput[]): ReadonlyMap<string, Reason> {
  const dropped = new Map<string, Reason>();
  for (const ladder of Map.groupBy(made, familyOf).values()) {
    const kept: MadeOutput[] = [];
    for (const rung of ladder.toSorted(mostWorthKeeping)) {
      const why = firstOf(kept, (other) => compare(rung, other));
      if (why === null) kept.push(rung);
      else dropped.set(rung.format.id, why);
    }
  }
  return dropped;
}

/**
 * Requested outputs that an addition for some device makes superfluous: the same picture at a like rate in
 * the same container and codec, which every device of theirs plays too.
 */
export function replacedByAdditions(
  kept: readonly MadeOutput[],
  additions: readonly MadeOutput[],
  playsLike: (rung: MadeOutput, addition: MadeOutput) => boolean,
): ReadonlyMap<string, Reason> {
  const replaced = new Map<string, Reason>();
  for (const rung of kept) {
    const twin = additions.find(
      (addition) =>
        familyOf(addition) === familyOf(rung) &&
        isTwin(rung, addition) &&
        playsLike(rung, addition),
    );
    if (twin !== undefined) {
      const facts = { other: twin.format.id, otherName: twin.format.name };
      replaced.set(rung.format.id, reason('same-as-other', facts));
    }
  }
  return replaced;
}

function isTwin(a: MadeOutput, b: MadeOutput): boolean {
  return (
    a.picture !== null &&
    a.output.decision === 'encode' &&
    a.picture.width === b.picture?.width &&
    a.picture.height === b.picture.height &&
    a.picture.frameRate === b.picture.frameRate &&
    alikeRate(a, b)
  );
}

/** Only renditions of one codec in one container can stand for each other. */
function familyOf({ output }: MadeOutput): string {
  return [
    output.container,
    output.video?.codec,
    output.video === null ? output.audio?.codec : '',
  ].join();
}

/** Of those that keep the whole master the one with the smallest box comes first; then by falling size. */
function mostWorthKeeping(a: MadeOutput, b: MadeOutput): number {
  if (a.picture === null || b.picture === null)
    return (a.format.audio?.bitrateBps ?? 0) - (b.format.audio?.bitrateBps ?? 0);
  const whole = Number(b.picture.whole) - Number(a.picture.whole);
  if (whole !== 0) return whole;
  return a.picture.whole
    ? a.picture.boxArea - b.picture.boxArea
    : b.picture.width * b.picture.height - a.picture.width * a.picture.height;
}

function compare(rung: MadeOutput, other: MadeOutput): Reason | null {
  if (rung.picture === null || other.picture === null) return compareSound(rung, other);
  return comparePicture(rung, other, { mine: rung.picture, theirs: other.picture });
}

function comparePicture(
  rung: MadeOutput,
  other: MadeOutput,
  { mine, theirs }: { mine: MadePicture; theirs: MadePicture },
): Reason | null {
  const facts = { other: other.format.id, otherName: other.format.name };
  const slower = (theirs.frameRate ?? 0) < (mine.frameRate ?? 0) * 0.99;
  if (slower || !alikeSize(mine, theirs)) return null;
  const same = mine.width === theirs.width && mine.height === theirs.height;
  if (mine.whole && theirs.whole && theirs.boxArea < mine.boxArea)
    return reason('source-smaller', { ...facts, width: mine.width, height: mine.height });
  if (same && alikeRate(rung, other)) return reason('same-as-other', facts);
  const sameBox = mine.boxArea === theirs.boxArea;
  return same || sameBox
    ? null
    : reason('too-close-to-other', {
        ...facts,
        width: mine.width,
        height: mine.height,
        otherWidth: theirs.width,
        otherHeight: theirs.height,
      });
}

function alikeSize(a: MadePicture, b: MadePicture): boolean {
  return alike(a.width, b.width, ALIKE_SIDE) && alike(a.height, b.height, ALIKE_SIDE);
}

function compareSound(rung: MadeOutput, other: MadeOutput): Reason | null {
  const facts = { other: other.format.id, otherName: other.format.name };
  const [mine, theirs] = [rung.output.audio, other.output.audio];
  if (mine === null || theirs === null || mine.mode !== theirs.mode) return null;
  if (mine.mode === 'copy' || theirs.mode === 'copy') return reason('same-as-other', facts);
  if (mine.channels !== theirs.channels || mine.sampleRateHz !== theirs.sampleRateHz) return null;
  if (mine.bitrateBps === theirs.bitrateBps && !rung.rateFromMaster)
    return reason('same-as-other', facts);
  const filled =
    rung.rateFromMaster && alike(mine.bitrateBps ?? 1, theirs.bitrateBps ?? 1, ALIKE_RATE);
  return filled ? reason('rate-exceeds-source', facts) : null;
}

function alikeRate(a: MadeOutput, b: MadeOutput): boolean {
  const [mine, theirs] = [rateOf(a), rateOf(b)];
  return mine === theirs || (mine !== null && theirs !== null && alike(mine, theirs, ALIKE_RATE));
}

/** null: copied. */
function rateOf({ output }: MadeOutput): number | null {
  if (output.video?.mode !== 'encode') return null;
  const { rate } = output.video;
  return rate.mode === 'bitrate' ? rate.bitrateBps : rate.maxBitrateBps;
}

function alike(a: number, b: number, least: number): boolean {
  return Math.min(a, b) / Math.max(a, b) >= least;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
