import { type Envelope, envelop } from '../core/errors/app-error.ts';
import type { MediaInfo } from '../core/model/media-info.ts';
import type { ProbeTask } from '../core/work/tasks.ts';
import { type Delivered, withControl } from './control.ts';
import { probeFile } from './probe-file.ts';

export default function probe(task: Delivered<ProbeTask>): Promise<Envelope<MediaInfo>> {
  return envelop(() => withControl(task.port, ({ signal }) => probeFile(task, signal)));
}
