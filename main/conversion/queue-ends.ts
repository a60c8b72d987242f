/** Writes down how jobs ended. What the catalog does not take is kept, and tried again until it does. */
export interface QueueEnds {
  /** Resolves when it is written, or kept. */
  write(jobId: string, end: () => Promise<void>): Promise<void>;
  /** Whether an end waits to be written. */
  isBehind(): boolean;
  tryAgain(): Promise<void>;
  /** Tries for the last time; the next start takes up what is not written then. */
  giveUp(): Promise<void>;
}

export interface QueueEndsNeeds {
  /** Told once for each end, at its first failure. */
  readonly onKept: (error: unknown) => void;
  /** Told when a kept end is written after all. */
  readonly onWritten: (jobId: string) => void;
}

/** The first wait; each further one is twice as long. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export function createQueueEnds({ onKept, onWritten }: QueueEndsNeeds): QueueEnds {
  const kept = new Map<string, () => Promise<void>>();
  let waitMs = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;
  let trying: Promise<void> | null = null;

  function tryAgain(): Promise<void> {
    clearTimeout(timer);
    trying ??= writeKept().finally(() => {
      trying = null;
    });
    return trying;
  }

  async function writeKept(): Promise<void> {
    for (const [jobId, end] of kept) {
      try {
        await end();
      } catch {
        tryLater();
        return;
      }
      kept.delete(jobId);
      onWritten(jobId);
    }
    waitMs = FIRST_WAIT_MS;
  }

  function tryLater(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void tryAgain(), waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  return {
    async write(jobId, end) {
      try {
        await end();
      } catch (error) {
        kept.set(jobId, end);
        onKept(error);
        tryLater();
      }
    },
    isBehind: () => kept.size > 0,
    tryAgain,
    async giveUp() {
      await tryAgain();
      clearTimeout(timer);
      kept.clear();
      waitMs = FIRST_WAIT_MS;
    },
  };
}
