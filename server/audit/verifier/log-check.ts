import { createChainCheck } from './chain-check.ts';
import type { LeafReader } from './leaf-reader.ts';
import { openCheckpointFiles } from './open-checkpoint-files.ts';
import type { StoredItem } from './stored-entry.ts';
import { summarize } from './summarize.ts';
import { createTreeCheck } from './tree-check.ts';
import {
  createProblemList,
  type ErasedRange,
  exitFor,
  type ProblemList,
  type VerifyReport,
} from './verify-report.ts';

/** What a log is held against. Nothing in the log itself is trusted. */
export interface Evidence {
  /** Files of signed checkpoints. Those kept away from the server are worth most. */
  readonly checkpoints: readonly string[];
  /** Verifier keys, `name+id+key`. */
  readonly vkeys: readonly string[];
  /** Entries that may follow the newest checkpoint; 256 when absent. */
  readonly maxUnanchored?: number;
  /** Seconds that may pass between two entries of a run; silence is not judged when absent. */
  readonly maxSilence?: number;
}

/** Judges a log while its entries pass, wherever they come from. */
export interface LogCheck {
  /** For what is found wrong with the place that the entries come from. */
  readonly problems: ProblemList;
  /** Entries taken. */
  readonly size: number;
  take(item: StoredItem): void;
  /** Call it after the last entry. */
  end(): VerifyReport;
}

const MAX_UNANCHORED = 256;

/**
 * Reads the evidence. Do it before reading the log: a log in use may be newer than its checkpoints, but never older.
 * @throws Error when a file of checkpoints cannot be read
 */
export function createLogCheck(evidence: Evidence, readLeaf: LeafReader): LogCheck {
  const problems = createProblemList();
  const { checkpoints, remarks } = openCheckpointFiles(evidence.checkpoints, evidence.vkeys, problems);
  const { maxUnanchored = MAX_UNANCHORED, maxSilence } = evidence;
  const chain = createChainCheck({ readLeaf, problems, ...(maxSilence !== undefined && { maxSilence }) });
  const tree = createTreeCheck(checkpoints, problems);
  return {
    problems,
    get size() {
      return tree.size;
    },
    take(item) {
      if ('bytes' in item) tree.take(chain.take(item));
      else chain.takeContent(item);
    },
    end() {
      chain.end();
      tree.end(chain.origin);
      const unanchored = tree.size - tree.proven;
      const anchored = checkpoints.length > 0 && unanchored <= maxUnanchored && !chain.silent;
      const report = {
        exitCode: exitFor(problems, { anchored, erased: chain.erased.length > 0 }),
        origin: chain.origin,
        entries: tree.size,
        root: tree.root().toString('base64'),
        proven: tree.proven,
        unanchored,
        checkpoints: checkpoints.length,
        counts: chain.counts,
        erased: chain.erased,
        problems: problems.all(),
        remarks: [...remarks, ...chain.remarks, ...unprovenErasures(chain.erased, tree.proven)],
      };
      return { ...report, summary: summarize(report) };
    },
  };
}

/** An entry that nobody has signed may have been added to explain what is missing. */
function unprovenErasures(erased: readonly ErasedRange[], proven: number): string[] {
  const entries = new Set(erased.flatMap(({ by }) => (by > proven ? [by] : [])));
  return Array.from(
    entries,
    (seq) => `Entry ${seq}, which says that content was erased, is under no checkpoint.`,
  );
}
