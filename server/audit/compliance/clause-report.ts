import type { AuditDatabase } from '../../db/database.ts';
import type { Clause, Wording } from './clause.ts';
import { countTypes, type Period, type TypeCount } from './count-types.ts';

/** Entries that show something, counted; first and last are their numbers. */
export interface EvidenceFound {
  readonly shows: Wording;
  readonly types: readonly string[];
  readonly count: number;
  readonly first?: number;
  readonly last?: number;
}

/** What the log has to show for a clause. It says what is there, never that the law is kept. */
export interface ClauseReport extends Omit<Clause, 'evidence'> {
  readonly evidence: readonly EvidenceFound[];
}

/** Holds the clauses against the entries of a period. */
export async function reportClauses(
  db: AuditDatabase,
  asked: readonly Clause[],
  period: Period,
): Promise<readonly ClauseReport[]> {
  const counts = await countTypes(db, period);
  return asked.map((clause) => ({
    ...clause,
    evidence: clause.evidence.map(({ shows, types }) => ({ shows, types, ...sumOf(types, counts) })),
  }));
}

function sumOf(
  types: readonly string[],
  counts: ReadonlyMap<string, TypeCount>,
): Pick<EvidenceFound, 'count' | 'first' | 'last'> {
  const found = types.flatMap((type) => counts.get(type) ?? []);
  if (found.length === 0) return { count: 0 };
  return {
    count: found.reduce((total, { count }) => total + count, 0),
    first: Math.min(...found.map(({ first }) => first)),
    last: Math.max(...found.map(({ last }) => last)),
  };
}
