import type { RandomBytes } from '../../util/random.ts';
import { KEY_BYTES, type KeyStore } from './key-store.ts';
import type { ContentKey } from './seal-content.ts';
import { findSubjectBox, renewSubjectBox } from './subject-key.ts';

/** Content keys that lie ready on the disk, so that an exchange waits for no second sync. */
export interface KeyPool {
  /** A key for one entry of a subject, durable before it is given. @throws Error when keys cannot be written */
  take(subject: string): Promise<ContentKey>;
}

/** Keys that one commit makes, and how few are left when the next are made: an exchange takes two. */
const MADE_AT_ONCE = 64;
const FEW = 8;
/** Subjects whose keys are held ready; those of the others are removed at the next start. */
const MOST_SUBJECTS = 1000;
const ID_BYTES = 16;

export function createKeyPool(store: KeyStore, random: RandomBytes): KeyPool {
  const ready = new Map<string, ContentKey[]>();
  const making = new Map<string, Promise<void>>();

  const make = async (subject: string): Promise<void> => {
    const made = await makeKeys(store, subject, random);
    ready.set(subject, [...made, ...(ready.get(subject) ?? [])]);
    const [oldest] = ready.keys();
    if (ready.size > MOST_SUBJECTS && oldest !== undefined) ready.delete(oldest);
  };

  /** Whoever comes while keys are being made waits for the same ones. */
  const makeOnce = (subject: string): Promise<void> => {
    const running = making.get(subject);
    if (running !== undefined) return running;
    const begun = make(subject).finally(() => making.delete(subject));
    making.set(subject, begun);
    return begun;
  };

  return {
    async take(subject) {
      for (;;) {
        const keys = ready.get(subject);
        const key = keys?.pop();
        if ((keys?.length ?? 0) < FEW) {
          const more = makeOnce(subject);
          // Whoever has a key does not wait, and whoever needs one hears of the failure.
          if (key === undefined) await more;
          else more.catch(() => undefined);
        }
        if (key !== undefined) return key;
      }
    },
  };
}

function makeKeys(store: KeyStore, subject: string, random: RandomBytes): Promise<ContentKey[]> {
  const keys = Array.from({ length: MADE_AT_ONCE }, () => ({
    id: random(ID_BYTES).toString('hex'),
    key: random(KEY_BYTES),
  }));
  return store.db.transaction().execute(async (transaction) => {
    const above = await store.epochBox(transaction);
    const box =
      (await findSubjectBox(transaction, above, subject, random)) ??
      (await renewSubjectBox(transaction, above, subject, random));
    await transaction
      .insertInto('audit_content_keys')
      .values(
        keys.map(({ id, key }) => ({
          id,
          subject,
          wrapped: box.seal(key, id).toString('base64'),
          seq: null,
        })),
      )
      .execute();
    return keys;
  });
}
