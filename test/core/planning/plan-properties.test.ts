import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalBitrateBps, takesSampleRate } from '../../../core/codecs/audio-limits.ts';
import { AUDIO_CODECS } from '../../../core/codecs/codecs.ts';
import { containerFacts } from '../../../core/codecs/containers.ts';
import { compareLevels, lowestLevel } from '../../../core/codecs/levels.ts';
import { judge } from '../../../core/devices/judge.ts';
import { peakBitrateBps, playableFromOutput } from '../../../core/devices/playable.ts';
import { type FormatDecision, type Output, planSchema } from '../../../core/model/plan.ts';
import { explainReason } from '../../../core/planning/explain-reason.ts';
import { ceilingFromMaster } from '../../../core/planning/fit-rate.ts';
import { planMedia } from '../../../core/planning/plan-media.ts';
import type { PlanRequest } from '../../../core/planning/plan-request.ts';
import { soundCeilingFromMaster } from '../../../core/planning/shape-audio.ts';
import { generatedCase, requestFor } from './generated-masters.ts';

/** The same masters at every run, so that a failure is the change's; `PROPERTY_SEED` and `PROPERTY_RUNS` look further. */
const RUNS = {
  numRuns: Number(process.env.PROPERTY_RUNS ?? 600),
  seed: Number(process.env.PROPERTY_SEED ?? 20261124),
};

function forPlans(check: (request: PlanRequest) => void): void {
  fc.assert(
    fc.property(generatedCase, (one) => {
      check(requestFor(one));
    }),
    RUNS,
  );
}

function outputsOf(request: PlanRequest): readonly { decision: FormatDecision; output: Output }[] {
  return planMedia(request).formats.flatMap((decision) =>
    decision.output === null ? [] : [{ decision, output: decision.output }],
  );
}

describe('for any master, planMedia', () => {
  it('gives a plan that its schema accepts', () => {
    forPlans((request) => expect(planSchema.parse(planMedia(request))).toEqual(planMedia(request)));
  });

  it('gives every enabled device that plays this kind something to play', () => {
    forPlans((request) => {
      const { coverage, formats } = planMedia(request);
      if (request.kind === 'audio' && request.info.audio === null) return;
      const promised = request.devices.filter(
        (device) => (request.kind === 'video' ? device.video : device.audio).length > 0,
      );
      expect(coverage.map(({ device }) => device)).toEqual(promised.map(({ id }) => id));
      for (const { device: id, format } of coverage) {
        const device = request.devices.find((one) => one.id === id);
        const output = formats.find((decision) => decision.format === format)?.output;
        expect(
          device && output && judge(device, playableFromOutput(output, request.info)).plays,
        ).toBe(true);
      }
    });
  });

  it('never enlarges a picture and only makes even sides', () => {
    forPlans((request) => {
      const { width = 0, height = 0 } = request.info.video ?? {};
      for (const { output } of outputsOf(request)) {
        if (output.video?.mode !== 'encode') continue;
        const { video } = output;
        expect(video.scaledWidth).toBeLessThanOrEqual(Math.max(2, width));
        expect(video.scaledHeight).toBeLessThanOrEqual(Math.max(2, height));
        expect(video.width).toBeLessThanOrEqual(video.scaledWidth);
        expect(video.height).toBeLessThanOrEqual(video.scaledHeight);
        for (const side of [video.width, video.height, video.scaledWidth, video.scaledHeight])
          expect(side % 2).toBe(0);
      }
    });
  });

  it('keeps the picture’s shape but for rounding', () => {
    forPlans((request) => {
      const track = request.info.video;
      for (const { output } of outputsOf(request)) {
        if (output.video?.mode !== 'encode' || track === null) continue;
        const { scaledWidth, scaledHeight } = output.video;
        const factor = Math.max(scaledWidth / track.width, scaledHeight / track.height);
        expect(Math.abs(scaledWidth - track.width * factor)).toBeLessThanOrEqual(
          2 + 2 * (track.width / track.height),
        );
        expect(Math.abs(scaledHeight - track.height * factor)).toBeLessThanOrEqual(
          2 + 2 * (track.height / track.width),
        );
      }
    });
  });

  it('never gives more bits than the format allows and the master can fill', () => {
    forPlans((request) => {
      for (const { output, decision } of outputsOf(request)) {
        const recipe = request.formats.find(({ id }) => id === output.formatId);
        if (output.video?.mode === 'encode') {
          const { video } = output;
          const given =
            video.rate.mode === 'bitrate'
              ? video.rate.bitrateBps
              : (video.rate.maxBitrateBps ?? Number.POSITIVE_INFINITY);
          const asked =
            recipe?.video?.rate.mode === 'bitrate'
              ? recipe.video.rate.bitrateBps
              : (recipe?.video?.rate.maxBitrateBps ?? Number.POSITIVE_INFINITY);
          const ceiling = ceilingFromMaster(request.info, {
            ...video,
            frameRate: decision.frameRate ?? 30,
          });
          expect(given).toBeLessThanOrEqual(Math.min(asked, ceiling ?? asked));
        }
        if (output.audio?.mode === 'encode' && output.audio.bitrateBps !== null) {
          const { codec, bitrateBps } = output.audio;
          const least = legalBitrateBps(codec, 0, output.audio);
          const ceiling = Math.max(least, soundCeilingFromMaster(request.info, codec));
          expect(bitrateBps).toBeLessThanOrEqual(
            Math.max(least, Math.min(ceiling, recipe?.audio?.bitrateBps ?? ceiling)),
          );
        }
      }
    });
  });

  it('keeps each encoded picture within its level, and the level within the format’s', () => {
    forPlans((request) => {
      for (const { output, decision } of outputsOf(request)) {
        if (output.video?.mode !== 'encode' || output.video.level === null) continue;
        const { codec, width, height, profile, level, rate } = output.video;
        const demand = {
          width,
          height,
          profile,
          frameRate: decision.frameRate,
          bitrateBps: peakBitrateBps(rate),
        };
        expect(lowestLevel(codec, demand)).toBe(level);
        const limit = request.formats.find(({ id }) => id === output.formatId)?.video?.level;
        if (limit) expect(compareLevels(codec, level, limit)).toBeLessThanOrEqual(0);
      }
    });
  });

  it('never plans more frames a second than the format allows', () => {
    forPlans((request) => {
      for (const { output, decision } of outputsOf(request)) {
        const limit = request.formats.find(({ id }) => id === output.formatId)?.video?.maxFrameRate;
        if (limit && decision.frameRate !== null)
          expect(decision.frameRate).toBeLessThanOrEqual(limit * 1.011);
      }
    });
  });

  it('only makes what containers and codecs hold', () => {
    forPlans((request) => {
      for (const { output } of outputsOf(request)) {
        const facts = containerFacts(output.container);
        if (output.video) expect(facts.video).toContain(output.video.codec);
        if (!output.audio) continue;
        expect(facts.audio).toContain(output.audio.codec);
        if (output.audio.mode === 'copy') continue;
        expect(
          takesSampleRate(output.audio.codec, output.container, output.audio.sampleRateHz),
        ).toBe(true);
        expect(output.audio.bitrateBps === null).toBe(AUDIO_CODECS[output.audio.codec].lossless);
        expect(output.audio.channels).toBeLessThanOrEqual(request.info.audio?.channels ?? 0);
      }
    });
  });

  it('is the same for the same request', () => {
    forPlans((request) =>
      expect(planMedia({ ...request, info: structuredClone(request.info) })).toEqual(
        planMedia(request),
      ),
    );
  });

  it('gives each decision a reason, and each reason a sentence for people', () => {
    forPlans((request) => {
      const { formats, coverage } = planMedia(request);
      for (const { reasons } of [...formats, ...coverage])
        expect(reasons.length).toBeGreaterThan(0);
      const all = [
        ...formats.flatMap(({ reasons }) => reasons),
        ...coverage.flatMap((device) => [
          ...device.reasons,
          ...device.master.reasons,
          ...device.renditions.flatMap(({ reasons }) => reasons),
        ]),
      ];
      for (const reason of all) {
        const sentence = explainReason(reason);
        expect(sentence).toMatch(/^[A-Z0-9“].*\.$/u);
        expect(sentence).not.toMatch(/undefined|NaN|Infinity|\{|_/);
      }
    });
  });

  it('puts every output into exactly one group', () => {
    forPlans((request) => {
      const { formats, groups } = planMedia(request);
      const made = formats.filter(({ output }) => output !== null).map(({ format }) => format);
      expect(groups.flat().toSorted()).toEqual(made.toSorted());
    });
  });

  it('copies nothing when encoding is forced', () => {
    forPlans((request) => {
      for (const { output } of outputsOf({ ...request, forceEncoding: true })) {
        expect(output.video?.mode).not.toBe('copy');
        expect(output.audio?.mode).not.toBe('copy');
      }
    });
  });
});
