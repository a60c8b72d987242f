import { readFile, writeFile } from 'node:fs/promises';
import { runToolOrThrow } from './run-tool.ts';

const QUIET = ['-hide_banner', '-loglevel', 'error', '-y'];
const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const AAC = ['-c:a', 'aac', '-b:a', '96k'];

const picture = (size: string, rate = '25', seconds = 1) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=${rate}:d=${seconds}`,
];
const tone = (seconds = 1, channels = 'stereo', rate = 48_000) => [
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=440:duration=${seconds}:sample_rate=${rate},aformat=channel_layouts=${channels}`,
];

/** Recipes for one-second masters of every awkward kind, as FFmpeg arguments before the target. */
export const MASTERS = {
  'plain.mp4': [...picture('320x180'), ...tone(), ...X264, ...AAC],
  'portrait-rotated.mp4': [...picture('320x180'), ...tone(), ...X264, ...AAC],
  'anamorphic.mp4': [...picture('180x144'), ...tone(), '-vf', 'setsar=64/45', ...X264, ...AAC],
  'odd.mkv': [...picture('322x182'), '-vf', 'format=yuv444p,scale=321:181', '-c:v', 'ffv1'],
  'interlaced.mpg': [
    ...picture('352x288', '50'),
    ...tone(),
    '-vf',
    'tinterlace=mode=interleave_top,fieldorder=tff',
    '-c:v',
    'mpeg2video',
    '-flags',
    '+ildct+ilme',
    '-b:v',
    '2M',
    '-c:a',
    'mp2',
    '-f',
    'vob',
  ],
  'uneven.mp4': [
    ...picture('320x180', '30', 2),
    ...tone(2),
    '-vf',
    "select='not(mod(n,3))+gt(n,35)'",
    ...X264,
    ...AAC,
  ],
  'still-screen.mp4': [
    ...picture('320x180', '30', 2),
    ...tone(2),
    '-vf',
    "select='lt(n,15)+not(mod(n,12))'",
    ...X264,
    ...AAC,
  ],
  'ten-bit.mkv': [
    ...picture('320x180'),
    ...tone(),
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=error',
    '-pix_fmt',
    'yuv420p10le',
    ...AAC,
  ],
  'hdr.mkv': [
    ...picture('320x180'),
    '-vf',
    'format=yuv420p10le,setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc',
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc',
    '-color_primaries',
    'bt2020',
    '-color_trc',
    'smpte2084',
    '-colorspace',
    'bt2020nc',
  ],
  /** Reference white of BT.2408: 203 nits are 58 % of the PQ signal. */
  'hdr-grey.mkv': [
    '-f',
    'lavfi',
    '-i',
    'color=gray:s=160x90:r=25:d=0.4,format=yuv420p10le,lutyuv=y=573:u=512:v=512',
    '-vf',
    'setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv',
    '-c:v',
    'libx265',
    '-preset',
    'ultrafast',
    '-x265-params',
    'log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc',
    '-color_primaries',
    'bt2020',
    '-color_trc',
    'smpte2084',
    '-colorspace',
    'bt2020nc',
  ],
  'surround.mkv': [...picture('320x180'), ...tone(1, '5.1'), ...X264, '-c:a', 'ac3'],
  'mute.mp4': [...picture('320x180'), ...X264],
  'slow.mp4': [...picture('320x180', '25/2', 2), ...tone(2), ...X264, ...AAC],
  'full-range.avi': [
    ...picture('320x180'),
    ...tone(),
    '-c:v',
    'mjpeg',
    '-q:v',
    '3',
    '-c:a',
    'pcm_s16le',
  ],
  'screen.mkv': [...picture('320x180'), '-c:v', 'ffv1', '-pix_fmt', 'bgr0', '-c:a', 'flac'],
  'ntsc.mov': [
    ...picture('320x180', '30000/1001'),
    ...tone(1, 'mono', 44_100),
    ...X264,
    '-c:a',
    'pcm_s16le',
  ],
  'sound.wav': [...tone(1, 'stereo', 44_100), '-c:a', 'pcm_s16le'],
  'surround.flac': [...tone(1, '5.1', 96_000), '-c:a', 'flac'],
} as const satisfies Record<string, readonly string[]>;

export type MasterName = keyof typeof MASTERS;

/** Makes one master in a folder. @returns its path */
export async function makeMaster(name: MasterName, path: string): Promise<string> {
  // Matroska takes uneven frames from every FFmpeg, without options that each spells in its own way
  const isUneven = name === 'uneven.mp4' || name === 'still-screen.mp4';
  const first = isUneven ? `${path}.mkv` : path;
  await runToolOrThrow('ffmpeg', [...QUIET, ...MASTERS[name], '-t', '2', first]);
  if (first !== path) await runToolOrThrow('ffmpeg', [...QUIET, '-i', first, '-c', 'copy', path]);
  if (name === 'portrait-rotated.mp4') await turnPicture(path, 270);
  return path;
}

/** ISO 14496-12, 8.3.2: fields of `tkhd` before its matrix, from its type on. */
const BEFORE_MATRIX = 44;
const ONE = 0x10000;
const MATRICES = {
  90: [0, ONE, 0, -ONE, 0, 0],
  270: [0, -ONE, 0, ONE, 0, 0],
} as const;

/** Writes the display matrix of the first track as a phone does, which each FFmpeg would do by other options. */
export async function turnPicture(path: string, clockwiseDegrees: 90 | 270): Promise<void> {
  const bytes = await readFile(path);
  const matrix = bytes.indexOf('tkhd') + BEFORE_MATRIX;
  MATRICES[clockwiseDegrees].forEach((value, index) => {
    bytes.writeInt32BE(value, matrix + index * 4);
  });
  await writeFile(path, bytes);
}

/** Sound with a cover and tags. */
export async function makeCoveredSound(path: string, codec = 'libmp3lame'): Promise<string> {
  await runToolOrThrow('ffmpeg', [
    ...QUIET,
    ...tone(1, 'stereo', 44_100),
    ...picture('200x200'),
    '-map',
    '0',
    '-map',
    '1',
    '-frames:v',
    '1',
    '-c:v',
    'mjpeg',
    '-c:a',
    codec,
    '-b:a',
    '192k',
    '-metadata',
    'title=A “title” with = and spaces',
    '-metadata',
    'artist=Someone',
    '-metadata',
    'location=+52.5200+013.4050/',
    '-disposition:v:0',
    'attached_pic',
    path,
  ]);
  return path;
}
