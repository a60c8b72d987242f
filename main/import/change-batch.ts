/** Changes that come in a burst, as one batch. */
export interface ChangeBatch {
  /** The file is there; takes back that it is gone. */
  add(path: string): void;
  /** The file is gone; takes back that it is there. */
  remove(path: string): void;
  /** Gives out at once what has gathered. */
  flush(): void;
  stop(): void;
}

export interface Changes {
  readonly there: readonly string[];
  readonly gone: readonly string[];
}

export interface BatchTimes {
  /** Without a further change for so long, the batch is given out. */
  readonly quietMs: number;
  /** However busy it is, no change waits longer. */
  readonly limitMs: number;
}

export const DEFAULT_BATCH_TIMES: BatchTimes = { quietMs: 300, limitMs: 2_000 };

export function createChangeBatch(
  onChanges: (changes: Changes) => void,
  { quietMs, limitMs }: BatchTimes,
): ChangeBatch {
  const states = new Map<string, 'there' | 'gone'>();
  let quiet: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  let stopped = false;

  function note(path: string, state: 'there' | 'gone'): void {
    if (stopped) return;
    states.set(path, state);
    clearTimeout(quiet);
    quiet = setTimeout(flush, quietMs);
    limit ??= setTimeout(flush, limitMs);
  }

  function flush(): void {
    stopTimers();
    if (states.size === 0) return;
    const paths = Map.groupBy(states.keys(), (path) => states.get(path));
    states.clear();
    onChanges({ there: paths.get('there') ?? [], gone: paths.get('gone') ?? [] });
  }

  function stopTimers(): void {
    clearTimeout(quiet);
    clearTimeout(limit);
    limit = undefined;
  }

  return {
    add: (path) => note(path, 'there'),
    remove: (path) => note(path, 'gone'),
    flush,
    stop() {
      stopped = true;
      stopTimers();
      states.clear();
    },
  };
}
