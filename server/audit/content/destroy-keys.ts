import { setImmediate } from 'node:timers/promises';
import type { AuditKeysDatabase } from '../../db/database.ts';
import type { RandomBytes } from '../../util/random.ts';
import type { SealedBox } from '../../util/sealed-box.ts';
import type { KeyStore } from './key-store.ts';
import type { SeqRange } from './seq-ranges.ts';
import { findSubjectBox, renewSubjectBox } from './subject-key.ts';

/** Other work gets its turn after so many keys. */
const TURN_KEYS = 500;

/**
 * Destroys the content keys of entries for good: their rows are overwritten, what is left of their subjects is wrapped by new subject
 * keys, these by the key of a new epoch, and the old epoch's key is destroyed. A copy of the keys that was made before then opens
 * nothing: its subject keys need the old epoch's key, and the new subject keys do not open its content keys.
 * @param also what else belongs to the same transaction
 */
export async function destroyKeys(
  store: KeyStore,
  ranges: readonly SeqRange[],
  random: RandomBytes,
  also: (db: AuditKeysDatabase) => Promise<void>,
): Promise<void> {
  await store.rotate(async (db) => {
    const subjects = new Set<string>();
    for (const range of ranges) {
      for (const subject of await subjectsOf(db, range)) subjects.add(subject);
      for (const table of ['audit_content_keys', 'audit_subject_index'] as const)
        await db.deleteFrom(table).where('seq', '>=', range[0]).where('seq', '<=', range[1]).execute();
    }
    for (const subject of subjects) await renewSubject(db, await store.epochBox(db), subject, random);
    await also(db);
  });
}

async function subjectsOf(db: AuditKeysDatabase, [from, to]: SeqRange): Promise<string[]> {
  const rows = await db
    .selectFrom('audit_content_keys')
    .select('subject')
    .distinct()
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Wraps the keys that a subject has left under a new subject key; a subject without any loses its own. */
async function renewSubject(
  db: AuditKeysDatabase,
  epochBox: SealedBox,
  subject: string,
  random: RandomBytes,
): Promise<void> {
  const old = await findSubjectBox(db, epochBox, subject, random);
  const left = await db
    .selectFrom('audit_content_keys')
    .select(['id', 'wrapped'])
    .where('subject', '=', subject)
    .execute();
  if (old === undefined || left.length === 0) {
    await db.deleteFrom('audit_subject_keys').where('subject', '=', subject).execute();
    return;
  }
  const box = await renewSubjectBox(db, epochBox, subject, random);
  for (const [index, { id, wrapped }] of left.entries()) {
    const key = old.open(Buffer.from(wrapped, 'base64'), id);
    await db
      .updateTable('audit_content_keys')
      .set({ wrapped: box.seal(key, id).toString('base64') })
      .where('id', '=', id)
      .execute();
    key.fill(0);
    if (index % TURN_KEYS === TURN_KEYS - 1) await setImmediate();
  }
}
