import type { AnchoringState } from './anchors/anchoring.ts';
import type { LogParts } from './open-parts.ts';

/** How far the log reaches, and how far its newest checkpoint does. */
export interface LogState {
  readonly anchoring: AnchoringState;
  /** Entries in the log. */
  readonly size: number;
  readonly origin: string;
  /** First four bytes of a hash of the log's name and public key, hex: which key signs. */
  readonly keyId: string;
  readonly checkpoint: {
    readonly note: string;
    /** Entries it covers. */
    readonly size: number;
    /** When this run signed it; undefined before it has signed any. */
    readonly at: Date | undefined;
    /** Whether signing the entries after it has failed. */
    readonly failing: boolean;
  };
}

export function logState({
  checkpointer,
  anchoring,
  origin,
  head,
}: Pick<LogParts, 'checkpointer' | 'anchoring' | 'origin' | 'head'>): LogState {
  const keyId = checkpointer.keys().at(-1)?.id ?? '';
  return { size: head().seq, origin, keyId, checkpoint: checkpointer.newest(), anchoring: anchoring.state() };
}
