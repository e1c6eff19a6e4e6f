import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import type { Approval } from '../../../server/desk/approval.ts';
import { type ApprovalStore, createApprovalStore } from '../../../server/desk/approval-store.ts';
import { createSealedBox } from '../../../server/util/sealed-box.ts';
import { systemRandom } from '../../../server/util/random.ts';

const approval: Approval = {
  id: 'req_1',
  about: { kind: 'erasure', basis: 'gdpr-17-1-b' },
  reason: 'She asks for it.',
  state: 'open',
  askedBy: 'usr_1',
  askedAt: '2026-01-05T09:00:00.000Z',
  expiresAt: '2026-01-12T09:00:00.000Z',
};

let folder: string;
let db: AppDatabase;
let store: ApprovalStore;
let now: string;
beforeEach(async () => {
  now = '2026-01-06T09:00:00.000Z';
  const clock = { now: () => new Date(now) };
  folder = mkdtempSync(join(tmpdir(), 'intramura-approvals-'));
  db = await openAppDatabase(join(folder, 'app.db'), clock);
  store = createApprovalStore(db, createSealedBox(Buffer.alloc(32, 1), 'approvals', systemRandom), clock);
  await store.insert(approval, ['compact 13812345678']);
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});

describe('requests at rest', () => {
  it('come back as they were, with what somebody is found by sealed', async () => {
    expect(await store.get('req_1')).toEqual(approval);
    expect(await store.terms('req_1')).toEqual(['compact 13812345678']);
    const row = await db.selectFrom('approvals').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('13812345678');
    await expect(store.get('req_2')).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });

  it('are decided once', async () => {
    const decided = { decidedBy: 'usr_2', decidedAt: now };
    const moves = [
      await store.move('req_1', 'open', { ...decided, state: 'granted' }),
      await store.move('req_1', 'open', { ...decided, state: 'refused' }),
    ];
    expect(moves).toEqual([true, false]);
    expect(await store.get('req_1')).toMatchObject({ ...decided, state: 'granted' });
    await store.move('req_1', 'granted', { state: 'done' });
    expect(await store.terms('req_1')).toEqual([]);
  });

  it('are over when nobody decided in time, and what they were about is forgotten', async () => {
    now = approval.expiresAt;
    expect((await store.get('req_1')).state).toBe('expired');
    expect(await store.move('req_1', 'open', { state: 'granted' })).toBe(false);
    await store.sweep();
    expect(await store.terms('req_1')).toEqual([]);
  });

  it('come in pages, the newest first', async () => {
    for (let day = 6; day < 9; day += 1)
      await store.insert({ ...approval, id: `req_${day}`, askedAt: `2026-01-0${day}T09:00:00.000Z` });
    const first = await store.page(3);
    expect(first.approvals.map(({ id }) => id)).toEqual(['req_8', 'req_7', 'req_6']);
    const rest = await store.page(3, first.next);
    expect(rest).toEqual({ approvals: [approval] });
  });
});
