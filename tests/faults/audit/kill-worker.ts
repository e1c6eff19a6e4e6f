import { writeSync } from 'node:fs';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { systemClock } from '../../../server/util/clock.ts';
import { createLogFolder, generatedFrom, groundedExchange } from '../../unit/audit/log-fixture.ts';

/**
 * Writes to the log of the folder in the first argument until it is killed. Each acknowledged entry goes to standard
 * output as `seq hash`, with one write each, so that what the parent has read was acknowledged before the kill.
 */
const [folder = ''] = process.argv.slice(2);
const own = createLogFolder(folder);
const kept = await groundedExchange('ex_0', 'Why?');
const log = await openAuditLog({ ...own.options, clock: systemClock });

const tell = ({ seq, hash }: { seq: number; hash: string }): void => {
  writeSync(1, `${seq} ${hash}\n`);
};

async function work(client: number): Promise<never> {
  for (let index = 0; ; index += 1) {
    tell(await log.recordEvent({ type: 'auth.failed', code: `ERR_${client}_${index}` }));
    const intended = await log.recordIntent({ ...kept, id: `ex_${process.pid}_${client}_${index}` });
    tell(intended.intent);
    tell((await log.recordOutcome(generatedFrom(intended))).outcome);
  }
}

await Promise.all([0, 1, 2, 3].map(work));
