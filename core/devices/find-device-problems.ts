import { maxChannelsOf } from '../codecs/audio-limits.ts';
import { AUDIO_CODECS, VIDEO_CODECS } from '../codecs/codecs.ts';
import { type Container, containerFacts } from '../codecs/containers.ts';
import { levelsOf, parseLevel } from '../codecs/levels.ts';
import { plainProfiles } from '../codecs/profiles.ts';
import { type FormatProblem, fault, hint, schemaProblems } from '../formats/format-problem.ts';
import { type DeviceAudio, type DeviceVideo, deviceSchema } from '../model/device.ts';

/** All that is wrong with a device profile, by field. */
export function findDeviceProblems(input: unknown): readonly FormatProblem[] {
  const parsed = deviceSchema.safeParse(input);
  if (!parsed.success) return schemaProblems(parsed.error);
  const { video, audio } = parsed.data;
  if (video.length === 0 && audio.length === 0)
    return [fault('video', 'plays-nothing', 'A device must play something: add video or audio.')];
  return [
    ...video.flatMap((entry, index) => videoProblems(`video.${index}`, entry)),
    ...audio.flatMap((entry, index) => [
      ...holdingProblems(`audio.${index}`, entry.containers, (container) =>
        containerFacts(container).audio.includes(entry.codec),
      ),
      ...channelProblems(`audio.${index}`, entry),
    ]),
  ];
}

function videoProblems(field: string, entry: DeviceVideo): readonly FormatProblem[] {
  const { codec, containers, maxLongSide, maxShortSide, audio } = entry;
  const swapped = maxLongSide !== null && maxShortSide !== null && maxShortSide > maxLongSide;
  return [
    ...holdingProblems(field, containers, (container) =>
      containerFacts(container).video.includes(codec),
    ),
    ...profileProblems(field, entry),
    ...levelProblems(field, entry),
    ...(swapped
      ? [
          fault(
            `${field}.maxShortSide`,
            'sides-swapped',
            'The shorter side cannot be larger than the longer one.',
          ),
        ]
      : []),
    ...audio.flatMap((way, index) => [
      ...soundProblems(`${field}.audio.${index}`, way, containers),
      ...channelProblems(`${field}.audio.${index}`, way),
    ]),
  ];
}

function holdingProblems(
  field: string,
  containers: readonly Container[],
  holds: (container: Container) => boolean,
): readonly FormatProblem[] {
  if (containers.length === 0)
    return [fault(`${field}.containers`, 'plays-nothing', 'Choose at least one container.')];
  return containers.flatMap((container, index) =>
    holds(container)
      ? []
      : [
          fault(
            `${field}.containers.${index}`,
            'container-cannot-hold',
            `${containerFacts(container).name} cannot hold this codec.`,
          ),
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
          fault(
            `${field}.profiles.${index}`,
            'profile-unknown',
            `AVlogue makes no “${profile}” of ${VIDEO_CODECS[codec].name}. Known: ${known.join(', ') || 'none'}.`,
          ),
        ],
  );
}

function levelProblems(field: string, { codec, maxLevel }: DeviceVideo): readonly FormatProblem[] {
  if (maxLevel === null || parseLevel(codec, maxLevel) !== null) return [];
  const levels = levelsOf(codec).join(', ') || 'none';
  return [
    fault(
      `${field}.maxLevel`,
      'level-unknown',
      `${VIDEO_CODECS[codec].name} has no level “${maxLevel}”. Known: ${levels}.`,
    ),
  ];
}

function soundProblems(
  field: string,
  { codec }: DeviceAudio,
  containers: readonly Container[],
): readonly FormatProblem[] {
  if (containers.some((container) => containerFacts(container).audio.includes(codec))) return [];
  return [
    fault(
      `${field}.codec`,
      'container-cannot-hold',
      `None of the containers can hold ${AUDIO_CODECS[codec].name}.`,
    ),
  ];
}

function channelProblems(field: string, { codec, maxChannels }: DeviceAudio) {
  const most = maxChannelsOf(codec);
  if (maxChannels <= most) return [];
  const { name } = AUDIO_CODECS[codec];
  return [
    hint(`${field}.maxChannels`, 'too-many-channels', `${name} never has more than ${most}.`),
  ];
}
