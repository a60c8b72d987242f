/** What is different at every run, handed to whoever needs it so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface Ids {
  /** A new id that satisfies `idSchema`, 16 characters from 0-9a-z. */
  next(): string;
}
