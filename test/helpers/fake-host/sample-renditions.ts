import type { MediaRow } from '../../../core/catalog/query.ts';
import type { MediaDetail } from '../../../core/contract/media.ts';
import type { FormatDecision, Plan } from '../../../core/model/plan.ts';

type RenditionDetail = MediaDetail['renditions'][number];

/** What conversion would have made of a plan, with sizes a little below the plan's ceilings. */
export function sampleRenditions(row: MediaRow, plan: Plan): readonly RenditionDetail[] {
  return plan.formats.flatMap((decision) => {
    const rendition = sampleRendition(row, decision);
    return rendition === null ? [] : [rendition];
  });
}

function sampleRendition(row: MediaRow, decision: FormatDecision): RenditionDetail | null {
  const { output, width, height } = decision;
  if (output === null) return null;
  const bitrateBps = Math.round((decision.bitrateBps ?? 800_000) * 0.62);
  const videoCodec = output.video?.codec;
  const level = output.video?.mode === 'encode' ? output.video.level : null;
  const profile = output.video?.mode === 'encode' ? output.video.profile : null;
  return {
    id: `${row.id}.${output.formatId}`,
    formatId: output.formatId,
    formatName: output.formatName,
    recipeFingerprint: output.fingerprint,
    masterSha256: 'a'.repeat(64),
    decision: output.decision,
    file: `renditions/${row.id}/${output.formatId}.${output.container}`,
    container: output.container,
    mimeType: row.kind === 'video' ? 'video/mp4; codecs="avc1.64001f, mp4a.40.2"' : 'audio/mpeg',
    codecStrings: row.kind === 'video' ? ['avc1.64001f', 'mp4a.40.2'] : [],
    durationSeconds: row.durationSeconds,
    sizeBytes: Math.round((bitrateBps * row.durationSeconds) / 8),
    bitrateBps,
    video:
      videoCodec === undefined || width === null || height === null
        ? null
        : { codec: videoCodec, profile, level, width, height, frameRate: 30, bitDepth: 8 },
    audio:
      output.audio === null
        ? null
        : { codec: output.audio.codec, channels: 2, sampleRateHz: 48_000, bitrateBps: 128_000 },
    fastStart: true,
    createdAtMs: row.createdAtMs,
    url: `/files/rendition/${row.id}/${row.id}.${output.formatId}`,
    outdated: row.status === 'outdated',
  };
}
