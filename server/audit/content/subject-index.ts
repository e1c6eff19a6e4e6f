import { createHmac } from 'node:crypto';
import type { AuditKeysDatabase } from '../../db/database.ts';
import type { KeyStore } from './key-store.ts';
import { createTurns } from '../../util/turns.ts';

/** A content that was sealed for an entry which may not be durable yet. */
export interface SealedNote {
  readonly seq: number;
  /** Id of its key. */
  readonly key: string;
  readonly subjects: readonly string[];
}

/**
 * Which entry each key and each subject belongs to. It is written a moment after the entries, so that no exchange waits for it;
 * what a crash kept from being written is read again from the contents at the next start.
 */
export interface SubjectIndex {
  note(sealed: SealedNote): void;
  /** Every entry up to this one is durable. */
  reached(seq: number): void;
  /** Writes what is noted. */
  flush(): Promise<void>;
  /** Entries in whose content one of the terms stands, ascending. Flush first. */
  find(terms: readonly string[]): Promise<number[]>;
  /** Entries up to this one were written by an earlier run. */
  indexed(): Promise<number>;
  /** Whether so much waits to be written that nothing more should be sealed. */
  overdue(): boolean;
  stop(): void;
}

/** 128 bits of HMAC-SHA-256 (SP 800-107, 5.1), hex. */
const TAG_LETTERS = 32;
const FLUSH_MS = 1000;
/** Rows of one statement: below the parameters that SQLite takes. */
const BATCH = 500;
/** Notes wait in memory; so many mean that the disk of the keys has failed for long. */
const MOST_NOTES = 10_000;

export function createSubjectIndex({ db, indexKey }: KeyStore): SubjectIndex {
  let notes: SealedNote[] = [];
  let durable = 0;
  let timer: NodeJS.Timeout | undefined;
  /** Two at a time would write the same notes twice. */
  const inTurn = createTurns();

  const tagOf = (term: string): string =>
    createHmac('sha256', indexKey).update(term).digest('hex').slice(0, TAG_LETTERS);

  const write = async (): Promise<void> => {
    const reached = durable;
    const due = notes.filter(({ seq }) => seq <= reached);
    if (due.length === 0) return;
    await db.transaction().execute(async (transaction) => {
      for (const { key, seq } of due)
        await transaction.updateTable('audit_content_keys').set({ seq }).where('id', '=', key).execute();
      const tags = due.flatMap(({ seq, subjects }) => subjects.map((term) => ({ tag: tagOf(term), seq })));
      await insertTags(transaction, tags);
      await transaction.updateTable('audit_key_state').set({ indexed: reached }).execute();
    });
    const written = new Set(due);
    notes = notes.filter((note) => !written.has(note));
  };

  const flush = (): Promise<void> => inTurn(write);

  const flushLater = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // What could not be written stays noted.
      flush().catch(flushLater);
    }, FLUSH_MS).unref();
  };

  return {
    note: (sealed) => void notes.push(sealed),
    reached(seq) {
      durable = seq;
      if (notes.length > 0) flushLater();
    },
    flush,
    async find(terms) {
      const rows = await db
        .selectFrom('audit_subject_index')
        .select('seq')
        .distinct()
        .where('tag', 'in', terms.map(tagOf))
        .orderBy('seq')
        .execute();
      return rows.map(({ seq }) => seq);
    },
    async indexed() {
      const state = await db.selectFrom('audit_key_state').select('indexed').executeTakeFirstOrThrow();
      return state.indexed;
    },
    overdue: () => notes.length > MOST_NOTES,
    stop: () => clearTimeout(timer),
  };
}

async function insertTags(
  db: AuditKeysDatabase,
  tags: readonly { readonly tag: string; readonly seq: number }[],
): Promise<void> {
  for (let at = 0; at < tags.length; at += BATCH)
    await db
      .insertInto('audit_subject_index')
      .values(tags.slice(at, at + BATCH))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
