import { judge } from '../devices/judge.ts';
import { playableFromOutput } from '../devices/playable.ts';
import type { Device } from '../model/device.ts';
import { byUniversality, type Candidate, worthFor } from './candidate-worth.ts';
import { makeForDevice } from './make-for-device.ts';
import type { MadeOutput, PlanRequest } from './plan-request.ts';
import { reason } from './reason.ts';
import { shapeOutput } from './shape-output.ts';

/** What has to be made besides, so that each device has something to play. Empty when nothing is missing. */
export function coverDevices(
  made: readonly MadeOutput[],
  request: PlanRequest,
): readonly MadeOutput[] {
  const additions: MadeOutput[] = [];
  let missing = promisedDevices(request).filter(
    (device) => !made.some((output) => playsOn(device, output, request)),
  );
  const candidates = offeredCandidates(made, request);
  while (missing.length > 0) {
    const addition = bestCandidate(candidates, missing, request) ?? firstMade(missing, request);
    if (addition === null) return additions;
    const served = missing.filter((device) => playsOn(device, addition.made, request));
    additions.push(withReason(addition, served));
    missing = missing.filter((device) => !served.includes(device));
  }
  return additions;
}

/** Enabled devices that play this kind of media at all. */
export function promisedDevices({
  devices,
  kind,
}: Pick<PlanRequest, 'devices' | 'kind'>): readonly Device[] {
  return devices.filter(
    (device) => device.enabled && (kind === 'video' ? device.video : device.audio).length > 0,
  );
}

export function playsOn(device: Device, { output }: MadeOutput, request: PlanRequest): boolean {
  return judge(device, playableFromOutput(output, request.info)).plays;
}

interface Addition {
  readonly made: MadeOutput;
  readonly why: 'added-for-device' | 'made-for-device';
}

function offeredCandidates(
  made: readonly MadeOutput[],
  request: PlanRequest,
): readonly Candidate[] {
  const taken = new Set(made.map(({ format }) => format.id));
  return request.formats
    .filter((format) => format.kind === request.kind && !taken.has(format.id))
    .flatMap((format) => shapeOutput(format, request).made ?? [])
    .map((output) => ({ made: output, playable: playableFromOutput(output.output, request.info) }));
}

function bestCandidate(
  candidates: readonly Candidate[],
  missing: readonly Device[],
  request: PlanRequest,
): Addition | null {
  const best = candidates
    .map((candidate) => ({ candidate, worth: worthFor(missing, candidate, request.info) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || byUniversality(a.candidate, b.candidate))[0];
  return best === undefined ? null : { made: best.candidate.made, why: 'added-for-device' };
}

function firstMade(missing: readonly Device[], request: PlanRequest): Addition | null {
  for (const device of missing) {
    const made = makeForDevice(device, request);
    if (made !== null) return { made, why: 'made-for-device' };
  }
  return null;
}

function withReason({ made, why }: Addition, served: readonly Device[]): MadeOutput {
  const facts = {
    device: served[0]?.id ?? null,
    deviceName: served[0]?.name ?? null,
    devices: served.map(({ id }) => id).join(','),
    deviceNames: served.map(({ name }) => name).join(', '),
  };
  return { ...made, reasons: [reason(why, facts), ...made.reasons] };
}
