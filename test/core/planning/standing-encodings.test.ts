import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/devices/judge.ts';
import { playableFromOutput } from '../../../core/devices/playable.ts';
import type { Output } from '../../../core/model/plan.ts';
import { outputsOf } from '../../../core/planning/outstanding-outputs.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import type { PlanRequest } from '../../../core/planning/plan-request.ts';
import { generatedCase, requestFor } from './generated-masters.ts';

/** As in `plan-properties.test.ts`. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 300),
  seed: Number(process.env.PROPERTY_SEED ?? 20261124),
};

type Encodings = ReadonlyMap<string, string>;

/** What stands after these were made: a copy takes the place of an encoding of its format. */
function after(outputs: readonly Output[], before: Encodings = new Map()): Encodings {
  const made = new Set(outputs.map(({ formatId }) => formatId));
  const encoded = outputs.filter(({ decision }) => decision === 'encode');
  return new Map([
    ...[...before].filter(([formatId]) => !made.has(formatId)),
    ...encoded.map(({ formatId, fingerprint }) => [formatId, fingerprint] as const),
  ]);
}

/** Some of what was forced stands: all, or that of every other format. */
function forCases(check: (request: PlanRequest, encodings: Encodings) => void): void {
  fc.assert(
    fc.property(generatedCase, fc.boolean(), (one, whole) => {
      const request = { ...requestFor(one), forceEncoding: false };
      const forced = outputsOf(planMedia({ ...request, forceEncoding: true }));
      check(request, after(whole ? forced : forced.filter((_, index) => index % 2 === 0)));
    }),
    RUNS,
  );
}

describe('when encodings stand that were forced', () => {
  it('a plan does not replace them by copies', () => {
    forCases((request, encodings) => {
      for (const { formatId, fingerprint } of outputsOf(planMedia({ ...request, encodings }))) {
        expect(encodings.get(formatId) ?? fingerprint).toBe(fingerprint);
      }
    });
  });

  it('a plan that is carried out is not another one afterwards', () => {
    forCases((request, encodings) => {
      const plan = planMedia({ ...request, encodings });
      const standing = after(outputsOf(plan), encodings);
      expect(planMedia({ ...request, encodings: standing })).toEqual(plan);
    });
  });

  it('a plan promises each device only what it plays', () => {
    forCases((request, encodings) => {
      const plan = planMedia({ ...request, encodings });
      for (const { device: id, format } of plan.coverage) {
        const device = request.devices.find((one) => one.id === id);
        const output = outputsOf(plan).find(({ formatId }) => formatId === format);
        if (request.kind === 'audio' && request.info.audio === null) continue;
        expect(
          device && output && judge(device, playableFromOutput(output, request.info)).plays,
        ).toBe(true);
      }
    });
  });
});
