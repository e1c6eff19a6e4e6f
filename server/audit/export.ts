import { setImmediate } from 'node:timers/promises';
import { type AuditDatabase, openAuditCopy } from '../db/database.ts';
import type { AuditEntriesTable } from '../db/tables.ts';
import { type EntryFilters, fittingEntries } from './entry-filters.ts';
import { toCef } from './export-cef.ts';
import { toOcsf } from './export-ocsf.ts';
import { type Leaf, parseLeaf } from './leaf.ts';
import { assertAscending } from './read-copy.ts';
import { invalid } from './unavailable.ts';

export const exportFormats = ['jsonl', 'ocsf', 'cef'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Which entries are exported: all when nothing is said. */
export interface ExportChoice extends EntryFilters {
  /** Entries with a smaller number. */
  readonly before?: number;
}

/**
 * Every chosen entry as one line (without its newline), oldest first. `jsonl` lines are the stored leaves byte for
 * byte, so that an export of all entries verifies like the log itself; `ocsf` and `cef` are for a SIEM and prove nothing.
 * @param path the database file; it may be in use
 * @throws AppError ERR_AUDIT_INVALID when the file is damaged so that its entries are out of order
 */
export async function* exportEntries(
  path: string,
  format: ExportFormat,
  choice: ExportChoice = {},
): AsyncIterable<string> {
  const db = openAuditCopy(path);
  try {
    for await (const rows of chosenPages(db, choice)) {
      for (const { leaf, hash } of rows) yield formatEntry(format, leaf, hash);
    }
  } finally {
    await db.destroy();
  }
}

const PAGE_ROWS = 500;

async function* chosenPages(
  db: AuditDatabase,
  choice: ExportChoice,
): AsyncIterable<Pick<AuditEntriesTable, 'leaf' | 'hash'>[]> {
  for (let after = 0; ;) {
    const rows = await fittingEntries(db, { ...choice, after })
      .select(['seq', 'leaf', 'hash'])
      .orderBy('seq')
      .limit(PAGE_ROWS)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    assertAscending(after, last.seq);
    yield rows;
    after = last.seq;
    await setImmediate();
  }
}

function formatEntry(format: ExportFormat, text: string, hash: string): string {
  switch (format) {
    case 'jsonl':
      return text;
    case 'ocsf':
      return JSON.stringify(toOcsf(readLeaf(text), hash));
    case 'cef':
      return toCef(readLeaf(text), hash);
    default:
      return format satisfies never;
  }
}

function readLeaf(text: string): Leaf {
  const leaf = parseLeaf(JSON.parse(text));
  if (leaf === undefined) throw invalid('an entry does not fit its schema');
  return leaf;
}
