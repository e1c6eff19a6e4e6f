import type { ErrorCode } from '../../errors.ts';

/** A file or page that a source holds. */
export interface SourceItem {
  /** Names it in its source, as the source does; the same from one listing to the next. */
  readonly id: string;
  /** As people know it: segments between `/`, within the source, in Unicode NFC. */
  readonly path: string;
  /** Another one whenever the contents may be others. Absent where only reading tells. */
  readonly revision?: string;
  /** Absent where only reading tells. */
  readonly bytes?: number;
}

/** What a listing says of one item. */
export type Listed =
  | { readonly kind: 'item'; readonly item: SourceItem }
  /** It is there, and being written: read it the next time. */
  | { readonly kind: 'busy'; readonly id: string }
  /** It is there, and never read. */
  | { readonly kind: 'refused'; readonly id: string; readonly code: ErrorCode; readonly reason: string };

export interface OpenedItem {
  readonly revision: string;
  /** Fails with ERR_SOURCE_ITEM_TOO_LARGE after the limit, and with the signal's reason. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface OpenOptions {
  readonly signal: AbortSignal;
  /** The revision that was read last. */
  readonly known?: string;
}

/**
 * Reads a place that documents come from. It never writes there. Every connector passes the same contract test.
 * Errors are AppErrors: ERR_SOURCE_UNREACHABLE, ERR_SOURCE_CREDENTIALS, ERR_SOURCE_INVALID, ERR_EGRESS_DENIED of the
 * whole source, ERR_SOURCE_ITEM_* of one item; an abort rejects with the signal's reason.
 */
export interface Connector {
  /** Whether the source can be reached and listed with its settings and credentials. */
  check(signal: AbortSignal): Promise<void>;
  /** Everything that is there. A listing that fails half-way says nothing about what it did not come to. */
  list(signal: AbortSignal): AsyncIterable<Listed>;
  /** Undefined when the contents are those of the known revision. */
  open(item: SourceItem, options: OpenOptions): Promise<OpenedItem | undefined>;
}

export interface ConnectorLimits {
  readonly maxItemBytes: number;
  readonly maxItems: number;
}
