import type { Leaf } from '../leaf.ts';
import { searchColumnNames, searchColumns } from '../search-columns.ts';
import { leafHash } from '../tree-hash.ts';
import { isCanonical } from './canonical-text.ts';
import { createIntentCheck } from './intent-check.ts';
import type { LeafCheck } from './leaf-check.ts';
import { noEntry } from './no-entry.ts';
import { createRunCheck } from './run-check.ts';
import type { StoredColumns, StoredEntry } from './stored-entry.ts';
import type { ProblemList } from './verify-report.ts';

/** Checks entries one after the other, in constant memory but for open intents and runs. */
export interface ChainCheck {
  /** @returns the leaf hash of the bytes as they are */
  take(entry: StoredEntry): Buffer;
  /** Call it after the last entry. */
  end(): void;
  readonly origin: string;
  readonly silent: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly remarks: readonly string[];
}

export interface ChainCheckOptions {
  readonly isLeaf: LeafCheck;
  readonly problems: ProblemList;
  /** Seconds that may pass between two entries of a run. */
  readonly maxSilence?: number;
}

export function createChainCheck({ isLeaf, problems, maxSilence }: ChainCheckOptions): ChainCheck {
  const runs = createRunCheck(problems, maxSilence);
  const intents = createIntentCheck(problems);
  const counts = new Map<string, number>();
  let last = 0;
  let before = noEntry;
  let origin = '';

  const checkPlace = (leaf: Leaf, seq: number, gap: boolean): void => {
    if (leaf.seq !== seq) problems.add('entry', seq, seq, `the entry says it is number ${leaf.seq}`);
    if (!gap && leaf.prev !== before) problems.add('entry', seq, seq, 'it does not follow the entry before');
    if (origin !== '' && leaf.origin !== origin) problems.add('entry', seq, seq, 'it belongs to another log');
  };

  const checkLeaf = (leaf: Leaf): void => {
    runs.take(leaf);
    intents.take(leaf);
    counts.set(leaf.type, (counts.get(leaf.type) ?? 0) + 1);
    origin ||= leaf.origin;
  };

  return {
    take({ bytes, columns }) {
      const hash = leafHash(bytes);
      const hex = hash.toString('hex');
      const seq = columns?.seq ?? last + 1;
      const gap = seq !== last + 1;
      if (gap) reportGap(problems, last, seq);
      const { leaf, canonical } = decode(bytes, isLeaf);
      const intact = columns === undefined ? canonical : columns.hash === hex;
      if (columns !== undefined && !intact)
        problems.add('entry', seq, seq, 'it was changed: its hash differs');
      if (leaf === undefined) {
        problems.add(intact ? 'schema' : 'entry', seq, seq, 'it is not an entry of a known type');
      } else {
        checkPlace(leaf, seq, gap);
        if (columns !== undefined) checkColumns(problems, leaf, columns);
        checkLeaf(leaf);
      }
      last = seq;
      // The stored hash, where there is one, keeps one changed entry from looking like two.
      before = typeof columns?.hash === 'string' ? columns.hash : hex;
      return hash;
    },
    end: () => intents.end(runs.boot),
    get origin() {
      return origin;
    },
    get silent() {
      return runs.silent;
    },
    get counts() {
      return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    remarks: runs.remarks,
  };
}

function reportGap(problems: ProblemList, last: number, seq: number): void {
  if (seq > last + 1) problems.add('entry', last + 1, seq - 1, 'missing');
  else problems.add('entry', seq, seq, 'its number is out of order');
}

/** The leaf in the bytes, where they hold one in RFC 8785 form. */
function decode(bytes: Buffer, isLeaf: LeafCheck): { leaf?: Leaf; canonical: boolean } {
  try {
    const text = bytes.toString('utf8');
    const value: unknown = JSON.parse(text);
    // A lenient decoder would paper over bytes that are not UTF-8.
    if (text.includes('\ufffd') && !Buffer.from(text).equals(bytes)) return { canonical: false };
    if (!isCanonical(text, value)) return { canonical: false };
    return isLeaf(value) ? { leaf: value, canonical: true } : { canonical: true };
  } catch {
    return { canonical: false };
  }
}

function checkColumns(problems: ProblemList, leaf: Leaf, columns: StoredColumns): void {
  const hashed = searchColumns(leaf);
  const same =
    columns.prev === leaf.prev && searchColumnNames.every((name) => columns[name] === hashed[name]);
  if (!same) problems.add('entry', columns.seq, columns.seq, 'its columns differ from what was hashed');
}
