/** Milliseconds of processor time, with that of the threads that compile and collect garbage beside it. */
export function timeOf(task: () => void): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The least of several: what other work on the machine adds is left out. */
export function leastTimeOf(task: () => void, repetitions: number): number {
  return Math.min(...Array.from({ length: repetitions }, () => timeOf(task)));
}

/** Milliseconds that somebody waits: what other threads do meanwhile does not count, other work on the machine does. */
export function waitFor(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
