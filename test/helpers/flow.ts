import { expect } from 'vitest';
import { type Client, clientOf } from './client-of.ts';
import { type LiveStage, liveStage } from './live-stage.ts';
import { closeToast } from './toasts.ts';

/** Real conversions on a busy machine. */
export const PATIENCE_MS = 60_000;

/** The steps of one walk through the real page. */
export interface Flow extends LiveStage {
  /** Calls the engine beside the page, to set the scene and to see what the page has done. */
  readonly client: Client;
  /** Where something lies beside the library. */
  at(...names: readonly string[]): string;
  /** Changes the view as a link does. */
  go(hash: string): Promise<void>;
  /** A toast says this; it is closed, so that the next one is another. */
  said(words: string | RegExp): Promise<void>;
  /** What is on the clipboard. */
  copied(): Promise<string>;
  /**
   * Nothing went wrong on the page, in its policy, on the network or in the engine's log,
   * but for what the walk has provoked.
   */
  expectNoProblems(provoked?: RegExp): void;
}

export async function startFlow(): Promise<Flow> {
  const stage = await liveStage({ reducedMotion: 'reduce' });
  const { engine, page, watched } = stage;
  return {
    ...stage,
    client: clientOf(engine),
    at: engine.folder.at,
    go: (hash) =>
      page.evaluate((to) => {
        window.location.hash = to;
      }, hash),
    said: (words) => closeToast(page, words),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    expectNoProblems(provoked) {
      const unexpected = (problem: string) => !(provoked?.test(problem) ?? false);
      expect(watched.problems.filter(unexpected)).toEqual([]);
      expect(engine.logged.filter(unexpected)).toEqual([]);
    },
  };
}
