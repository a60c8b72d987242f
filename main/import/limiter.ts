/** Runs at most so many tasks at once, the others in the order of asking. */
export interface Limiter {
  run<T>(task: () => Promise<T>): Promise<T>;
}

export function createLimiter(limit: number): Limiter {
  const waiting = createLine<() => void>();
  let running = 0;

  async function enter(): Promise<void> {
    if (running < limit) running += 1;
    else await new Promise<void>((resolve) => waiting.add(resolve));
  }

  /** Hands the place over instead of freeing it, so that none can be taken in between. */
  function leave(): void {
    const next = waiting.take();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async run(task) {
      await enter();
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}

/** First in, first out. Taking from the front of an array moves all the others, of which a library has many. */
function createLine<T>(): { add(one: T): void; take(): T | undefined } {
  let line: T[] = [];
  let head = 0;
  return {
    add: (one) => void line.push(one),
    take() {
      const first = line[head];
      head += 1;
      if (head * 2 > line.length) {
        line = line.slice(head);
        head = 0;
      }
      return first;
    },
  };
}
