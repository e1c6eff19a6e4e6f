import type { AnchorPolicy } from '../../domain/anchor-policy.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import type { Anchor, OfferedCheckpoint } from './anchor.ts';
import { type AnchorState, createAnchorWorker } from './anchor-worker.ts';

/** All anchors of a log, and the newest checkpoint that enough of them hold. */
export interface AnchoringState {
  readonly need: number;
  readonly strict: boolean;
  readonly maxAgeSeconds: number;
  readonly anchors: readonly AnchorState[];
  /** Undefined while too few anchors hold any. */
  readonly anchored: AnchorState['held'];
}

/** Brings checkpoints to anchors, and says whether that keeps up. */
export interface Anchoring {
  offer(checkpoint: OfferedCheckpoint): void;
  state(): AnchoringState;
  /** Resolves when every anchor has been tried with what was offered first. */
  attempted(): Promise<void>;
  /**
   * To be asked before an exchange begins.
   * @throws AppError ERR_AUDIT_UNAVAILABLE under a strict policy, when the newest anchored checkpoint is too old
   */
  assertFresh(): void;
  stop(): Promise<void>;
}

export interface AnchoringOptions {
  readonly policy: Pick<AnchorPolicy, 'need' | 'strict' | 'maxAgeSeconds'>;
  readonly anchors: readonly Anchor[];
  readonly clock: Clock;
  /** Keeps a checkpoint with the signature lines that a witness has put under it. */
  readonly cosigned: (checkpoint: OfferedCheckpoint, lines: string) => Promise<void>;
}

export function createAnchoring({ policy, anchors, clock, cosigned }: AnchoringOptions): Anchoring {
  const workers = anchors.map((anchor) =>
    createAnchorWorker(anchor, async (checkpoint, lines) => {
      if (lines !== '') await cosigned(checkpoint, lines);
    }),
  );
  const anchored = (): AnchorState['held'] => {
    const held = workers.flatMap((worker) => worker.state().held ?? []);
    return held.toSorted((a, b) => b.size - a.size)[policy.need - 1];
  };
  return {
    offer(checkpoint) {
      for (const worker of workers) worker.offer(checkpoint);
    },
    state: () => ({ ...policy, anchors: workers.map((worker) => worker.state()), anchored: anchored() }),
    async attempted() {
      await Promise.all(workers.map((worker) => worker.attempted()));
    },
    assertFresh() {
      if (!policy.strict) return;
      const newest = anchored()?.signedAt.getTime() ?? Number.NEGATIVE_INFINITY;
      if (clock.now().getTime() - newest > policy.maxAgeSeconds * 1000) throw stale(policy);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

function stale({ need, maxAgeSeconds }: AnchoringOptions['policy']): AppError {
  return new AppError(
    'ERR_AUDIT_UNAVAILABLE',
    `No checkpoint of the last ${maxAgeSeconds} s is held by ${need} of the audit log's anchors, so nothing is answered. See which one fails on the audit page, or change policies/anchors.yaml.`,
    { status: 503 },
  );
}
