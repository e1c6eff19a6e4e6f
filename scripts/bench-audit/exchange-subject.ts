import type { AuditLog } from '../../server/audit/audit-log.ts';
import { generatedFrom, groundedExchange } from '../../tests/unit/audit/log-fixture.ts';
import type { Subject } from './measure-in-turns.ts';

/** What the log adds to an exchange: its intent and its outcome. The model that would answer in between takes no time. */
export async function exchangeSubject(log: AuditLog): Promise<Subject> {
  const grounded = await groundedExchange('ex_bench');
  let made = 0;
  return {
    name: 'intent and outcome of an exchange',
    clients: 1,
    async once() {
      const kept = { ...grounded, id: `ex_bench_${(made += 1)}` };
      const start = performance.now();
      const intended = await log.recordIntent(kept);
      const between = performance.now();
      const generated = generatedFrom(intended);
      const asked = performance.now();
      await log.recordOutcome(generated);
      return between - start + (performance.now() - asked);
    },
  };
}
