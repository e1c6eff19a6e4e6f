import type { AuditKeysDatabase } from '../../db/database.ts';
import type { RandomBytes } from '../../util/random.ts';
import { createSealedBox, type SealedBox } from '../../util/sealed-box.ts';
import { KEY_BYTES } from './key-store.ts';

/** Wraps the content keys of one subject; undefined when the subject has none. */
export async function findSubjectBox(
  db: AuditKeysDatabase,
  epochBox: SealedBox,
  subject: string,
  random: RandomBytes,
): Promise<SealedBox | undefined> {
  const row = await db
    .selectFrom('audit_subject_keys')
    .select('wrapped')
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return boxOf(epochBox.open(Buffer.from(row.wrapped, 'base64'), subject), random);
}

/** Gives a subject a new key, in place of one it may have. */
export async function renewSubjectBox(
  db: AuditKeysDatabase,
  epochBox: SealedBox,
  subject: string,
  random: RandomBytes,
): Promise<SealedBox> {
  const key = random(KEY_BYTES);
  const wrapped = epochBox.seal(key, subject).toString('base64');
  await db
    .insertInto('audit_subject_keys')
    .values({ subject, wrapped })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ wrapped }))
    .execute();
  return boxOf(key, random);
}

function boxOf(key: Buffer, random: RandomBytes): SealedBox {
  return createSealedBox(key, 'audit-content-keys', random);
}
