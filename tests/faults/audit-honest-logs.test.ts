import { describe, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../server/audit/audit-log.ts';
import { localLog } from '../../server/audit/verify.ts';
import { createDice, type Dice } from '../helpers/dice.ts';
import {
  actor,
  createLogFolder,
  generatedFrom,
  groundedExchange,
  type LogFolder,
} from '../unit/audit/log-fixture.ts';
import { copyLog } from '../unit/audit/tampered-log.ts';
import { useJudges } from '../unit/audit/verifier/judges.ts';
import { rounds } from './audit/rounds.ts';

/** Whatever honestly happens to a log, nobody who verifies it may cry wolf. */

const ROUNDS = rounds({ short: 4, long: 1000 });
const HOUR_MS = 3_600_000;
const { judge } = useJudges();

describe('honest logs', { timeout: 4 * HOUR_MS }, () => {
  it(`${ROUNDS} of them verify, with erasures, holds, rotated keys, clock jumps and crashes`, async () => {
    const alarms: string[] = [];
    let erasures = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      using life = liveLife(createDice(7_000_000 + round));
      const { folder, erased } = await life.end();
      if (erased) erasures += 1;
      const report = await judge(localLog(folder.options));
      const expected = erased ? 20 : 0;
      if (report.exitCode !== expected || report.problems.length > 0)
        alarms.push(`seed ${7_000_000 + round}: ${JSON.stringify(report)}`);
    }
    expect(alarms).toEqual([]);
    expect(erasures).toBeGreaterThan(0);
  });
});

interface Life extends Disposable {
  end(): Promise<{ folder: LogFolder; erased: boolean }>;
}

/** One log from its first start on, through some runs of the server. */
function liveLife(dice: Dice): Life {
  const folders: LogFolder[] = [];
  let jump = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 0, 5, 9) + jump + (jump += 10)) };
  const optionsOf = (folder: LogFolder): LogFolder['options'] => ({ ...folder.options, clock });
  let folder = createLogFolder();
  folders.push(folder);
  let asked = 0;
  let erased = false;

  const doOne = async (log: AuditLog): Promise<void> => {
    const id = `ex_${(asked += 1)}`;
    const by = { actor, approver: { kind: 'user', id: 'user_18' }, request: `req_${asked}` } as const;
    switch (
      dice.pick([
        'answer',
        'answer',
        'answer',
        'fail',
        'open',
        'event',
        'erase',
        'hold',
        'clock',
        'sign',
        'rotate',
      ] as const)
    ) {
      case 'answer':
        await log.recordOutcome(generatedFrom(await log.recordIntent(await groundedExchange(id))));
        return;
      case 'fail':
        await log.recordFailure(
          await log.recordIntent(await groundedExchange(id)),
          'ERR_MODEL_UNAVAILABLE',
          '',
        );
        return;
      case 'open':
        // Its answer never comes: the next start closes it.
        await log.recordIntent(await groundedExchange(id));
        return;
      case 'event':
        await log.recordEvent({ type: 'auth.signed-in', user: actor.id });
        return;
      case 'erase': {
        const { entries } = await log.contents.erase(
          { kind: 'actor', id: actor.id },
          { ...by, basis: 'gdpr-17-1-b' },
        );
        erased ||= entries > 0;
        return;
      }
      case 'hold':
        // On nothing that is erased here, so that erasures go on.
        await log.contents.hold(`hold_${asked}`, { exchange: 'ex_none' }, by);
        return;
      case 'clock':
        jump += dice.pick([-HOUR_MS, HOUR_MS, 24 * HOUR_MS]);
        return;
      case 'sign':
        await log.checkpoint();
        return;
      case 'rotate':
        // Refused while two keys sign already.
        await log.rotateKey(actor, new Date(Date.UTC(2026, 0, 5, 9) + jump + HOUR_MS)).catch(() => undefined);
    }
  };

  const run = async (): Promise<void> => {
    const log = await openAuditLog(optionsOf(folder));
    try {
      const times = 1 + dice.below(12);
      for (let time = 0; time < times; time += 1) await doOne(log);
      if (dice.below(4) > 0) return;
      // The machine stops: what is on the disk now is all that the next start finds.
      await log.checkpoint();
      folder = copyLog(folder);
      folders.push(folder);
    } finally {
      await log[Symbol.asyncDispose]();
    }
  };

  return {
    async end() {
      const runs = 1 + dice.below(4);
      for (let count = 0; count < runs; count += 1) await run();
      // The last run may have left an intent open; the next start closes it.
      const last = await openAuditLog(optionsOf(folder));
      await last[Symbol.asyncDispose]();
      return { folder, erased };
    },
    [Symbol.dispose]() {
      for (const each of folders) each[Symbol.dispose]();
    },
  };
}
