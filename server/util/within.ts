/**
 * What the work gives, or undefined when this many milliseconds are over first; with none left it is not begun. The work
 * goes on then, and nobody waits for it.
 */
export async function within<T>(ms: number, work: () => Promise<T>): Promise<T | undefined> {
  if (ms <= 0) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const working = work();
  // A failure after the time is up is nobody's any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, over]);
  } finally {
    clearTimeout(timer);
  }
}
