import type { AnchorSetting } from '../../domain/anchor-policy.ts';
import type { TreeHead } from '../consistency-proof.ts';
import type { LogKey } from '../log-key.ts';

/** A checkpoint to be kept. */
export interface OfferedCheckpoint extends TreeHead {
  /** Signed note. */
  readonly note: string;
  readonly signedAt: Date;
  /** Hashes that show that it goes on from the log's first `size` entries. */
  readonly proofFrom: (size: number) => Promise<Buffer[]>;
}

/** What an anchor says that it holds of a log; without a root when it tells nothing but the size. */
export interface HeldTree {
  readonly size: number;
  readonly root?: Buffer;
}

/** The log, as an anchor is asked about it. */
export interface AnchoredLog {
  readonly origin: string;
  readonly keys: readonly LogKey[];
  /** The newest checkpoint at hand. */
  readonly newest?: OfferedCheckpoint;
}

/** A place that keeps checkpoints out of reach of whoever runs the log. Trouble with it never reaches a request. */
export interface Anchor {
  readonly name: string;
  readonly kind: AnchorSetting['kind'];
  /** At least so many milliseconds between two checkpoints. */
  readonly everyMs: number;
  /**
   * Hands a checkpoint over; it is held when this resolves.
   * @returns signature lines that a witness has put under it; empty for a place that does not sign
   * @throws AnchorConflict when the anchor holds a larger or another tree; Error when it cannot be reached
   */
  hold(checkpoint: OfferedCheckpoint, signal: AbortSignal): Promise<string>;
  /**
   * The largest tree of this log that it holds; undefined when it holds none, or cannot be asked.
   * @throws as hold
   */
  recall(log: AnchoredLog, signal: AbortSignal): Promise<HeldTree | undefined>;
  /** Lets connections go. */
  close(): void;
}

/** The anchor holds a tree that this log does not go on from: the log was put back, or rewritten. */
export class AnchorConflict extends Error {
  override readonly name = 'AnchorConflict';
}
