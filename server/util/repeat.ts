/** Does something now and again after each pause; returns what stops it. A failure is told and does not end the series. */
export function repeat(
  pauseMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  const run = (): void => {
    work().catch(failed);
  };
  run();
  const timer = setInterval(run, pauseMs).unref();
  return () => Promise.resolve(clearInterval(timer));
}
