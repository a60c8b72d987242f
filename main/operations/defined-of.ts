type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that a caller left out or gave as undefined, as exact optional fields want them. */
export function definedOf<T extends object>(fields: T): Defined<T>;
export function definedOf(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
