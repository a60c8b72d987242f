import { execFile } from 'node:child_process';
import { appendFile, copyFile, utimes } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Made with the system's FFmpeg: a real file of one second that anything can read. */
export interface TinyMedia {
  readonly sizes?: string;
  readonly seconds?: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** SubRip text that becomes a track of the file, in German. */
  readonly subtitleFile?: string;
}

export async function makeTinyVideo(path: string, wishes: TinyMedia = {}): Promise<void> {
  const { sizes = '160x90', seconds = 1, tags = {}, subtitleFile } = wishes;
  const subtitles = subtitleFile === undefined ? [] : ['-i', subtitleFile];
  await run('ffmpeg', [
    ...['-v', 'error', '-y'],
    ...['-f', 'lavfi', '-i', `testsrc=s=${sizes}:r=10:d=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=d=${seconds}`],
    ...subtitles,
    ...['-map', '0', '-map', '1', ...(subtitles.length > 0 ? ['-map', '2'] : [])],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...(subtitles.length > 0 ? ['-c:s', 'mov_text', '-metadata:s:s:0', 'language=ger'] : []),
    ...Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    ...['-f', 'mp4', path],
  ]);
  await age(path);
}

export async function makeTinyAudio(path: string, wishes: TinyMedia = {}): Promise<void> {
  const { seconds = 1, tags = {} } = wishes;
  await run('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', `sine=d=${seconds}`],
    ...Object.entries(tags).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    ...['-f', 'mp3', path],
  ]);
  await age(path);
}

/** Another content that plays the same: MP4 and MP3 readers pass over what they do not know at the end. */
export async function copyAsOther(from: string, to: string, mark: string): Promise<void> {
  await copyFile(from, to);
  const box = Buffer.alloc(8 + Buffer.byteLength(mark));
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  box.write(mark, 8);
  await appendFile(to, box);
  await age(to);
}

/** As if written a minute ago, so that no one waits for it to settle. */
export async function age(path: string, seconds = 60): Promise<void> {
  const then = Date.now() / 1000 - seconds;
  await utimes(path, then, then);
}
