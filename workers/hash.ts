import { type Envelope, envelop } from '../core/errors/app-error.ts';
import type { HashTask } from '../core/work/tasks.ts';
import { type Delivered, withControl } from './control.ts';
import { hashFile } from './hash-file.ts';

export default function hash(task: Delivered<HashTask>): Promise<Envelope<string>> {
  return envelop(() => withControl(task.port, ({ signal }) => hashFile(task.path, signal)));
}
