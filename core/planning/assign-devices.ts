import { judge } from '../devices/judge.ts';
import { type Playable, playableFromMaster, playableFromOutput } from '../devices/playable.ts';
import type { Device } from '../model/device.ts';
import type { DeviceCoverage, Output, Reason } from '../model/plan.ts';
import { promisedDevices } from './cover-devices.ts';
import type { PlanRequest } from './plan-request.ts';
import { reason } from './reason.ts';
import { type Source, sourceOf, sourceOrder } from './source-order.ts';

interface Sourced {
  readonly id: string;
  readonly playable: Playable;
  readonly source: Source;
}

/** Which rendition each device gets: the first in the page's order that it plays. */
export function assignDevices(
  outputs: readonly Output[],
  request: PlanRequest,
): readonly DeviceCoverage[] {
  const renditions = outputs.map((output): Sourced => {
    const playable = { ...playableFromOutput(output, request.info), container: output.container };
    return { id: output.formatId, playable, source: sourceOf(output.formatId, playable) };
  });
  const master = playableFromMaster(request.info);
  return promisedDevices(request).map((device) => assign(device, renditions, master));
}

function assign(device: Device, renditions: readonly Sourced[], master: Playable): DeviceCoverage {
  const verdicts = renditions.map((one) => ({ ...one, verdict: judge(device, one.playable) }));
  const playing = verdicts
    .filter(({ verdict }) => verdict.plays)
    .toSorted((a, b) => sourceOrder(a.source, b.source));
  return {
    device: device.id,
    deviceName: device.name,
    format: playing[0]?.id ?? null,
    reasons: [choiceReason(playing.length, renditions.length)],
    renditions: verdicts.map(({ id, verdict }) => ({ ...verdict, format: id })),
    master: judge(device, master),
  };
}

function choiceReason(playing: number, all: number): Reason {
  if (playing === 0) return reason('nothing-possible');
  if (all === 1) return reason('only-rendition');
  return playing === 1
    ? reason('only-playable', { renditions: all })
    : reason('best-playable', { playable: playing, renditions: all });
}
