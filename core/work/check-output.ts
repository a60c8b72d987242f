import { type Container, containerFacts } from '../codecs/containers.ts';
import { parseLogLine } from '../ffmpeg/parse-log-line.ts';
import type { MediaInfo } from '../model/media-info.ts';
import type { Output } from '../model/plan.ts';

export interface OutputCheck {
  readonly output: Output;
  /** Of the master. */
  readonly master: MediaInfo;
  /** Of the file that was written. */
  readonly found: MediaInfo;
  /** How far FFmpeg says it came; null: it did not say. */
  readonly writtenSeconds: number | null;
  readonly lines: readonly string[];
}

/** Frames and sound packets are cut at different places, so lengths agree to half a second or a hundredth. */
const TOLERANCE_SECONDS = 0.5;
const TOLERANCE_SHARE = 0.01;

/** FFmpeg's demuxer for what its muxer wrote, where the names differ. */
const DEMUXERS: Partial<Record<Container, string>> = {
  m4a: 'mp4',
  '3gp': 'mp4',
  mkv: 'matroska',
  webm: 'matroska',
  ogv: 'ogg',
  opus: 'ogg',
};

/** What in a finished file is not as planned, in words; empty: all is as it must be. */
export function findDeviations(check: OutputCheck): readonly string[] {
  return [
    ...containerDeviations(check),
    ...videoDeviations(check),
    ...audioDeviations(check),
    ...durationDeviations(check),
    ...indexDeviations(check),
  ];
}

function containerDeviations({ output, found }: OutputCheck): readonly string[] {
  const demuxer = DEMUXERS[output.container] ?? output.container;
  return found.formatName.split(',').includes(demuxer)
    ? []
    : [`the container is ${found.formatName}, not ${containerFacts(output.container).name}`];
}

function videoDeviations({ output, found }: OutputCheck): readonly string[] {
  const planned = output.video;
  if (planned === null)
    return found.video === null ? [] : ['there is a picture that nobody planned'];
  if (found.video === null) return ['the picture is missing'];
  const { codec, width, height } = found.video;
  if (codec !== planned.codec) return [`the picture is ${codec}, not ${planned.codec}`];
  if (planned.mode === 'copy') return [];
  return width === planned.width && height === planned.height
    ? []
    : [`the picture is ${width}×${height}, not ${planned.width}×${planned.height}`];
}

function audioDeviations({ output, master, found }: OutputCheck): readonly string[] {
  const planned = master.audio === null ? null : output.audio;
  if (planned === null) return found.audio === null ? [] : ['there is sound that nobody planned'];
  if (found.audio === null) return ['the sound is missing'];
  const { codec, channels } = found.audio;
  if (codec !== planned.codec) return [`the sound is ${codec}, not ${planned.codec}`];
  if (planned.mode === 'copy') return [];
  return channels === planned.channels
    ? []
    : [`the sound has ${channels} channels, not ${planned.channels}`];
}

/**
 * Usually the master's length. Another one is right where the master's own is a guess (an MP3 without an index) or
 * is that of a track left out; then the file must be as long as FFmpeg says, and the master without damage.
 */
function durationDeviations(check: OutputCheck): readonly string[] {
  const { master, found, lines } = check;
  const seconds = found.durationSeconds;
  if (seconds === 0 && master.durationSeconds > TOLERANCE_SECONDS) return ['it has no length'];
  if (agree(seconds, master.durationSeconds)) return [];
  if (isAsWritten(check) && !tellsOfDamage(lines)) return [];
  return [`it lasts ${seconds.toFixed(2)} s, the master ${master.durationSeconds.toFixed(2)} s`];
}

/**
 * The file is too short since the master itself ends early, by FFmpeg's own words: all that could be read of it was
 * written. Nothing of ours is at fault, and trying again makes the same.
 */
export function masterEndsEarly(check: OutputCheck): boolean {
  const seconds = check.found.durationSeconds;
  const isShort = seconds < check.master.durationSeconds;
  const agrees = agree(seconds, check.master.durationSeconds);
  return isShort && !agrees && isAsWritten(check) && tellsOfDamage(check.lines);
}

function isAsWritten({ found, writtenSeconds }: OutputCheck): boolean {
  return writtenSeconds === null || agree(found.durationSeconds, writtenSeconds);
}

function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(TOLERANCE_SECONDS, Math.max(a, b) * TOLERANCE_SHARE);
}

const DAMAGE =
  /partial file|invalid data|corrupt|truncat|premature|end of file|input\/output error|error while decoding|error submitting/i;

function tellsOfDamage(lines: readonly string[]): boolean {
  return lines.map(parseLogLine).some(({ level, text }) => level !== 'info' && DAMAGE.test(text));
}

function indexDeviations({ output, found }: OutputCheck): readonly string[] {
  const { fastStart } = containerFacts(output.container);
  return fastStart && found.fastStart !== true ? ['its index (moov) is not at the front'] : [];
}
