import type { AuditLog } from '../../server/audit/audit-log.ts';
import { generatedFrom, groundedExchange } from '../../tests/unit/audit/log-fixture.ts';
import { subjectTerms } from '../../server/redaction/subject-terms.ts';

/** Two entries each. */
const EXCHANGES = 5000;
const OTHERS = 500;
const AT_ONCE = 64;
const NAMED = 'erased@bench.example';

export interface ErasureFigures {
  readonly entries: number;
  readonly seconds: number;
  /** Entries of the same person that were left, whose keys were wrapped anew. */
  readonly left: number;
}

/** Erases whoever is named in thousands of exchanges, among others of the same people. */
export async function measureErasure(log: AuditLog): Promise<ErasureFigures> {
  const named = await groundedExchange('ex_named', `Write to ${NAMED} about the fee.`);
  const other = await groundedExchange('ex_other', 'Which fee applies?');
  const exchange = async (index: number): Promise<void> => {
    const kept = index < EXCHANGES ? named : other;
    const intended = await log.recordIntent({ ...kept, id: `ex_erasure_${index}` });
    await log.recordOutcome(generatedFrom(intended));
  };
  for (let at = 0; at < EXCHANGES + OTHERS; at += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => exchange(at + index)));
  const start = performance.now();
  const { entries } = await log.contents.erase(
    { kind: 'named', terms: subjectTerms(NAMED) },
    {
      actor: { kind: 'user', id: 'user_1' },
      approver: { kind: 'user', id: 'user_2' },
      request: 'req_bench',
      basis: 'bench',
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const left = await log.contents.find({ kind: 'actor', id: named.principal.id });
  return { entries, seconds, left: left.length };
}
