import type { Checkpoint } from '../checkpoint.ts';
import { createCompactRange } from '../compact-range.ts';
import type { ProblemList } from './verify-report.ts';

/** Builds the Merkle tree while entries pass, and holds it against each checkpoint of the size it reaches. */
export interface TreeCheck {
  take(leafHash: Buffer): void;
  /** Call it after the last entry, with the log's name. */
  end(origin: string): void;
  /** Size of the largest checkpoint that the entries agree with. */
  readonly proven: number;
  readonly size: number;
  root(): Buffer;
}

/** `checkpoints` smallest first. */
export function createTreeCheck(checkpoints: readonly Checkpoint[], problems: ProblemList): TreeCheck {
  const range = createCompactRange();
  let next = 0;
  let proven = 0;
  let diverged: { readonly from: number; readonly to: number } | undefined;

  const compare = (): void => {
    for (; checkpoints[next]?.size === range.size; next += 1) {
      const agrees = checkpoints[next]?.root.equals(range.root()) === true;
      if (agrees) proven = Math.max(proven, range.size);
      // The first divergence names the place; every larger tree differs because of it.
      else diverged ??= { from: Math.min(proven + 1, range.size), to: range.size };
    }
  };

  compare();
  return {
    take(leafHash) {
      range.append(leafHash);
      compare();
    },
    end(origin) {
      if (diverged !== undefined) {
        problems.add('diverged', diverged.from, diverged.to, 'not what a signed checkpoint says');
      }
      const largest = checkpoints.at(-1);
      if (largest !== undefined && largest.size > range.size) {
        problems.add('diverged', range.size + 1, largest.size, 'missing: a signed checkpoint has them');
      }
      if (range.size > 0 && checkpoints.some((checkpoint) => checkpoint.origin !== origin)) {
        problems.add('diverged', 0, 0, 'a checkpoint is about another log');
      }
    },
    get proven() {
      return proven;
    },
    get size() {
      return range.size;
    },
    root: () => range.root(),
  };
}
