import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Contract } from '../../core/contract/contract.ts';
import type { ErrorReport } from '../../core/errors/app-error.ts';
import type { Engine } from '../../main/engine.ts';

export type Client = ContractRouterClient<Contract>;

/** Calls the operations of an engine in this process, as the desktop's window does. */
export function clientOf(engine: Pick<Engine, 'router'>): Client {
  return createRouterClient(engine.router);
}

/** The report of a refusal; throws when the call went well or ended otherwise. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorReport> {
  const answer = await call.then(
    (value) => value,
    (error: unknown) => error,
  );
  if (answer instanceof ORPCError && answer.code === 'REFUSED' && answer.defined) {
    return answer.data;
  }
  throw new Error(`This was no refusal: ${JSON.stringify(answer)}`, { cause: answer });
}
