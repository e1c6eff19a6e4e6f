import { AppError } from '../../errors.ts';
import type { RandomBytes } from '../../util/random.ts';
import { readCopy } from '../read-copy.ts';
import { invalid } from '../unavailable.ts';
import type { Content } from './content.ts';
import { finishErasures } from './erase-contents.ts';
import { createKeyPool, type KeyPool } from './key-pool.ts';
import { type KeyStore, type KeyStoreOptions, openKeyStore } from './key-store.ts';
import { readContent, sealedAfter, sealedOf } from './read-content.ts';
import { createSubjectIndex, type SubjectIndex } from './subject-index.ts';

/** What the log keeps sealed beside its entries, and the keys of it. */
export interface Contents extends KeyPool, Pick<SubjectIndex, 'note' | 'reached' | 'flush' | 'find'> {
  readonly store: KeyStore;
  readonly random: RandomBytes;
  /** The content of an entry. @throws AppError ERR_NOT_FOUND when it has none, or it is erased; ERR_AUDIT_INVALID */
  read(seq: number): Promise<Content>;
  /** Writes what is noted, and lets the files go. */
  close(): Promise<void>;
}

export interface ContentsOptions extends KeyStoreOptions {
  /** The log's database file. */
  readonly path: string;
}

/**
 * Opens the keys, reads again what a crash kept from being indexed, and removes keys that nothing was sealed with.
 * @param head number of the newest entry
 * @throws AppError ERR_CONFIG_INVALID when a part of the keys is missing
 */
export async function openContents(options: ContentsOptions, head: number): Promise<Contents> {
  const { path, random } = options;
  const sealed = await readCopy(path, (db) => sealedAfter(db, 0, 1));
  const store = await openKeyStore(options, sealed.length > 0);
  try {
    const index = createSubjectIndex(store);
    const contents = assemble(store, index, path, random);
    await catchUp(contents, index, path, head);
    await finishErasures(path, contents);
    await store.db.deleteFrom('audit_content_keys').where('seq', 'is', null).execute();
    return contents;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function assemble(store: KeyStore, index: SubjectIndex, path: string, random: RandomBytes): Contents {
  const pool = createKeyPool(store, random);
  return {
    store,
    random,
    note: (sealed) => index.note(sealed),
    reached: (seq) => index.reached(seq),
    flush: () => index.flush(),
    find: (terms) => index.find(terms),
    take(subject) {
      if (index.overdue()) throw new Error('The keys of contents cannot be written.');
      return pool.take(subject);
    },
    async read(seq) {
      const row = await readCopy(path, (db) => sealedOf(db, seq));
      const opened =
        row === undefined ? undefined : await readContent(store, random, row).catch(changed(seq));
      if (opened !== undefined) return opened.content;
      throw new AppError('ERR_NOT_FOUND', 'The entry has no content, or it was erased.', { status: 404 });
    },
    async close() {
      index.stop();
      try {
        await index.flush();
      } finally {
        await store.close();
      }
    },
  };
}

function changed(seq: number): () => never {
  return () => {
    throw invalid(`the content of entry ${seq} was changed`);
  };
}

const PAGE_ROWS = 200;

/** Reads the contents after the last indexed entry. What cannot be opened is left: verification and `read` tell of it. */
async function catchUp(contents: Contents, index: SubjectIndex, path: string, head: number): Promise<void> {
  const { store, random } = contents;
  await readCopy(path, async (db) => {
    for (let after = Math.min(await index.indexed(), head); ;) {
      const rows = await sealedAfter(db, after, PAGE_ROWS);
      for (const row of rows) {
        const opened = await readContent(store, random, row).catch(() => undefined);
        if (opened === undefined) continue;
        index.note({ seq: row.seq, key: opened.key, subjects: opened.content.subjects });
      }
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  });
  index.reached(head);
  await index.flush();
}
