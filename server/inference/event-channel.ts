/** Turns callbacks into an async iteration. Values are buffered without bound: a model writes slower than we read. */
export interface EventChannel<T> {
  push(value: T): void;
  /** No more values; the reader gets what is buffered first. */
  close(): void;
  fail(error: Error): void;
  read(): AsyncGenerator<T, void, void>;
}

export function createEventChannel<T>(): EventChannel<T> {
  const buffer: T[] = [];
  let over = false;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  const signal = (): void => wake?.();
  return {
    push(value) {
      buffer.push(value);
      signal();
    },
    close() {
      over = true;
      signal();
    },
    fail(error) {
      failure = error;
      over = true;
      signal();
    },
    async *read() {
      for (;;) {
        while (buffer.length > 0) yield* buffer.splice(0);
        if (failure !== undefined) throw failure;
        if (over) return;
        // A reader waits here for one event after the other: there is nothing to do in parallel.
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
