import { AUDIO_CODECS, VIDEO_CODECS } from '../../core/codecs/codecs.ts';
import { containerFacts } from '../../core/codecs/containers.ts';
import { buildConversionArguments } from '../../core/ffmpeg/build-conversion-arguments.ts';
import { writeCommand } from '../../core/ffmpeg/write-command.ts';
import type { Format } from '../../core/model/format.ts';
import { outputsOf } from '../../core/planning/outstanding-outputs.ts';
import { planMedia } from '../../core/planning/plan-media.ts';
import { sampleMaster } from './sample-master.ts';

const ALL_ENCODERS: readonly string[] = [
  ...Object.values(VIDEO_CODECS),
  ...Object.values(AUDIO_CODECS),
].flatMap(({ encoders }): readonly string[] => encoders);

/**
 * The FFmpeg command that a format means for a large master, for people who know FFmpeg; null when nothing
 * comes of it. With the encoders at hand, else with those it would need.
 */
export function formatCommand(format: Format, encoders: ReadonlySet<string>): string | null {
  return commandWith(format, encoders) ?? commandWith(format, new Set(ALL_ENCODERS));
}

function commandWith(format: Format, encoders: ReadonlySet<string>): string | null {
  const info = sampleMaster(format.kind);
  const plan = planMedia({
    info,
    kind: format.kind,
    formats: [format],
    requestedFormatIds: [format.id],
    devices: [],
    encoders,
    forceEncoding: true,
  });
  const [output] = outputsOf(plan);
  if (output === undefined) return null;
  const { extension } = containerFacts(format.container);
  const argv = buildConversionArguments({
    masterPath: 'MASTER.mov',
    info,
    outputs: [{ output, path: `${format.id}.${extension}` }],
    encoderThreads: 0,
    capabilities: { filters: new Set() },
  });
  return writeCommand('ffmpeg', argv);
}
