import { maxChannelsOf } from '../codecs/audio-limits.ts';
import { AUDIO_CODECS, VIDEO_CODECS } from '../codecs/codecs.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import { levelsOf, parseLevel } from '../codecs/levels.ts';
import { plainProfiles } from '../codecs/profiles.ts';
import { type FormatProblem, fault, hint } from '../formats/format-problem.ts';
import { schemaProblems } from '../formats/schema-problems.ts';
import { type DeviceAudio, type DeviceVideo, deviceSchema } from '../model/device.ts';

/** All that is wrong with a device profile, by field. */
export function findDeviceProblems(input: unknown): readonly FormatProblem[] {
  const parsed = deviceSchema.safeParse(input);
  if (!parsed.success) return schemaProblems(parsed.error);
  const { video, audio } = parsed.data;
  if (video.length === 0 && audio.length === 0) return [fault('video', 'plays-nothing')];
  return [
    ...video.flatMap((entry, index) => videoProblems(`video.${index}`, entry)),
    ...audio.flatMap((entry, index) => [
      ...holdingProblems(`audio.${index}`, entry.containers, {
        codec: AUDIO_CODECS[entry.codec].name,
        holds: (container) => containerFacts(container).audio.includes(entry.codec),
      }),
      ...channelProblems(`audio.${index}`, entry),
    ]),
  ];
}

function videoProblems(field: string, entry: DeviceVideo): readonly FormatProblem[] {
  const { codec, containers, maxLongSide, maxShortSide, audio } = entry;
  const swapped = maxLongSide !== null && maxShortSide !== null && maxShortSide > maxLongSide;
  return [
    ...holdingProblems(field, containers, {
      codec: VIDEO_CODECS[codec].name,
      holds: (container) => containerFacts(container).video.includes(codec),
    }),
    ...profileProblems(field, entry),
    ...levelProblems(field, entry),
    ...(swapped ? [fault(`${field}.maxShortSide`, 'sides-swapped')] : []),
    ...audio.flatMap((way, index) => [
      ...soundProblems(`${field}.audio.${index}`, way, containers),
      ...channelProblems(`${field}.audio.${index}`, way),
    ]),
  ];
}

interface Held {
  /** By its name for people. */
  readonly codec: string;
  readonly holds: (container: Container) => boolean;
}

function holdingProblems(
  field: string,
  containers: readonly Container[],
  { codec, holds }: Held,
): readonly FormatProblem[] {
  if (containers.length === 0) return [fault(`${field}.containers`, 'container-missing')];
  return containers.flatMap((container, index) =>
    holds(container)
      ? []
      : [
          fault(`${field}.containers.${index}`, 'container-cannot-hold', {
            container: containerFacts(container).name,
            codec,
          }),
        ],
  );
}

function profileProblems(
  field: string,
  { codec, profiles }: DeviceVideo,
): readonly FormatProblem[] {
  const known = plainProfiles(codec);
  return profiles.flatMap((profile, index) =>
    known.includes(profile)
      ? []
      : [
          fault(`${field}.profiles.${index}`, 'profile-unknown', {
            codec: VIDEO_CODECS[codec].name,
            profile,
            known: known.join(', '),
          }),
        ],
  );
}

function levelProblems(field: string, { codec, maxLevel }: DeviceVideo): readonly FormatProblem[] {
  if (maxLevel === null || parseLevel(codec, maxLevel) !== null) return [];
  return [
    fault(`${field}.maxLevel`, 'level-unknown', {
      codec: VIDEO_CODECS[codec].name,
      level: maxLevel,
      known: levelsOf(codec).join(', '),
    }),
  ];
}

function soundProblems(
  field: string,
  { codec }: DeviceAudio,
  containers: readonly Container[],
): readonly FormatProblem[] {
  if (containers.some((container) => containerFacts(container).audio.includes(codec))) return [];
  return [fault(`${field}.codec`, 'container-cannot-hold', { codec: AUDIO_CODECS[codec].name })];
}

function channelProblems(field: string, { codec, maxChannels }: DeviceAudio) {
  const most = maxChannelsOf(codec);
  if (maxChannels <= most) return [];
  const facts = { codec: AUDIO_CODECS[codec].name, most };
  return [hint(`${field}.maxChannels`, 'too-many-channels', facts)];
}
