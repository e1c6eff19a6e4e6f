/** Times in milliseconds. Every field has a default that suits a small server. */
export interface InferenceLimits {
  /** Requests that may wait for one model; the next one is refused with 503. */
  readonly queue: number;
  /** Longest time from start of a process to a loaded model. */
  readonly load: number;
  /** Longest silence of a model while it works on a request. */
  readonly silence: number;
  /** How often a process is asked whether it is alive. */
  readonly ping: number;
  /** Unanswered questions after which a process counts as hung. */
  readonly missedPings: number;
  /** How long a request waits for a model that is being restarted. */
  readonly restartWait: number;
  /** First pause before a restart; doubled for each failure in a row. */
  readonly backoff: number;
  /** The longest pause. Files that were refused are looked at again this often. */
  readonly backoffMost: number;
  /** Failures in a row after which a model counts as failed. It is still started again, after pauses that go on growing. */
  readonly failures: number;
  /** Resident memory (MiB) above which an ONNX process is replaced when idle. */
  readonly recycleMib: number;
}

export const defaultLimits: InferenceLimits = {
  queue: 64,
  load: 180_000,
  silence: 120_000,
  ping: 5_000,
  missedPings: 4,
  restartWait: 15_000,
  backoff: 100,
  backoffMost: 30_000,
  failures: 5,
  recycleMib: 1_024,
};
