import type { AuditDatabase } from '../../db/database.ts';
import { AppError } from '../../errors.ts';
import { MOST_WORDS } from '../field.ts';
import type { PlainBody } from '../leaf.ts';
import { holdsOver } from './holds.ts';

/** Why contents are not erased, as the log says it. */
export type Kept = Pick<Extract<PlainBody, { type: 'content.kept' }>, 'because' | 'holds'>;

/**
 * What stands against erasing the contents of entries; undefined when nothing does. One entry that must be kept keeps all of the
 * request: whether the rest may go alone is for people to say, in a request that leaves it out.
 * @param keepUntil contents of entries made before this time may go (RFC 3339, UTC); absent where there is no term
 */
export async function whatKeeps(
  db: AuditDatabase,
  seqs: readonly number[],
  keepUntil: string | undefined,
): Promise<Kept | undefined> {
  const holds = await holdsOver(db, seqs);
  if (holds.length > 0) return { because: 'held', holds: holds.slice(0, MOST_WORDS).map(({ id }) => id) };
  // Times grow with numbers but for a clock that was set back: the newest entry decides.
  const newest = seqs.at(-1);
  if (keepUntil === undefined || newest === undefined) return undefined;
  const row = await db.selectFrom('audit_entries').select('at').where('seq', '=', newest).executeTakeFirst();
  return row !== undefined && row.at >= keepUntil ? { because: 'term', holds: [] } : undefined;
}

export function keptError({ because }: Kept): AppError {
  return because === 'held'
    ? new AppError(
        'ERR_AUDIT_RETAINED',
        'A hold stands over some of it, so nothing was erased. Clear the hold first.',
        {
          status: 409,
          reason: because,
        },
      )
    : new AppError(
        'ERR_AUDIT_RETAINED',
        'Some of it is younger than the term for which policies/retention.yaml has contents kept, so nothing was erased.',
        { status: 409, reason: because },
      );
}
