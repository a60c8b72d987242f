import { AppError } from '../../core/errors/app-error.ts';
import type { PathGrants } from './path-grants.ts';
import type { NamedPath } from './paths-in-call.ts';

export interface PathGateNeeds {
  readonly grants: PathGrants;
  /** Paths that the library works with already: masters, watched folders, targets. */
  readonly isKnown: (named: NamedPath) => boolean;
  /** Asks the person in a dialog that the page cannot answer. */
  readonly ask: (named: NamedPath) => Promise<boolean>;
}

/**
 * Lets only paths through that a person named. One that was typed into the page is asked about first, once: the page
 * alone can never make AVlogue read, write or run something elsewhere.
 */
export function createPathGate({ grants, isKnown, ask }: PathGateNeeds) {
  const answers = new Map<string, Promise<boolean>>();

  /** @throws AppError access/path-refused */
  async function require(named: NamedPath): Promise<void> {
    if (grants.allows(named.path) || isKnown(named)) return;
    const key = `${named.use} ${named.path}`;
    const answer = answers.get(key) ?? ask(named);
    answers.set(key, answer);
    if (await answer) {
      grants.grant([named.path]);
      return;
    }
    throw new AppError(
      'access/path-refused',
      `“${named.path}” was not allowed. Choose it in a dialog or drop it on the window.`,
      { details: { path: named.path } },
    );
  }

  return {
    async require(paths: readonly NamedPath[]): Promise<void> {
      for (const named of paths) await require(named);
    },
  };
}

export type PathGate = ReturnType<typeof createPathGate>;
