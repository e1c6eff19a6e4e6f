import type { AppDatabase } from '../db/database.ts';
import type { Logger } from '../logger.ts';
import type { Clock } from '../util/clock.ts';
import { describeError } from '../util/describe-error.ts';
import { accessGroupId } from './access-group.ts';
import type { ChunkRow, ChunkRules, ChunkText } from './chunk-row.ts';
import { type DocumentChange, type DocumentView, documentId } from './document.ts';
import { changedAccess, changeDocument } from './document-rules.ts';
import { chunksOfDocument, deleteDocument, findDocument } from './document-store.ts';
import type { IndexStore } from './index-store.ts';
import { type ReadFile, type Stored, storeDocument } from './store-document.ts';

/** A chunk with its vector, before it is known what its document's rules are. */
export type EmbeddedChunk = ChunkText & Pick<ChunkRow, 'vector'>;

/** Changes database and index together. Its caller sees to it that one change is made at a time. */
export interface DocumentWriter {
  store(file: ReadFile, chunks: readonly EmbeddedChunk[]): Promise<Stored>;
  /** False when there is no such document. */
  change(id: string, change: DocumentChange): Promise<boolean>;
  /** False when there was no such document. */
  remove(id: string): Promise<boolean>;
  /** Writes to the index what the database already holds; an index that cannot follow is built anew. */
  follow(write: () => Promise<void>): Promise<void>;
}

export interface WriterDeps {
  readonly db: AppDatabase;
  readonly index: IndexStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly rebuild: () => Promise<void>;
}

/**
 * The index gets new chunks before the database does: what the database does not hold is never shown, so the commit in
 * the database is the one moment at which all chunks change places. Old chunks leave the index after it. A stop in
 * between leaves rows too many in the index, which is found out of step at the next start.
 */
export function createDocumentWriter(deps: WriterDeps): DocumentWriter {
  const { db, index, clock, logger } = deps;
  const now = (): string => clock.now().toISOString();
  const follow = async (write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      logger.warn({ err: describeError(error) }, 'knowledge.index-write-failed');
      await deps.rebuild();
    }
  };
  /** False when the index could not take the rows. */
  const addAhead = async (rows: readonly ChunkRow[]): Promise<boolean> => {
    try {
      await index.add(rows);
      return true;
    } catch (error) {
      logger.warn({ err: describeError(error) }, 'knowledge.index-write-failed');
      return false;
    }
  };
  return {
    follow,
    async store(file, chunks) {
      const id = documentId(file.collection, file.source, file.origin);
      const known = await findDocument(db, id);
      const rules = rulesAfter(file, known);
      const rows = chunks.map((chunk) => ({ ...chunk, ...rules }));
      const isAhead = await addAhead(rows);
      const stored = await storeDocument(db, file, rows, now()).catch(async (error: unknown) => {
        await follow(() => index.keepVersion(id, known?.version ?? 0));
        throw error;
      });
      if (!isAhead) await deps.rebuild();
      // A new document has no older rows: looking for them would write another version of the index.
      else if (known !== undefined) await follow(() => index.keepVersion(id, stored.version));
      return stored;
    },
    async change(id, change) {
      const changed = await changeDocument(db, id, change, now());
      if (changed) {
        await follow(async () => index.replace(await chunksOfDocument(db, id)));
      }
      return changed;
    },
    async remove(id) {
      const removed = await deleteDocument(db, id, now());
      if (removed) await follow(() => index.removeDocument(id));
      return removed;
    },
  };
}

function rulesAfter(file: ReadFile, known: DocumentView | undefined): ChunkRules {
  const { change = {} } = file;
  const held = known ?? { classification: undefined, readers: undefined };
  return {
    group: accessGroupId(file.collection, changedAccess(held, change)),
    version: (known?.version ?? 0) + 1,
    effectiveAt: (change.effectiveAt === undefined ? known?.effectiveAt : change.effectiveAt) ?? undefined,
    expiresAt: (change.expiresAt === undefined ? known?.expiresAt : change.expiresAt) ?? undefined,
  };
}
