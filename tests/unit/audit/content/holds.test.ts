import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../../../server/audit/audit-log.ts';
import { isHeld } from '../../../../server/audit/content/holds.ts';
import { actor, createLogFolder, generatedFrom, groundedExchange, type LogFolder } from '../log-fixture.ts';

const by = { actor, approver: { kind: 'user', id: 'user_18' }, request: 'req_1' } as const;
const order = { ...by, basis: 'gdpr-17-1-b' };
const everything = { kind: 'actor', id: actor.id } as const;

let folder: LogFolder;
beforeEach(() => {
  folder = createLogFolder();
});
afterEach(() => folder[Symbol.dispose]());

async function exchange(log: AuditLog, id: string): Promise<void> {
  await log.recordOutcome(generatedFrom(await log.recordIntent(await groundedExchange(id))));
}

describe('a hold', () => {
  it('keeps contents in its scope from being erased, in the next run as well, until it is cleared', async () => {
    {
      await using log = await openAuditLog(folder.options);
      await exchange(log, 'ex_1');
      await exchange(log, 'ex_2');
      await log.contents.hold('hold_1', { exchange: 'ex_2' }, by);
    }
    await using log = await openAuditLog(folder.options);
    expect(await log.contents.holds()).toMatchObject([{ id: 'hold_1', scope: { exchange: 'ex_2' } }]);
    await expect(log.contents.erase(everything, order)).rejects.toMatchObject({
      code: 'ERR_AUDIT_RETAINED',
      reason: 'held',
    });
    const [kept] = await log.entries({ limit: 9, type: 'content.kept' });
    expect(kept?.leaf).toMatchObject({ ...by, because: 'held', holds: ['hold_1'] });
    expect(await log.contents.find(everything)).toHaveLength(4);
    await log.contents.clearHold('hold_1', by);
    expect(await log.contents.erase(everything, order)).toMatchObject({ entries: 4 });
    await expect(log.contents.clearHold('hold_1', by)).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
  });

  it('covers what all of its fields have in common', () => {
    const entry = { actor: 'user_1', exchange: 'ex_1', at: '2026-01-05T09:00:00.000Z' };
    expect(isHeld({}, entry)).toBe(true);
    expect(isHeld({ actor: 'user_1', exchange: 'ex_1', from: entry.at }, entry)).toBe(true);
    expect(isHeld({ actor: 'user_2' }, entry)).toBe(false);
    expect(isHeld({ exchange: 'ex_2' }, entry)).toBe(false);
    expect(isHeld({ to: entry.at }, entry)).toBe(false);
    expect(isHeld({ actor: 'user_1' }, { ...entry, actor: null })).toBe(false);
  });
});

describe('a term for contents', () => {
  it('refuses erasure until it is over', async () => {
    let days = 0;
    const clock = { now: () => new Date(Date.UTC(2026, 0, 5 + days, 9)) };
    await using log = await openAuditLog({ ...folder.options, clock, contentTermDays: 183 });
    await exchange(log, 'ex_1');
    days = 183;
    await expect(log.contents.erase(everything, order)).rejects.toMatchObject({ reason: 'term' });
    const [kept] = await log.entries({ limit: 9, type: 'content.kept' });
    expect(kept?.leaf).toMatchObject({ because: 'term', holds: [] });
    days = 184;
    expect(await log.contents.erase(everything, order)).toMatchObject({ entries: 2 });
  });
});
