import type { AuditLog } from '../audit/audit-log.ts';
import type { AppDatabase } from '../db/database.ts';
import { createApprovalStore } from '../desk/approval-store.ts';
import { type Approvals, createApprovals } from '../desk/approvals.ts';
import type { Clock } from '../util/clock.ts';
import type { Disposal } from '../util/disposal.ts';
import { everyHour } from '../util/every-hour.ts';
import type { RandomBytes } from '../util/random.ts';
import { createSealedBox } from '../util/sealed-box.ts';

interface ApprovalParts {
  readonly db: AppDatabase;
  readonly contentKey: Uint8Array;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly unswept: (error: unknown) => void;
}

/** Requests that take a second person; what is over is forgotten hourly. */
export function openApprovals(parts: ApprovalParts, disposal: Disposal): Approvals {
  const { db, contentKey, audit, clock, random, unswept } = parts;
  const store = createApprovalStore(db, createSealedBox(contentKey, 'approvals', random), clock);
  const approvals = createApprovals({ store, audit, clock, random });
  disposal.defer(everyHour(() => approvals.sweep(), unswept));
  return approvals;
}
