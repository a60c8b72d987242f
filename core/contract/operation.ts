import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errorReportSchema } from '../model/error-report.ts';

/**
 * Base of every operation. Operational failures leave as one declared error whose data is the
 * `ErrorReport`; the clients turn it back into an `AppError`.
 */
export const operation = oc.errors({ REFUSED: { data: errorReportSchema } });

export const idInput = z.object({ id: z.string() });
export const idsInput = z.object({ ids: z.array(z.string()).min(1).max(100_000) });
export const nothing = z.object({});
/** For operations that are asked nothing; a request without a body will do. */
export const noInput = nothing.default({});
