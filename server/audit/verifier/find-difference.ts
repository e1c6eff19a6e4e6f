import type { StoredEntry } from './stored-entry.ts';

/** How two logs relate. */
export interface Difference {
  /** Entries that both begin with. */
  readonly common: number;
  /** Whether both go on after that, with different entries. */
  readonly diverged: boolean;
}

/** Reads two logs side by side up to their first difference. */
export function findDifference(a: Iterator<StoredEntry>, b: Iterator<StoredEntry>): Difference {
  for (let common = 0; ; common += 1) {
    const [left, right] = [a.next(), b.next()];
    if (left.done === true || right.done === true) return { common, diverged: false };
    if (!left.value.bytes.equals(right.value.bytes)) return { common, diverged: true };
  }
}
