const HOUR_MS = 3_600_000;

/** Does something now and every hour; returns what stops it. A failure is told and does not end the series. */
export function everyHour(
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  const run = (): void => {
    work().catch(failed);
  };
  run();
  const timer = setInterval(run, HOUR_MS).unref();
  return () => Promise.resolve(clearInterval(timer));
}
