/** How much of the machine conversions may take; asked anew before each process, since settings change. */
export interface QueueLimits {
  readonly parallelJobs: number;
  /** Threads of all encoders together. */
  readonly encoderThreads: number;
}
