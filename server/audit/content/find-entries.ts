import type { AuditDatabase } from '../../db/database.ts';
import { readCopy } from '../read-copy.ts';
import type { Contents } from './open-contents.ts';

/** Whom contents are about: whoever asked, by their random id, or whoever is named, by the terms of a value (`subjectTerms`). */
export type Subject =
  | { readonly kind: 'actor'; readonly id: string }
  | { readonly kind: 'named'; readonly terms: readonly string[] };

/** Values of one statement: below the parameters that SQLite takes. */
const BATCH = 500;

/** Entries whose content is about somebody, ascending. Who is named in a prompt is also meant by its answer. */
export async function findEntries(path: string, contents: Contents, subject: Subject): Promise<number[]> {
  switch (subject.kind) {
    case 'actor':
      return readCopy(path, (db) => entriesOfActor(db, subject.id));
    case 'named': {
      await contents.flush();
      const named = await contents.find(subject.terms);
      return readCopy(path, (db) => entriesOfExchanges(db, named));
    }
    default:
      return subject satisfies never;
  }
}

async function entriesOfActor(db: AuditDatabase, actor: string): Promise<number[]> {
  const rows = await db
    .selectFrom('audit_content')
    .innerJoin('audit_entries', 'audit_entries.seq', 'audit_content.seq')
    .select('audit_content.seq')
    .where('audit_entries.actor', '=', actor)
    .orderBy('audit_content.seq')
    .execute();
  return rows.map(({ seq }) => seq);
}

async function entriesOfExchanges(db: AuditDatabase, seqs: readonly number[]): Promise<number[]> {
  const found = new Set<number>();
  for (let at = 0; at < seqs.length; at += BATCH) {
    const rows = await db
      .selectFrom('audit_entries as named')
      .innerJoin('audit_entries as entry', 'entry.exchange', 'named.exchange')
      .innerJoin('audit_content', 'audit_content.seq', 'entry.seq')
      .select('entry.seq')
      .where('named.seq', 'in', seqs.slice(at, at + BATCH))
      .execute();
    for (const { seq } of rows) found.add(seq);
  }
  return [...found].toSorted((a, b) => a - b);
}
