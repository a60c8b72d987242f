import { Interrupted } from './failure.ts';

/**
 * Waits for `work`, but not beyond Ctrl-C: then it throws `Interrupted` at once. The engine lets such work go on
 * when its caller leaves; here it ends with the engine.
 */
export async function untilInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const left = Promise.withResolvers<never>();
  const leave = (): void => left.reject(new Interrupted());
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([work, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
