import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BLOCK = Buffer.alloc(1024, 1);

/** What the disk can do: writes 1 KiB to the end of a file and syncs it, again and again. */
export interface RawSync extends Disposable {
  once(): void;
}

export function openRawSync(path: string): RawSync {
  const file = openSync(path, 'w');
  return {
    once() {
      writeSync(file, BLOCK);
      fsyncSync(file);
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}
