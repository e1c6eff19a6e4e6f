import { searchColumnNames } from '../search-columns.ts';
import { leafHash } from '../tree-hash.ts';
import { createContentCheck } from './content-check.ts';
import { createIntentCheck } from './intent-check.ts';
import type { LeafFacts } from './leaf-facts.ts';
import type { LeafReader } from './leaf-reader.ts';
import { noEntry } from './no-entry.ts';
import { createRunCheck } from './run-check.ts';
import type { StoredColumns, StoredContent, StoredEntry } from './stored-entry.ts';
import type { ErasedRange, ProblemList } from './verify-report.ts';

/** Checks entries one after the other, in constant memory but for open intents and runs. */
export interface ChainCheck {
  /** @returns the leaf hash of the bytes as they are */
  take(entry: StoredEntry): Buffer;
  takeContent(content: StoredContent): void;
  /** Call it after the last entry. */
  end(): void;
  readonly origin: string;
  readonly silent: boolean;
  readonly erased: readonly ErasedRange[];
  readonly counts: Readonly<Record<string, number>>;
  readonly remarks: readonly string[];
}

export interface ChainCheckOptions {
  readonly readLeaf: LeafReader;
  readonly problems: ProblemList;
  /** Seconds that may pass between two entries of a run. */
  readonly maxSilence?: number;
}

export function createChainCheck({ readLeaf, problems, maxSilence }: ChainCheckOptions): ChainCheck {
  const runs = createRunCheck(problems, maxSilence);
  const intents = createIntentCheck(problems);
  const contents = createContentCheck(problems);
  const counts = new Map<string, number>();
  let last = 0;
  let before = noEntry;
  let origin = '';

  const checkPlace = (leaf: LeafFacts, seq: number, gap: boolean): void => {
    if (leaf.seq !== seq) problems.add('entry', seq, seq, `the entry says it is number ${leaf.seq}`);
    if (!gap && leaf.prev !== before) problems.add('entry', seq, seq, 'it does not follow the entry before');
    if (origin !== '' && leaf.origin !== origin) problems.add('entry', seq, seq, 'it belongs to another log');
  };

  const checkLeaf = (leaf: LeafFacts): void => {
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
      const { facts, canonical } = readLeaf(bytes);
      const intact = columns === undefined ? canonical : columns.hash === hex;
      if (columns !== undefined && !intact)
        problems.add('entry', seq, seq, 'it was changed: its hash differs');
      if (facts === undefined) {
        problems.add(intact ? 'schema' : 'entry', seq, seq, 'it is not an entry of a known type');
      } else {
        checkPlace(facts, seq, gap);
        if (columns !== undefined) checkColumns(problems, facts, columns);
        checkLeaf(facts);
        contents.takeEntry(facts, seq, columns !== undefined);
      }
      last = seq;
      // The stored hash, where there is one, keeps one changed entry from looking like two.
      before = typeof columns?.hash === 'string' ? columns.hash : hex;
      return hash;
    },
    takeContent: (content) => contents.takeContent(content),
    end() {
      intents.end(runs.boot);
      contents.end();
    },
    get origin() {
      return origin;
    },
    get erased() {
      return contents.erased;
    },
    get silent() {
      return runs.silent;
    },
    get counts() {
      return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    },
    get remarks() {
      return [...runs.remarks, ...contents.remarks];
    },
  };
}

function reportGap(problems: ProblemList, last: number, seq: number): void {
  if (seq > last + 1) problems.add('entry', last + 1, seq - 1, 'missing');
  else problems.add('entry', seq, seq, 'its number is out of order');
}

function checkColumns(problems: ProblemList, leaf: LeafFacts, columns: StoredColumns): void {
  const same = columns.prev === leaf.prev && searchColumnNames.every((name) => columns[name] === leaf[name]);
  if (!same) problems.add('entry', columns.seq, columns.seq, 'its columns differ from what was hashed');
}
