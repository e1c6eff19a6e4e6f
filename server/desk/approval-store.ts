import { z } from 'zod';
import type { ApprovalsTable } from '../db/approval-tables.ts';
import type { AppDatabase } from '../db/database.ts';
import { isBefore, pageRows } from '../db/page-rows.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import type { SealedBox } from '../util/sealed-box.ts';
import { openJson, sealJson } from '../util/sealed-text.ts';
import type { TimeCursor } from '../util/time-cursor.ts';
import { type Approval, approvalAbout, type ApprovalPage, approvalStates } from './approval.ts';

/** Requests at rest. What changes a state does so only from the state it expects, so that two people cannot both decide. */
export interface ApprovalStore {
  insert(approval: Approval, terms?: readonly string[]): Promise<void>;
  page(limit: number, after?: TimeCursor): Promise<ApprovalPage>;
  /** @throws AppError ERR_NOT_FOUND */
  get(id: string): Promise<Approval>;
  /** By what the person is found whom a value names; empty when it is another kind of request. */
  terms(id: string): Promise<readonly string[]>;
  /** False when it is not in the state `from`, or its time is over. */
  move(id: string, from: Approval['state'], change: ApprovalChange): Promise<boolean>;
  /** Forgets what the person is found by in requests whose time is over. */
  sweep(): Promise<void>;
}

export type ApprovalChange = Partial<Pick<Approval, 'state' | 'expiresAt' | 'decidedBy' | 'decidedAt'>>;

const termList = z.array(z.string());
const context = (id: string): string => `approval ${id} terms`;

export function createApprovalStore(db: AppDatabase, box: SealedBox, clock: Clock): ApprovalStore {
  const now = (): string => clock.now().toISOString();
  return {
    async insert(approval, terms) {
      const { id, about, reason, state, askedBy, askedAt, expiresAt } = approval;
      await db
        .insertInto('approvals')
        .values({
          id,
          kind: about.kind,
          about: JSON.stringify(about),
          terms: terms === undefined ? null : sealJson(box, terms, context(id)),
          reason,
          state,
          asked_by: askedBy,
          asked_at: askedAt,
          expires_at: expiresAt,
          decided_by: null,
          decided_at: null,
        })
        .execute();
    },
    async page(limit, after) {
      let query = db.selectFrom('approvals').selectAll();
      if (after !== undefined) query = query.where(isBefore('asked_at', after));
      const found = await query
        .orderBy('asked_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const { rows, next } = pageRows(found, limit, ({ asked_at: at, id }) => ({ at, id }));
      const approvals = rows.map((row) => approvalOf(row, now()));
      return { approvals, ...(next === undefined ? {} : { next }) };
    },
    get: async (id) => approvalOf(await find(db, id), now()),
    async terms(id) {
      const { terms } = await find(db, id);
      return terms === null ? [] : openJson(box, terms, context(id), termList);
    },
    async move(id, from, { state, expiresAt, decidedBy, decidedAt }) {
      const isOver = state === 'done' || state === 'failed' || state === 'refused';
      const { numUpdatedRows } = await db
        .updateTable('approvals')
        .set({
          ...(state === undefined ? {} : { state }),
          ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
          ...(decidedBy === undefined ? {} : { decided_by: decidedBy }),
          ...(decidedAt === undefined ? {} : { decided_at: decidedAt }),
          ...(isOver ? { terms: null } : {}),
        })
        .where('id', '=', id)
        .where('state', '=', from)
        .where('expires_at', '>', now())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async sweep() {
      await db.updateTable('approvals').set({ terms: null }).where('expires_at', '<=', now()).execute();
    },
  };
}

async function find(db: AppDatabase, id: string): Promise<ApprovalsTable> {
  const row = await db.selectFrom('approvals').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined) return row;
  throw new AppError('ERR_NOT_FOUND', 'There is no such request.', { status: 404 });
}

function approvalOf(row: ApprovalsTable, now: string): Approval {
  const state = z.enum(approvalStates).parse(row.state);
  const waits = state === 'open' || state === 'granted';
  return {
    id: row.id,
    about: approvalAbout.parse(JSON.parse(row.about)),
    reason: row.reason,
    state: waits && row.expires_at <= now ? 'expired' : state,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
  };
}
