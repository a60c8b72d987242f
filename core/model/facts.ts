import { z } from 'zod';

/** What stands behind a code, for whoever puts it into words of his own. Figures in the unit that the name tells. */
export const factsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);

export type Facts = Readonly<z.infer<typeof factsSchema>>;
export type Fact = NonNullable<Facts[string]>;
