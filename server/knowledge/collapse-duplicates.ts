import type { StoredChunk } from './document-store.ts';
import { termsOf } from './terms.ts';

/** Share of their terms from which on two chunks of near-duplicates say the same. */
const ALIKE = 0.7;

interface Found {
  readonly chunk: StoredChunk;
  readonly score: number;
}

/** A found chunk, and those that were found as well and that it stands for. */
export type Collapsed<T> = T & { readonly instead: readonly string[] };

/**
 * Of chunks that stand alike in documents which repeat each other, only that of the newest document, at the place of the
 * best of them. What only the older document says stays. All that come in may be read by the caller.
 */
export function collapseDuplicates<T extends Found>(found: readonly T[]): Collapsed<T>[] {
  const kept: Collapsed<T>[] = [];
  for (const item of found) {
    const at = kept.findIndex(({ chunk }) => repeats(chunk, item.chunk));
    const held = kept[at];
    if (held === undefined) kept.push({ ...item, instead: [] });
    else kept[at] = join(held, item);
  }
  return kept;
}

function join<T extends Found>(held: Collapsed<T>, item: T): Collapsed<T> {
  const isNewer = held.chunk.edition < item.chunk.edition;
  return isNewer
    ? { ...item, score: held.score, instead: [...held.instead, held.chunk.id] }
    : { ...held, instead: [...held.instead, item.chunk.id] };
}

function repeats(one: StoredChunk, other: StoredChunk): boolean {
  if (one.kin !== other.kin || one.document === other.document) return false;
  return (
    one.text === other.text || overlap(new Set(termsOf(one.text)), new Set(termsOf(other.text))) >= ALIKE
  );
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}
