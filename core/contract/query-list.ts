import { z } from 'zod';

/**
 * A list in a query string, where one value looks like no list: `?statuses=ready` is as good as
 * `?statuses=ready&statuses=new`. Handlers always get a list.
 */
export function queryList<T extends z.ZodType>(item: T) {
  return z.union([z.array(item).readonly(), item.transform((one) => [one])]);
}
