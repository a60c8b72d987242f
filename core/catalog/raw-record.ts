/** A record as it was read, before anybody knows what it is. */
export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null;
}

export function isListOf(value: unknown, isRight: (one: RawRecord) => boolean): boolean {
  return Array.isArray(value) && value.every((one) => isRecord(one) && isRight(one));
}
