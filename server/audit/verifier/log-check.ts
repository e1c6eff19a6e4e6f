import { createChainCheck } from './chain-check.ts';
import type { LeafCheck } from './leaf-check.ts';
import { openCheckpointFiles } from './open-checkpoint-files.ts';
import type { StoredEntry } from './stored-entry.ts';
import { summarize } from './summarize.ts';
import { createTreeCheck } from './tree-check.ts';
import { createProblemList, exitFor, type ProblemList, type VerifyReport } from './verify-report.ts';

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
  take(entry: StoredEntry): void;
  /** Call it after the last entry. */
  end(): VerifyReport;
}

const MAX_UNANCHORED = 256;

/**
 * Reads the evidence. Do it before reading the log: a log in use may be newer than its checkpoints, but never older.
 * @throws Error when a file of checkpoints cannot be read
 */
export function createLogCheck(evidence: Evidence, isLeaf: LeafCheck): LogCheck {
  const problems = createProblemList();
  const { checkpoints, remarks } = openCheckpointFiles(evidence.checkpoints, evidence.vkeys, problems);
  const { maxUnanchored = MAX_UNANCHORED, maxSilence } = evidence;
  const chain = createChainCheck({ isLeaf, problems, ...(maxSilence !== undefined && { maxSilence }) });
  const tree = createTreeCheck(checkpoints, problems);
  return {
    problems,
    get size() {
      return tree.size;
    },
    take(entry) {
      tree.take(chain.take(entry));
    },
    end() {
      chain.end();
      tree.end(chain.origin);
      const unanchored = tree.size - tree.proven;
      const anchored = checkpoints.length > 0 && unanchored <= maxUnanchored && !chain.silent;
      const report = {
        exitCode: exitFor(problems, { anchored }),
        origin: chain.origin,
        entries: tree.size,
        root: tree.root().toString('base64'),
        proven: tree.proven,
        unanchored,
        checkpoints: checkpoints.length,
        counts: chain.counts,
        problems: problems.all(),
        remarks: [...remarks, ...chain.remarks],
      };
      return { ...report, summary: summarize(report) };
    },
  };
}
