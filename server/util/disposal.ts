/** Gathers what must be closed, and closes it in reverse order. Node 20 has no AsyncDisposableStack. */
export interface Disposal extends AsyncDisposable {
  /** Remembers a resource and returns it. */
  use<T extends AsyncDisposable>(resource: T): T;
  /** Remembers something to do at the end. */
  defer(close: () => Promise<void>): void;
}

export function createDisposal(): Disposal {
  const closers: (() => Promise<void>)[] = [];
  return {
    use(resource) {
      closers.push(async () => resource[Symbol.asyncDispose]());
      return resource;
    },
    defer: (close) => void closers.push(close),
    async [Symbol.asyncDispose]() {
      const failures: unknown[] = [];
      for (const close of closers.splice(0).toReversed())
        await close().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'Some resources did not close.');
    },
  };
}
