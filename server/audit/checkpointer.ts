import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { CompactRange } from './compact-range.ts';
import { buildConsistencyProof } from './consistency-proof.ts';
import type { LogHead } from './log-file.ts';
import { type LogKey, parseLogKeys } from './log-key.ts';
import { readCopy, storedHashes } from './read-copy.ts';
import type { Signed, Signer } from './signer/signer.ts';
import { invalid, unavailable } from './unavailable.ts';
import { createTurns } from '../util/turns.ts';

/** Has signed what the log holds, soon after it has grown. */
export interface Checkpointer {
  /** Tells that the log has grown: a checkpoint follows within a second, at once after 256 entries. */
  grown(): void;
  /**
   * Has the log signed up to its head; `keep` puts the checkpoint into the history whatever its size.
   * @returns the newest checkpoint
   * @throws AppError ERR_AUDIT_UNAVAILABLE, ERR_AUDIT_INVALID
   */
  sign(keep?: boolean): Promise<string>;
  /** The newest checkpoint as it is, without signing. */
  newest(): SignedHead;
  /** The keys that the log is signed with, oldest first. */
  keys(): readonly LogKey[];
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

/** The tree and head of the log as they were signed last; `note` is empty when that signature is not at hand. */
export interface SignedTree {
  readonly range: CompactRange;
  readonly head: LogHead;
  readonly note: string;
}

export interface CheckpointerOptions {
  readonly path: string;
  readonly store: CheckpointStore;
  readonly signer: Signer;
  /** Lines of the keys that the log is signed with. */
  readonly keys: readonly string[];
  /** Called when the log is signed with other keys than before. */
  keysChanged(keys: readonly string[]): void;
  readonly clock: Clock;
  /** The newest durable entry. */
  head(): LogHead;
  /** Called with each checkpoint once it is kept beside the log. */
  signed(tree: SignedTree, at: Date): void;
}

const CHECKPOINT_MS = 1000;
const CHECKPOINT_ENTRIES = 256;
/** With so many entries that could not be signed, the log takes no more. */
const MAX_UNSIGNED_ENTRIES = 4 * CHECKPOINT_ENTRIES;

export function createCheckpointer(options: CheckpointerOptions, start: SignedTree): Checkpointer {
  /** What the signer has signed last: it goes on only from there. */
  let signed = start;
  /** The same, or what it was when the last checkpoint could be kept. */
  let stored = start;
  let keys = options.keys;
  let kept = start.head.seq;
  let failure: unknown;
  /** Two at a time would sign the same growth twice. */
  const inTurn = createTurns();
  let early = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let signedAt: Date | undefined;

  const unsigned = (): number => options.head().seq - stored.head.seq;

  const isCurrent = ({ head, note }: SignedTree): boolean => note !== '' && head.seq === options.head().seq;

  const signOnce = async (keep: boolean): Promise<string> => {
    if (isCurrent(stored)) return stored.note;
    try {
      const { next, keys: used } = isCurrent(signed)
        ? { next: signed, keys }
        : await advance(options, signed);
      signed = next;
      if (used.join('\n') !== keys.join('\n')) options.keysChanged(used);
      keys = used;
      const keepThis = keep || next.head.seq - kept >= CHECKPOINT_ENTRIES;
      await options.store.save(next.note, keepThis);
      if (keepThis) kept = next.head.seq;
      stored = next;
      signedAt = options.clock.now();
      options.signed(next, signedAt);
      failure = undefined;
      return next.note;
    } catch (error) {
      failure = error;
      signLater();
      throw unavailable(error);
    }
  };

  const sign = (keep: boolean): Promise<string> => {
    if (stopped) return Promise.reject(unavailable(new Error('The log is closed.')));
    return inTurn(() => signOnce(keep));
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
      note: stored.note,
      size: stored.head.seq,
      at: signedAt,
      failing: failure !== undefined,
    }),
    keys: () => parseLogKeys(keys.join('\n')),
    assertHealthy() {
      if (failure === undefined) return;
      if (isDamage(failure) || unsigned() > MAX_UNSIGNED_ENTRIES) throw unavailable(failure);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await inTurn(() => Promise.resolve());
    },
  };
}

/** Shows the signer how the log goes on from what it signed last. The signer reads the entries for itself. */
async function advance(
  options: CheckpointerOptions,
  signed: SignedTree,
): Promise<{ next: SignedTree; keys: readonly string[] }> {
  const { path, signer } = options;
  const target = options.head();
  const added = await readCopy(path, (db) => collect(storedHashes(db, signed.head.seq, target.seq)));
  if (signed.head.seq + added.length !== target.seq)
    throw invalid(`entry ${signed.head.seq + added.length + 1} is missing`);
  const range = signed.range.copy();
  for (const hash of added) range.append(hash);
  const root = range.root();
  const proof = buildConsistencyProof(signed.range, added);
  const reply = await signer.sign({ size: range.size, root, proof });
  assertSays(reply, range.size, root);
  return { next: { range, head: target, note: reply.note }, keys: reply.keys };
}

function assertSays({ note, keys }: Signed, size: number, root: Buffer): void {
  const said = openCheckpoint(note, parseLogKeys(keys.join('\n')));
  if (said.size !== size || !said.root.equals(root)) throw new Error('The signer signed something else.');
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The log was changed, or the file is no longer a sound database: waiting does not mend it. */
function isDamage(error: unknown): boolean {
  if (error instanceof AppError && error.code === 'ERR_AUDIT_INVALID') return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
