import { useEffect, useMemo, useRef } from 'react';

/** What the engine told last, or what was asked of it since. */
export interface Wish<T> {
  get(): T;
  set(value: T): void;
}

/** For keys that step on from what is: the next press may come before the engine has told of the one before. */
export function useWish<T>(told: T): Wish<T> {
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  }, [told]);
  return useMemo(
    () => ({
      get: () => latest.current,
      set: (value) => {
        latest.current = value;
      },
    }),
    [],
  );
}
