import { constants, setPriority } from 'node:os';

/**
 * Hours of encoding go behind what a person does meanwhile, in AVlogue or elsewhere; where nothing else wants the
 * processor they are not slower. Threads that the process starts from now on follow it.
 */
export function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // it has ended, or gives way to more already (AVlogue started with `nice -n 19`)
  }
}
