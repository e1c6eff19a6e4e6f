/** Lets a log say that it is alive when nothing else happens, so that a gap means that recording was off. */
export interface Heartbeat {
  /** Something was recorded: the next beat is due a whole interval from now. */
  felt(): void;
  stop(): void;
}

/** @param beat records the beat; a failure is followed by the next attempt, an interval later */
export function createHeartbeat(everyMs: number, beat: () => Promise<unknown>): Heartbeat {
  const timer = setInterval(() => {
    beat().catch(() => undefined);
  }, everyMs).unref();
  return {
    felt: () => void timer.refresh(),
    stop: () => clearInterval(timer),
  };
}
