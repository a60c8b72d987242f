import { type ImplementerInternalWithMiddlewares, implement } from '@orpc/server';
import { type Contract, contract } from '../../core/contract/contract.ts';
import type { Logger } from '../logger.ts';
import { toRefusal } from './refusal.ts';

/** Operations are handed everything when they are made, so that a call needs no context. */
export type NoContext = Record<never, never>;

export type Implementer = ImplementerInternalWithMiddlewares<Contract, NoContext, NoContext>;

/** What every operation is built from: typed by the contract, its failures turned into refusals. */
export function createImplementer(logger: Logger): Implementer {
  return implement(contract).use(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw toRefusal(error, path.join('.'), logger);
    }
  });
}
