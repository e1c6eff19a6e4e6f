import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { checkRows } from './check-rows.ts';
import { signCheckpoint } from './checkpoint.ts';
import type { CompactRange } from './compact-range.ts';
import type { LogHead } from './log-file.ts';
import { entryPages, readCopy } from './read-copy.ts';
import type { NoteSigner } from './signed-note.ts';
import { invalid, unavailable } from './unavailable.ts';

/** Signs what the log holds, soon after it has grown. */
export interface Anchor {
  /** Tells that the log has grown: a checkpoint follows within a second, at once after 256 entries. */
  grown(): void;
  /**
   * Signs up to the log's head; `keep` puts the checkpoint into the history whatever its size.
   * @returns the newest checkpoint
   * @throws AppError ERR_AUDIT_UNAVAILABLE, ERR_AUDIT_INVALID
   */
  sign(keep?: boolean): Promise<string>;
  /** The newest checkpoint as it is, without signing. */
  newest(): SignedHead;
  /** @throws AppError when the log must take no more entries: it was changed, or too much of it is unsigned */
  assertHealthy(): void;
  /** Stops the timer, signs nothing from now on, and waits for a checkpoint in the making. */
  stop(): Promise<void>;
}

/** The newest checkpoint and when it was signed; no time before this run has signed one. */
export interface SignedHead {
  readonly note: string;
  readonly size: number;
  readonly at: Date | undefined;
  /** Whether the last attempt to sign failed. */
  readonly failing: boolean;
}

/** The tree and head of the log up to the newest checkpoint. */
export interface Anchored {
  readonly range: CompactRange;
  readonly head: LogHead;
  readonly note: string;
}

export interface AnchorOptions {
  readonly path: string;
  readonly store: CheckpointStore;
  readonly signer: NoteSigner;
  readonly clock: Clock;
  /** The newest durable entry. */
  head(): LogHead;
}

const CHECKPOINT_MS = 1000;
const CHECKPOINT_ENTRIES = 256;
/** With so many entries that could not be signed, the log takes no more. */
const MAX_UNSIGNED_ENTRIES = 4 * CHECKPOINT_ENTRIES;

export function createAnchor(options: AnchorOptions, start: Anchored): Anchor {
  let anchored = start;
  let kept = start.head.seq;
  let failure: unknown;
  let queue: Promise<unknown> = Promise.resolve();
  let early = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let signedAt: Date | undefined;

  const unsigned = (): number => options.head().seq - anchored.head.seq;

  const signOnce = async (keep: boolean): Promise<string> => {
    if (unsigned() === 0 && anchored.note !== '') return anchored.note;
    try {
      const next = await advance(options, anchored);
      const keepThis = keep || next.head.seq - kept >= CHECKPOINT_ENTRIES;
      await options.store.save(next.note, keepThis);
      if (keepThis) kept = next.head.seq;
      anchored = next;
      signedAt = options.clock.now();
      failure = undefined;
      return next.note;
    } catch (error) {
      failure = error;
      signLater();
      throw unavailable(error);
    }
  };

  /** One after the other: two at a time would sign the same growth twice. */
  const sign = (keep: boolean): Promise<string> => {
    if (stopped) return Promise.reject(unavailable(new Error('The log is closed.')));
    const next = queue.then(() => signOnce(keep));
    queue = next.catch(() => undefined);
    return next;
  };

  const signLater = (): void => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      sign(false).catch(() => undefined);
    }, CHECKPOINT_MS).unref();
  };

  const signEarly = (): void => {
    early = true;
    sign(false)
      .catch(() => undefined)
      .finally(() => (early = false));
  };

  return {
    grown() {
      signLater();
      // What failed is tried again by the timer, not by every new entry.
      if (unsigned() >= CHECKPOINT_ENTRIES && failure === undefined && !early) signEarly();
    },
    sign: (keep = false) => sign(keep),
    newest: () => ({
      note: anchored.note,
      size: anchored.head.seq,
      at: signedAt,
      failing: failure !== undefined,
    }),
    assertHealthy() {
      if (failure === undefined) return;
      if (isDamage(failure) || unsigned() > MAX_UNSIGNED_ENTRIES) throw unavailable(failure);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await queue;
    },
  };
}

/** Reads the new entries back from the disk and re-hashes them: a signature is never put under what is only remembered. */
async function advance(options: AnchorOptions, anchored: Anchored): Promise<Anchored> {
  const { path, signer } = options;
  const target = options.head();
  const range = anchored.range.copy();
  const last = await readCopy(path, async (db) => {
    let place = anchored.head;
    for await (const rows of entryPages(db, place.seq, target.seq)) {
      place = checkRows(place, rows);
      for (const { hash } of rows) range.append(Buffer.from(hash, 'hex'));
    }
    return place;
  });
  if (last.seq !== target.seq) throw invalid(`entry ${last.seq + 1} is missing`);
  if (last.hash !== target.hash) throw invalid(`entry ${last.seq} was changed`);
  const note = signCheckpoint({ origin: signer.name, size: range.size, root: range.root() }, signer);
  return { range, head: last, note };
}

/** The log was changed, or the file is no longer a sound database: waiting does not mend it. */
function isDamage(error: unknown): boolean {
  if (error instanceof AppError && error.code === 'ERR_AUDIT_INVALID') return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
