import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../../server/audit/audit-log.ts';
import { actor, createLogFolder } from '../log-fixture.ts';

describe('a report on a clause', () => {
  it('counts the entries that show something, from the first to the last, and is an entry itself', async () => {
    using folder = createLogFolder();
    await using log = await openAuditLog(folder.options);
    const { seq: first } = await log.recordEvent({ type: 'auth.failed', code: 'ERR_AUTH_INVALID' });
    await log.recordEvent({ type: 'auth.signed-in', user: 'user_17' });
    const { seq: last } = await log.recordEvent({ type: 'auth.failed', code: 'ERR_AUTH_INVALID' });
    const [report] = await log.report(actor, { clause: 'pci-10.2.1.4' });
    expect(report?.evidence).toEqual([
      expect.objectContaining({ types: ['auth.failed'], count: 2, first, last }),
      expect.objectContaining({ types: ['policy.denied', 'exchange.refused'], count: 0 }),
    ]);
    const [newest] = await log.entries({ order: 'newest', limit: 1 });
    expect(newest?.leaf).toMatchObject({ type: 'audit.reported', actor, clause: 'pci-10.2.1.4' });
  });

  it('counts what a period holds', async () => {
    using folder = createLogFolder();
    await using log = await openAuditLog(folder.options);
    const at: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const { seq } = await log.recordEvent({ type: 'auth.failed', code: 'ERR_AUTH_INVALID' });
      at.push((await log.entry(seq)).at);
    }
    const count = async (period: { from?: string; to?: string }): Promise<number | undefined> =>
      (await log.report(actor, { clause: 'pci-10.2.1.4', ...period }))[0]?.evidence[0]?.count;
    expect(await count({ from: at[1] ?? '' })).toBe(2);
    expect(await count({ to: at[1] ?? '' })).toBe(1);
    expect(await count({ from: at[1] ?? '', to: at[2] ?? '' })).toBe(1);
    expect(await count({ from: '2031-01-01T00:00:00.000Z' })).toBe(0);
  });

  it('leaves nothing in the log for a clause that there is not', async () => {
    using folder = createLogFolder();
    await using log = await openAuditLog(folder.options);
    const before = log.state().size;
    await expect(log.report(actor, { clause: 'none' })).rejects.toMatchObject({ code: 'ERR_NOT_FOUND' });
    expect(log.state().size).toBe(before);
  });
});
