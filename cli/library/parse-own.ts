import { z } from 'zod';
import { AppError } from '../../core/errors/app-error.ts';

/** What a person wrote into a file, against the schema. @throws AppError input/invalid */
export function parseOwn<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('input/invalid', z.prettifyError(parsed.error), { cause: parsed.error });
}
