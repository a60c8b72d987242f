import type { Router as ContractRouter } from '@orpc/server';
import type { Contract } from '../../core/contract/contract.ts';
import { deviceOperations } from './device-operations.ts';
import { formatOperations } from './format-operations.ts';
import { formatSetOperations } from './format-set-operations.ts';
import { createImplementer, type NoContext } from './implementer.ts';
import { importOperations } from './import-operations.ts';
import { jobOperations } from './job-operations.ts';
import { mediaOperations } from './media-operations.ts';
import type { OperationNeeds } from './needs.ts';
import { publishOperations } from './publish-operations.ts';
import { systemOperations } from './system-operations.ts';

export type Router = ContractRouter<Contract, NoContext>;

/** The whole contract, implemented; the compiler refuses a section or an operation that is left out. */
export function createRouter(needs: OperationNeeds): Router {
  const implementer = createImplementer(needs.logger);
  return implementer.router({
    system: systemOperations(implementer, needs),
    import: importOperations(implementer, needs),
    media: mediaOperations(implementer, needs),
    formats: formatOperations(implementer, needs),
    formatSets: formatSetOperations(implementer, needs),
    devices: deviceOperations(implementer, needs),
    jobs: jobOperations(implementer, needs),
    publish: publishOperations(implementer, needs),
  });
}
