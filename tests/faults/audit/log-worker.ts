import { writeSync } from 'node:fs';
import { type AuditLog, openAuditLog } from '../../../server/audit/audit-log.ts';
import type { EntryRef } from '../../../server/domain/exchange.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { createLogFolder, generatedFrom, groundedExchange } from '../../unit/audit/log-fixture.ts';
import { openUnsynced } from './open-unsynced.ts';
import type { WorkerMessage } from './worker-messages.ts';

/**
 * Works with the log of the folder in the first argument: opens it, takes the events and exchanges asked for, one after
 * the other, and closes it. What happens goes to standard output as one JSON object a line, each in one write, so that
 * whatever a parent has read or a trace shows had happened by then. A log that fails is a result, not an error.
 */
const [folder = '', rounds = '1', synchronous = 'full'] = process.argv.slice(2);

function tell(message: WorkerMessage): void {
  writeSync(1, `${JSON.stringify(message)}\n`);
}

/** What is not acknowledged is refused. */
async function attempt(append: () => Promise<EntryRef>): Promise<void> {
  try {
    const { seq, hash } = await append();
    tell({ acknowledged: seq, hash });
  } catch (error) {
    tell({ refused: codeOf(error) });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

const kept = await groundedExchange('ex_0', 'Why?');

/** What the pipeline does: no model without a durable intent, no answer without a durable outcome. */
async function exchange(log: AuditLog, id: string): Promise<void> {
  await attempt(async () => {
    const intended = await log.recordIntent({ ...kept, id });
    tell({ acknowledged: intended.intent.seq, hash: intended.intent.hash });
    const { outcome } = await log.recordOutcome(generatedFrom(intended));
    tell({ released: id });
    return outcome;
  });
}

async function work(log: AuditLog): Promise<void> {
  for (let round = 0; round < Number(rounds); round += 1) {
    await exchange(log, `ex_${process.pid}_${round}`);
    await attempt(() => log.recordEvent({ type: 'auth.failed', code: `ERR_${round}` }));
  }
}

const { options } = createLogFolder(folder);
try {
  const log = await openAuditLog({
    ...options,
    clock: systemClock,
    ...(synchronous === 'normal' && { openDatabase: openUnsynced }),
  });
  tell({ opened: true });
  await work(log);
  await log[Symbol.asyncDispose]();
  tell({ closed: true });
} catch (error) {
  tell({ refused: codeOf(error) });
}
