/** As long as a name may be. */
const LONGEST_NAME = 100;

interface Named {
  readonly id: string;
  readonly name: string;
  readonly builtIn: boolean;
}

/** One's own copy, without an id until it is saved for the first time. */
export function copyToEdit<Entry extends Named>(
  entry: Entry,
  copyOf: (name: string) => string,
): Entry {
  return { ...entry, id: '', name: copyOf(entry.name).slice(0, LONGEST_NAME), builtIn: false };
}
