import { z } from 'zod';
import { holdScope } from '../audit/content/content-bodies.ts';
import type { TimeCursor } from '../util/time-cursor.ts';

/** What a request is about, without anything personal. */
export const approvalAbout = z.discriminatedUnion('kind', [
  /** Seeing the content of an entry. */
  z.strictObject({ kind: z.literal('reveal'), entry: z.int().min(1) }),
  /** Erasing what is about a person who asked (`actor`), or about whoever a value names (no `actor`). */
  z.strictObject({ kind: z.literal('erasure'), basis: z.string(), actor: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal('hold'), scope: holdScope }),
  /** Clearing a hold. */
  z.strictObject({ kind: z.literal('release'), hold: z.string() }),
]);

export type ApprovalAbout = z.output<typeof approvalAbout>;

/**
 * `open`: waits for a second person. `granted`: agreed to; what it allows may be done. `refused`. `done`: carried out. `failed`: agreed to,
 * and could not be carried out. `expired`: nobody decided, or what was granted was not used in time.
 */
export const approvalStates = ['open', 'granted', 'refused', 'done', 'failed', 'expired'] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** A request that takes a second person. */
export interface Approval {
  readonly id: string;
  readonly about: ApprovalAbout;
  readonly reason: string;
  readonly state: ApprovalState;
  /** Ids of people; times are RFC 3339, UTC. */
  readonly askedBy: string;
  readonly askedAt: string;
  readonly expiresAt: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
}

export interface ApprovalPage {
  /** The newest first. */
  readonly approvals: readonly Approval[];
  readonly next?: TimeCursor;
}
