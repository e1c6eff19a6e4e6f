import { expect } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { actor, createLogFolder } from '../../unit/audit/log-fixture.ts';
import { acknowledgedOf, releasedOf, type WorkerMessage } from './worker-messages.ts';

const MANY = 1_000_000;
/** Of so many acknowledged exchanges the contents are opened; opening is an entry of its own. */
const OPENED = 2;
const byTwo = { actor, approver: { ...actor, id: 'user_18' }, request: 'req_1' };

/**
 * Opens the log of a folder as the next start would, and holds it against what a worker was told: nothing acknowledged
 * is lost, no answer went out without its outcome, every intent is closed, contents open, and the log is one chain
 * under its checkpoints.
 * @throws AppError when the log does not open
 */
export async function expectSoundLog(folder: string, told: readonly WorkerMessage[]): Promise<void> {
  await using log = await openAuditLog({ ...createLogFolder(folder).options, clock: systemClock });
  const report = await log.verify();
  expect(report).toMatchObject({ exitCode: 0, problems: [] });
  const entries = await log.entries({ limit: MANY });
  const stored = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  for (const [seq, hash] of acknowledgedOf(told)) expect([seq, stored.get(seq)]).toEqual([seq, hash]);
  const of = (type: string): Set<unknown> =>
    new Set(entries.filter((entry) => entry.type === type).map(({ leaf }) => leaf['exchange']));
  const completed = of('exchange.completed');
  const aborted = of('exchange.aborted');
  expect([...completed]).toEqual(expect.arrayContaining(releasedOf(told)));
  expect([...completed].filter((exchange) => aborted.has(exchange))).toEqual([]);
  expect(new Set([...completed, ...aborted])).toEqual(of('exchange.intended'));
  const sealed = entries.filter(({ type }) => type === 'exchange.intended' || type === 'exchange.completed');
  for (const { seq } of sealed
    .filter((entry) => acknowledgedOf(told).some(([known]) => known === entry.seq))
    .slice(-OPENED))
    await expect(log.contents.open(seq, byTwo)).resolves.toBeDefined();
}
