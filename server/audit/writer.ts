import { setImmediate } from 'node:timers/promises';
import type { EntryRef } from '../domain/exchange.ts';
import type { Draft, StampedEntry } from './draft.ts';
import type { LogFile, LogHead } from './log-file.ts';
import { unavailable } from './unavailable.ts';

export interface WriterOptions {
  readonly file: LogFile;
  /**
   * Opens the file again after a failure and checks it against the last head known to be durable. `orphans` close the
   * intents that a failed commit left behind.
   */
  reopen(known: LogHead): Promise<{ file: LogFile; orphans: readonly Draft[] }>;
  /** Makes the row of a draft that follows `head`. */
  readonly makeRow: (draft: Draft, head: LogHead) => StampedEntry;
  /** Called after each commit with the new head. */
  appended(head: LogHead): void;
}

/** The one writer. Entries that arrive together share a commit. */
export interface Writer {
  /**
   * Appends the drafts side by side, all or none; durable when it resolves.
   * @throws AppError ERR_AUDIT_UNAVAILABLE
   */
  append(drafts: readonly Draft[]): Promise<EntryRef[]>;
  head(): LogHead;
  /**
   * Refuses what comes from now on, finishes what was accepted, and lets the file go. Whoever closes the log gives up
   * its lock next, so nothing may open the file again.
   */
  close(): Promise<void>;
}

interface Pending {
  readonly drafts: readonly Draft[];
  resolve(refs: EntryRef[]): void;
  reject(error: unknown): void;
}

/** More entries in one commit gain little and make the last one wait. */
const BATCH_ENTRIES = 64;
/** Commits of lone callers in a row before other work gets its turn. */
const COMMITS_PER_TURN = 8;

export function createWriter(options: WriterOptions, start: LogHead): Writer {
  const queue: Pending[] = [];
  let file: LogFile | undefined = options.file;
  let head = start;
  let working: Promise<void> | undefined;
  let closed = false;
  let crowded = false;
  let commits = 0;

  const commit = async (target: LogFile, drafts: readonly Draft[]): Promise<EntryRef[]> => {
    let rows: readonly StampedEntry[] = [];
    await target.append((stored) => {
      if (stored.seq !== head.seq || stored.hash !== head.hash) {
        throw new Error('The log has another head than the one written last.');
      }
      rows = chain(drafts, head, options.makeRow);
      return rows;
    });
    head = rows.at(-1)?.entry ?? head;
    options.appended(head);
    return rows.map(({ entry: { seq, hash } }) => ({ seq, hash }));
  };

  const recover = async (): Promise<LogFile> => {
    const known = head;
    const { file: reopened, orphans } = await options.reopen(known);
    try {
      head = await reopened.head();
      if (orphans.length > 0) await commit(reopened, orphans);
      return reopened;
    } catch (error) {
      head = known;
      await reopened.close();
      throw error;
    }
  };

  /** A failed commit may or may not be in the file: nobody is told it is, and the head is read again. */
  const commitBatch = async (batch: readonly Pending[]): Promise<void> => {
    try {
      file ??= await recover();
      const refs = await commit(
        file,
        batch.flatMap(({ drafts }) => drafts),
      );
      let taken = 0;
      for (const pending of batch) pending.resolve(refs.slice(taken, (taken += pending.drafts.length)));
    } catch (error) {
      await file?.close().catch(() => undefined);
      file = undefined;
      for (const pending of batch) pending.reject(unavailable(error));
    }
  };

  /**
   * Lets everybody who is ready join the batch. Where there was a crowd there is one again, so the next batch waits for
   * a turn of the event loop; a lone caller does not, for that turn costs a tenth of a commit.
   */
  const gather = async (): Promise<void> => {
    commits += 1;
    await (crowded || commits % COMMITS_PER_TURN === 0 ? setImmediate() : undefined);
  };

  const drain = async (): Promise<void> => {
    while (queue.length > 0) {
      await gather();
      const batch = takeBatch(queue);
      crowded = batch.length > 1;
      await commitBatch(batch);
    }
    working = undefined;
  };

  return {
    append(drafts) {
      if (closed) return Promise.reject(unavailable(new Error('The log is closed.')));
      return new Promise((resolve, reject) => {
        queue.push({ drafts, resolve, reject });
        working ??= drain();
      });
    },
    head: () => head,
    async close() {
      closed = true;
      await working;
      await file?.close();
      file = undefined;
    },
  };
}

function chain(drafts: readonly Draft[], start: LogHead, makeRow: WriterOptions['makeRow']): StampedEntry[] {
  let head = start;
  return drafts.map((draft) => {
    const row = makeRow(draft, head);
    head = row.entry;
    return row;
  });
}

function takeBatch(queue: Pending[]): Pending[] {
  const batch: Pending[] = [];
  let entries = 0;
  while (entries < BATCH_ENTRIES) {
    const next = queue.shift();
    if (next === undefined) break;
    batch.push(next);
    entries += next.drafts.length;
  }
  return batch;
}
