import { outputBitrateBps } from '../devices/playable.ts';
import type { FormatDecision, Plan, Reason } from '../model/plan.ts';
import { assignDevices } from './assign-devices.ts';
import { coverDevices, playsOn } from './cover-devices.ts';
import { mayBeForced, wasForced } from './forced-before.ts';
import { groupOutputs } from './group-outputs.ts';
import { masterBitrateBps } from './master-rates.ts';
import type { MadeOutput, PlanRequest, Shaped } from './plan-request.ts';
import { reason } from './reason.ts';
import { shapeOutput } from './shape-output.ts';
import { replacedByAdditions, thinRungs } from './thin-rungs.ts';

/**
 * What is made, copied or skipped for one media, why, and which device plays what. Pure and deterministic:
 * the same request gives the same plan.
 */
export function planMedia(request: PlanRequest): Plan {
  const plan = planOnce(request);
  const { encodings } = request;
  if (encodings === undefined || !mayBeForced(plan, encodings)) return plan;
  const forced = planOnce({ ...request, forceEncoding: true });
  return wasForced(forced, encodings) ? forced : plan;
}

function planOnce(request: PlanRequest): Plan {
  const wanted = shapeRequested(request);
  const thinned = thinRungs(wanted.flatMap(({ shaped }) => shaped.made ?? []));
  const kept = wanted.flatMap(({ id, shaped }) =>
    shaped.made === null || thinned.has(id) ? [] : [shaped.made],
  );
  const additions = coverDevices(kept, request);
  const replaced = replacedByAdditions(kept, additions, (rung, addition) =>
    request.devices.every(
      (device) => !playsOn(device, rung, request) || playsOn(device, addition, request),
    ),
  );
  const dropped = new Map([...thinned, ...replaced]);
  const decisions = [
    ...wanted.map((one) =>
      decideRequested(one, { dropped: dropped.get(one.id) ?? null, additions, request }),
    ),
    ...additions
      .filter(({ format }) => !isRequested(format.id, request))
      .map((made) => decision(made, request)),
  ];
  const outputs = decisions.flatMap(({ output }) => output ?? []);
  return {
    media: describeMedia(request),
    formats: decisions,
    coverage: assignDevices(outputs, request),
    groups: groupOutputs(outputs),
  };
}

interface Requested {
  readonly id: string;
  readonly name: string;
  readonly shaped: Shaped;
}

function shapeRequested(request: PlanRequest): readonly Requested[] {
  return [...new Set(request.requestedFormatIds)].map((id) => {
    const format = request.formats.find((one) => one.id === id);
    if (format === undefined)
      return { id, name: id, shaped: { made: null, refused: [reason('format-unknown')] } };
    return { id, name: format.name, shaped: shapeOutput(format, request) };
  });
}

function isRequested(id: string, request: PlanRequest): boolean {
  return request.requestedFormatIds.includes(id);
}

interface DecisionContext {
  readonly dropped: Reason | null;
  readonly additions: readonly MadeOutput[];
  readonly request: PlanRequest;
}

/** A rung that was dropped comes back when a device would have nothing without it. */
function decideRequested(
  { id, name, shaped }: Requested,
  { dropped, additions, request }: DecisionContext,
): FormatDecision {
  const made =
    additions.find(({ format }) => format.id === id) ?? (dropped === null ? shaped.made : null);
  if (made !== null)
    return decision({ ...made, reasons: [reason('requested'), ...made.reasons] }, request);
  const reasons = dropped === null ? (shaped.refused ?? []) : [dropped];
  return { ...SKIPPED, format: id, formatName: name, requested: true, reasons };
}

const SKIPPED = {
  decision: 'skip',
  width: null,
  height: null,
  frameRate: null,
  bitrateBps: null,
  output: null,
} as const;

function decision(
  { format, output, picture, reasons }: MadeOutput,
  request: PlanRequest,
): FormatDecision {
  return {
    format: format.id,
    formatName: format.name,
    decision: output.decision,
    requested: isRequested(format.id, request),
    reasons,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    frameRate: picture?.frameRate ?? null,
    bitrateBps: outputBitrateBps(output, request.info),
    output,
  };
}

function describeMedia({ info, kind }: PlanRequest): Plan['media'] {
  return {
    kind,
    durationSeconds: info.durationSeconds,
    width: info.video?.width ?? null,
    height: info.video?.height ?? null,
    frameRate: info.video?.frameRate ?? null,
    bitrateBps: masterBitrateBps(info) ?? 0,
    videoCodec: info.video?.codec ?? null,
    audioCodec: info.audio?.codec ?? null,
  };
}
