import type { Settings } from '../../core/model/library.ts';

export type ClosingAnswer = 'background' | 'stop' | 'cancel';

/** Whether the window is closed or the application is ended, by the menu or the system. */
export type Leaving = 'close' | 'quit';

export interface QuittingNeeds {
  readonly isConverting: () => boolean;
  /** What was settled for closing the window; quitting asks all the same, unless the work is to stop. */
  readonly whenClosing: () => Settings['whenClosing'];
  readonly askAboutConverting: (how: Leaving) => Promise<ClosingAnswer>;
  readonly hideWindow: () => void;
  /** Ends everything that must end; resolves when the library is let go of. */
  readonly end: () => Promise<void>;
  /** Whoever went on in the background came back: what was to follow the end does not. */
  readonly stay: () => void;
  /** Called once, when nothing is left that must end. */
  readonly leave: () => void;
}

export interface Quitting {
  /** Everything has ended: windows may close, the application may go. */
  readonly isOver: boolean;
  /** The application goes, at once or when its work in the background is done. */
  readonly isLeaving: boolean;
  /** A person wants to go: asks first while something is converted. */
  request(how: Leaving): Promise<void>;
  /** The system or a signal ends us: no question. */
  now(): Promise<void>;
  /** Nothing is left to convert: in the background, that was all there was to wait for. */
  becameIdle(): void;
  /** The window is wanted again. */
  cameBack(): void;
}

/** From the wish to go to the moment when it is safe to: the catalog is written and no FFmpeg runs any more. */
export function createQuitting(needs: QuittingNeeds): Quitting {
  let asking: Promise<ClosingAnswer> | null = null;
  let ending: Promise<void> | null = null;
  let inBackground = false;
  let isOver = false;

  function now(): Promise<void> {
    ending ??= needs.end().finally(() => {
      isOver = true;
      needs.leave();
    });
    return ending;
  }

  async function answerFor(how: Leaving): Promise<ClosingAnswer> {
    const settled = needs.whenClosing();
    if (settled === 'stop' || (settled === 'background' && how === 'close')) return settled;
    asking = needs.askAboutConverting(how);
    return await asking.finally(() => {
      asking = null;
    });
  }

  async function request(how: Leaving): Promise<void> {
    if (ending !== null) return ending;
    if (asking !== null) return;
    if (!needs.isConverting()) return now();
    const answer = await answerFor(how);
    // the system did not wait for the answer
    if (ending !== null) return ending;
    if (answer === 'cancel') return;
    if (answer === 'stop' || !needs.isConverting()) return now();
    inBackground = true;
    needs.hideWindow();
  }

  return {
    get isOver() {
      return isOver;
    },
    get isLeaving() {
      return ending !== null || inBackground;
    },
    request,
    now,
    becameIdle() {
      if (inBackground) void now();
    },
    cameBack() {
      if (!inBackground) return;
      inBackground = false;
      needs.stay();
    },
  };
}
