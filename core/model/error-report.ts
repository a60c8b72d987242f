import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../errors/error-codes.ts';

const codes = Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]];

export const errorReportSchema = z.object({
  code: z.enum(codes),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
