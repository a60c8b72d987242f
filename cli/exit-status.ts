/** What the shell sees; `avlogue --help` and the README document the same. */
export const EXIT = {
  done: 0,
  /** Some were refused or failed. */
  failed: 1,
  /** Unknown command, option or id. */
  usage: 2,
  /** 128 + SIGINT, as shells do. */
  interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
