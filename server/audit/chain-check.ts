import { isUtf8 } from 'node:buffer';
import { isCanonical, type Leaf, noEntry, parseLeaf } from './leaf.ts';
import { searchColumnNames, searchColumns } from './search-columns.ts';
import type { StoredColumns, StoredEntry } from './stored-entry.ts';
import { leafHash } from './tree-hash.ts';
import type { ProblemList } from './verify-report.ts';

/** Checks entries one after the other, in constant memory but for open intents and boots. */
export interface ChainCheck {
  /** @returns the leaf hash of the bytes as they are */
  take(entry: StoredEntry): Buffer;
  /** Call it after the last entry. */
  end(): void;
  /** Number of the last entry. */
  readonly last: number;
  readonly origin: string;
  readonly remarks: readonly string[];
}

interface OpenIntent {
  readonly boot: string;
  readonly exchange: string;
}

export function createChainCheck(problems: ProblemList): ChainCheck {
  const intents = new Map<number, OpenIntent>();
  const boots = new Set<string>();
  const remarks: string[] = [];
  let last = 0;
  let before = noEntry;
  let previous: Leaf | undefined;
  let origin = '';

  const checkBoot = (leaf: Leaf): void => {
    const counter = idCounter(leaf);
    if (previous?.boot === leaf.boot) {
      if (counter <= idCounter(previous)) problems.add('entry', leaf.seq, leaf.seq, 'its id was used before');
    } else if (boots.has(leaf.boot)) {
      problems.add('entry', leaf.seq, leaf.seq, 'it belongs to a run that had ended');
    } else if (leaf.type !== 'audit.started') {
      problems.add('entry', leaf.seq, leaf.seq, 'a run begins without audit.started');
    }
    boots.add(leaf.boot);
    if (previous !== undefined && leaf.at < previous.at && remarks.length < 100) {
      remarks.push(`The clock went back before entry ${leaf.seq}.`);
    }
  };

  const checkOutcome = (leaf: Leaf): void => {
    if (leaf.type === 'exchange.intended')
      intents.set(leaf.seq, { boot: leaf.boot, exchange: leaf.exchange });
    if (!('outcome_of' in leaf)) return;
    const intent = intents.get(leaf.outcome_of);
    if (intent?.exchange !== leaf.exchange) {
      problems.add('entry', leaf.seq, leaf.seq, 'it closes no open intent of its exchange');
    }
    intents.delete(leaf.outcome_of);
  };

  const checkPlace = (leaf: Leaf, seq: number, gap: boolean): void => {
    if (leaf.seq !== seq) problems.add('entry', seq, seq, `the entry says it is number ${leaf.seq}`);
    if (!gap && leaf.prev !== before) problems.add('entry', seq, seq, 'it does not follow the entry before');
    if (origin !== '' && leaf.origin !== origin) problems.add('entry', seq, seq, 'it belongs to another log');
  };

  return {
    take({ bytes, columns }) {
      const hash = leafHash(bytes);
      const hex = hash.toString('hex');
      const seq = columns?.seq ?? last + 1;
      const gap = seq !== last + 1;
      if (gap) reportGap(problems, last, seq);
      const { leaf, canonical } = decode(bytes);
      const intact = columns === undefined ? canonical : columns.hash === hex;
      if (columns !== undefined && !intact)
        problems.add('entry', seq, seq, 'it was changed: its hash differs');
      if (leaf === undefined) {
        problems.add(intact ? 'schema' : 'entry', seq, seq, 'it is not an entry of a known type');
      } else {
        checkPlace(leaf, seq, gap);
        if (columns !== undefined) checkColumns(problems, leaf, columns);
        checkBoot(leaf);
        checkOutcome(leaf);
        origin ||= leaf.origin;
        previous = leaf;
      }
      last = seq;
      // The stored hash, where there is one, keeps one changed entry from looking like two.
      before = typeof columns?.hash === 'string' ? columns.hash : hex;
      return hash;
    },
    end() {
      for (const [seq, { boot }] of intents) {
        if (boot !== previous?.boot) problems.add('entry', seq, seq, 'the intent was never closed');
      }
    },
    get last() {
      return last;
    },
    get origin() {
      return origin;
    },
    remarks,
  };
}

function reportGap(problems: ProblemList, last: number, seq: number): void {
  if (seq > last + 1) problems.add('entry', last + 1, seq - 1, 'missing');
  else problems.add('entry', seq, seq, 'its number is out of order');
}

/** @throws TypeError when the bytes are not UTF-8, which a lenient decoder would paper over */
function decodeText(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new TypeError('The bytes are not UTF-8.');
  return bytes.toString('utf8');
}

/** The leaf in the bytes, where they hold one in RFC 8785 form. */
function decode(bytes: Buffer): { leaf?: Leaf; canonical: boolean } {
  try {
    const text = decodeText(bytes);
    const value: unknown = JSON.parse(text);
    if (!isCanonical(text, value)) return { canonical: false };
    const leaf = parseLeaf(value);
    return leaf === undefined ? { canonical: true } : { leaf, canonical: true };
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

function idCounter({ id }: Leaf): number {
  return Number(id.slice(id.indexOf('.') + 1));
}
