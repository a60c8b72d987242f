/**
 * Files which are looked at in folders. Others are passed over in silence; a file that is named is always tried.
 * After the extensions of FFmpeg's demuxers that cameras, phones, recorders and editors write.
 */
export const MEDIA_EXTENSIONS: ReadonlySet<string> = new Set([
  // video
  ...['3g2', '3gp', 'amv', 'asf', 'avi', 'divx', 'dv', 'f4v', 'flv', 'h264', 'h265', 'hevc', 'ivf'],
  ...[
    'm1v',
    'm2t',
    'm2ts',
    'm2v',
    'm4v',
    'mj2',
    'mjpeg',
    'mkv',
    'mod',
    'mov',
    'mp4',
    'mpe',
    'mpeg',
  ],
  ...[
    'mpg',
    'mpv',
    'mts',
    'mxf',
    'nut',
    'obu',
    'ogm',
    'ogv',
    'qt',
    'rm',
    'rmvb',
    'tod',
    'ts',
    'vob',
  ],
  ...['webm', 'wmv', 'y4m'],
  // audio
  ...['aac', 'ac3', 'aif', 'aifc', 'aiff', 'amr', 'ape', 'au', 'caf', 'dsf', 'dts', 'eac3', 'flac'],
  ...[
    'm4a',
    'm4b',
    'mka',
    'mp2',
    'mp3',
    'mpc',
    'oga',
    'ogg',
    'opus',
    'ra',
    'snd',
    'spx',
    'tta',
    'w64',
  ],
  ...['wav', 'weba', 'wma', 'wv'],
]);

/** Captions beside a master of the same base name. */
export const CAPTION_EXTENSIONS: ReadonlySet<string> = new Set(['vtt', 'srt']);

/** In lower case and without the dot; empty when the name has none. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0 ? '' : fileName.slice(dot + 1).toLowerCase();
}

export function isMediaFileName(fileName: string): boolean {
  return !isHiddenName(fileName) && MEDIA_EXTENSIONS.has(extensionOf(fileName));
}

/** Hidden by the custom of Unix, or kept by a system or another program for itself. */
export function isHiddenName(fileName: string): boolean {
  return fileName.startsWith('.') || fileName.startsWith('~$') || SYSTEM_FOLDERS.has(fileName);
}

const SYSTEM_FOLDERS: ReadonlySet<string> = new Set([
  '$RECYCLE.BIN',
  'System Volume Information',
  'lost+found',
  '@eaDir',
  '#recycle',
]);
