import { AppError, type Envelope, envelop } from '../core/errors/app-error.ts';
import { buildImageAttempts, type ImageAttempt } from '../core/ffmpeg/build-image-arguments.ts';
import { readJpegSize } from '../core/work/read-jpeg-size.ts';
import type { ImageTask, MadeImage } from '../core/work/tasks.ts';
import { type Control, type Delivered, withControl } from './control.ts';
import { runToFile } from './run-to-file.ts';

export default function image(task: Delivered<ImageTask>): Promise<Envelope<MadeImage>> {
  return envelop(() => withControl(task.port, (control) => makeImage(task, control)));
}

/** Tries one way to a picture after the other; the first that gives one is taken. */
async function makeImage(task: ImageTask, control: Control): Promise<MadeImage> {
  const attempts = buildImageAttempts({
    ...task,
    target: task.temporaryPath,
    capabilities: task.tools.capabilities,
  });
  let failure: AppError | null = null;
  for (const attempt of attempts) {
    try {
      const made = await tryAttempt(attempt, task, control);
      if (made !== null) return made;
    } catch (error) {
      control.signal.throwIfAborted();
      if (!(error instanceof AppError) || !WORTH_ANOTHER_TRY.has(error.code)) throw error;
      failure = error;
    }
  }
  throw failure ?? withoutPicture(task);
}

/** Other failures (a full disk, a vanished master) meet every attempt. */
const WORTH_ANOTHER_TRY = new Set<AppError['code']>([
  'conversion/ffmpeg-failed',
  'conversion/stalled',
  'import/undecodable',
  'import/not-media',
  'import/truncated',
]);

async function tryAttempt(
  { argv, source, atSeconds }: ImageAttempt,
  task: ImageTask,
  control: Control,
): Promise<MadeImage | null> {
  const { bytes } = await runToFile('image', argv, task, control);
  const size = readJpegSize(bytes);
  return size === null ? null : { ...size, source, atSeconds, sizeBytes: bytes.length };
}

function withoutPicture({ masterPath }: ImageTask): AppError {
  return new AppError(
    'conversion/ffmpeg-failed',
    `No picture could be taken from ${masterPath}. Choose another position, or a picture of your own.`,
    { details: { path: masterPath } },
  );
}
