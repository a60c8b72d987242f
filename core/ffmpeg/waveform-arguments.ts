import { buildInput } from './input-arguments.ts';

const SIZE = '1280x320';
const COLOR = '0x4c6ef5';
const BACKGROUND = '0xf1f3f5';

/** Longer sound is sampled: this many pieces of this length, evenly spread, so that hours take no longer than minutes. */
const PIECES = 40;
const PIECE_SECONDS = 12;

/** Inputs and filters for a picture of the sound's loudness over its whole length. */
export function buildWaveformArguments(
  masterPath: string,
  audioIndex: number,
  durationSeconds: number,
): readonly string[] {
  const isLong = durationSeconds > PIECES * PIECE_SECONDS * 1.5;
  const starts = isLong
    ? Array.from({ length: PIECES }, (_, piece) => Math.floor((durationSeconds * piece) / PIECES))
    : [];
  const inputs = isLong
    ? starts.flatMap((start) =>
        buildInput(masterPath, ['-ss', String(start), '-t', String(PIECE_SECONDS)]),
      )
    : buildInput(masterPath);
  const sound = isLong ? joinedSound(starts.length, audioIndex) : `[0:${audioIndex}]`;
  return [...inputs, '-filter_complex', `${sound}${picture()}`, '-map', '[picture]'];
}

function joinedSound(pieces: number, audioIndex: number): string {
  const labels = Array.from({ length: pieces }, (_, piece) => `[${piece}:${audioIndex}]`).join('');
  return `${labels}concat=n=${pieces}:v=0:a=1[sound];[sound]`;
}

/** Loudness counts as a square root, so that speech shows beside music; transparent parts get a light ground. */
function picture(): string {
  return [
    `aformat=channel_layouts=mono,showwavespic=s=${SIZE}:colors=${COLOR}:scale=sqrt[wave]`,
    `color=c=${BACKGROUND}:s=${SIZE}[ground]`,
    '[ground][wave]overlay=shortest=1:format=rgb,scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p[picture]',
  ].join(';');
}
