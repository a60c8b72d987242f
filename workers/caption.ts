import { type Envelope, envelop } from '../core/errors/app-error.ts';
import { buildCaptionArguments } from '../core/ffmpeg/build-caption-arguments.ts';
import type { CaptionTask } from '../core/work/tasks.ts';
import { type Control, type Delivered, withControl } from './control.ts';
import { runToFile } from './run-to-file.ts';

export default function caption(task: Delivered<CaptionTask>): Promise<Envelope<number>> {
  return envelop(() => withControl(task.port, (control) => extractCaption(task, control)));
}

async function extractCaption(task: CaptionTask, control: Control): Promise<number> {
  const argv = buildCaptionArguments({ ...task, target: task.temporaryPath });
  const { bytes } = await runToFile('caption', argv, task, control);
  return bytes.length;
}
