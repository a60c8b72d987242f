import { AppError } from '../../core/errors/app-error.ts';
import type { Session } from '../session.ts';

/** A paused queue would let the command wait for ever. */
export async function refusePaused({ client }: Pick<Session, 'client'>): Promise<void> {
  if (!(await client.jobs.state()).paused) return;
  throw new AppError(
    'input/invalid',
    'The queue is paused: nothing would be converted. `avlogue queue resume` lets it go on.',
  );
}
