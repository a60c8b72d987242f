import type { Logger } from '../logger.ts';

export type Ending = () => Promise<void> | void;

/** What must be ended when the application goes, in the reverse order of its beginning. */
export interface Endings {
  readonly areUnderWay: boolean;
  /** Also while they are under way: then it comes next. */
  add(...endings: readonly Ending[]): void;
  /** Once, however often it is called. One that fails is logged and does not keep the others from it. */
  run(): Promise<void>;
}

export function createEndings(logger: Logger): Endings {
  const endings: Ending[] = [];
  let running: Promise<void> | null = null;

  async function runAll(): Promise<void> {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) {
      try {
        await end();
      } catch (error) {
        logger.error('A part of the window did not end well.', error);
      }
    }
  }

  return {
    get areUnderWay() {
      return running !== null;
    },
    add: (...more) => {
      endings.push(...more);
    },
    run() {
      running ??= runAll();
      return running;
    },
  };
}
