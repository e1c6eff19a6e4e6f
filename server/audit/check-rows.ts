import type { AuditEntriesTable } from '../db/tables.ts';
import type { LogHead } from './log-file.ts';
import { hashLeaf } from './leaf.ts';
import { invalid } from './unavailable.ts';

/**
 * Re-hashes stored rows and checks that each follows the one before.
 * @returns the last row's place and hash, or `head` when there is no row
 * @throws AppError ERR_AUDIT_INVALID
 */
export function checkRows(head: LogHead, rows: readonly AuditEntriesTable[]): LogHead {
  return rows.reduce((before, row) => {
    if (row.seq !== before.seq + 1) throw invalid(`entry ${before.seq + 1} is missing`);
    if (row.prev !== before.hash) throw invalid(`entry ${row.seq} does not follow the one before`);
    if (hashLeaf(row.leaf) !== row.hash) throw invalid(`entry ${row.seq} was changed`);
    return { seq: row.seq, hash: row.hash };
  }, head);
}
