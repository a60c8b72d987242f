import { type Envelope, envelop } from '../core/errors/app-error.ts';
import type { Inspected, ProbeTask } from '../core/work/tasks.ts';
import { type Delivered, withControl } from './control.ts';
import { hashFile } from './hash-file.ts';
import { probeFile } from './probe-file.ts';

export default function inspect(task: Delivered<ProbeTask>): Promise<Envelope<Inspected>> {
  return envelop(() => withControl(task.port, ({ signal }) => inspectFile(task, signal)));
}

/** ffprobe works in its own process while this thread hashes; the first failure ends both. */
async function inspectFile(task: ProbeTask, signal: AbortSignal): Promise<Inspected> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const probing = probeFile(task, either);
  const hashing = hashFile(task.path, either);
  try {
    const [info, sha256] = await Promise.all([probing, hashing]);
    return { info, sha256 };
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled([probing, hashing]);
    throw error;
  }
}
