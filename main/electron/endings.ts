import type { Logger } from '../logger.ts';

export type Ending = () => Promise<void> | void;

/** What must be ended when the application goes, in the reverse order of its beginning. */
export interface Endings {
  add(...endings: readonly Ending[]): void;
  /** One that fails is logged and does not keep the others from it. */
  run(): Promise<void>;
}

export function createEndings(logger: Logger): Endings {
  const endings: Ending[] = [];
  return {
    add: (...more) => {
      endings.push(...more);
    },
    async run() {
      for (const end of endings.splice(0).reverse()) {
        try {
          await end();
        } catch (error) {
          logger.error('A part of the window did not end well.', error);
        }
      }
    },
  };
}
