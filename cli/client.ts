import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../core/contract/contract.ts';

/** The one way in which commands speak to the engine, wherever that runs. */
export type Client = ContractRouterClient<Contract>;

type Operation = (...args: never[]) => Promise<unknown>;

/** What an operation answers: `Answer<Client['media']['get']>`. */
export type Answer<T> = T extends Operation ? Awaited<ReturnType<T>> : never;
