/** The time, passed in wherever it is needed so that tests decide it. */
export interface Clock {
  now(): Date;
  /** Milliseconds that have passed since some moment, whatever is done to the clock. Absent where time is made up. */
  elapsed?(): number;
}

export const systemClock: Clock = { now: () => new Date(), elapsed: () => performance.now() };
