import { type Envelope, envelop } from '../core/errors/app-error.ts';
import type { ConvertAnswer, ConvertTask } from '../core/work/tasks.ts';
import { type Delivered, withControl } from './control.ts';
import { convertMaster } from './convert-master.ts';

export default function convert(task: Delivered<ConvertTask>): Promise<Envelope<ConvertAnswer>> {
  return envelop(() => withControl(task.port, (control) => convertMaster(task, control)));
}
