import type { Engine } from '../engine.ts';
import { type HttpHost, startHttpHost } from '../http/http-host.ts';
import { type Activity, followActivity } from './activity.ts';
import type { Endings } from './endings.ts';
import type { Signs } from './signs.ts';

export interface EngineFollowing {
  readonly signs: Signs;
  readonly rendererFolder: string;
  readonly endings: Endings;
  /** Nothing waits or runs any more. */
  readonly onIdle: () => void;
  /** A person clicked the notification at the end of a batch. */
  readonly onShowQueue: () => void;
}

/** What the system shows of the engine's work, and the way in for the terminal. */
export async function followEngine(engine: Engine, needs: EngineFollowing): Promise<Activity> {
  const { signs, endings } = needs;
  const activity = followActivity(engine, {
    onFraction(fraction) {
      signs.showProgress(fraction);
      if (fraction === null) needs.onIdle();
    },
    onConverting: signs.keepAwake,
    onBatchEnd: (result) => signs.announceEnd(result, needs.onShowQueue),
  });
  endings.add(activity.stop);
  const host = await hostForTerminal(engine, needs.rendererFolder);
  if (host !== null) endings.add(host.close);
  return activity;
}

/** The terminal talks to the owner of a library over HTTP; without it, the window works all the same. */
async function hostForTerminal(engine: Engine, rendererFolder: string): Promise<HttpHost | null> {
  try {
    return await startHttpHost({ engine, rendererFolder });
  } catch (error) {
    engine.logger.warn('The terminal cannot reach this window.', error);
    return null;
  }
}
