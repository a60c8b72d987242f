/** Runs tasks one after the other, in the order of asking; a failed one does not stop those behind it. */
export type Serial = <T>(task: () => Promise<T> | T) => Promise<T>;

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => undefined);
    return run;
  };
}
