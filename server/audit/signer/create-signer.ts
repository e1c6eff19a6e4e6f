import type { KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDisposal } from '../../util/disposal.ts';
import { checkRows } from '../check-rows.ts';
import { openCheckpoint, signCheckpoint } from '../checkpoint.ts';
import { createCompactRange } from '../compact-range.ts';
import { isConsistent } from '../consistency-proof.ts';
import { noEntry } from '../verifier/no-entry.ts';
import { formatLogKey } from '../log-key.ts';
import { lockLog } from '../process-lock.ts';
import { entryPages, readCopy } from '../read-copy.ts';
import { NoteError, parseVerifierKey } from '../signed-note.ts';
import { invalid } from '../unavailable.ts';
import type { SignedLog, Signer, SignerHead, SignerSettings, SignRequest } from './signer.ts';
import { loadSignerState, saveSignerState, type SignerState } from './signer-state.ts';
import { loadSigningKey, verifierKeyOf } from './signing-keys.ts';

/** A log that is open for signing. */
interface Opened {
  readonly state: SignerState;
  readonly privateKey: KeyObject;
}

/** The signer itself, in the process that calls it; `spawnSigner` and `connectSigner` give it one of its own. */
export function createSigner(settings: SignerSettings): Signer {
  const disposal = createDisposal();
  let opened: Opened | undefined;
  let locked = false;
  let queue: Promise<unknown> = Promise.resolve();

  const open = async (log: SignedLog): Promise<SignerHead> => {
    if (!locked) disposal.use(await lockState(settings.stateDir));
    locked = true;
    const privateKey = loadSigningKey(settings.keyPath, await hasNoEntries(settings.logPath));
    const state = remembered(settings, log) ?? (await adopt(settings, log, privateKey));
    opened = { state, privateKey };
    return headOf(state);
  };

  const sign = async (request: SignRequest): Promise<{ note: string; keys: readonly string[] }> => {
    if (opened === undefined) throw new Error('The signer has no log.');
    const { state, privateKey } = opened;
    assertGoesOn(state, request);
    const next = await readOn(settings.logPath, state, request.size);
    if (!next.range.root().equals(request.root)) throw invalid('it is not the tree that is to be signed');
    await saveSignerState(settings.stateDir, next);
    opened = { state: next, privateKey };
    const { size, root } = request;
    const note = signCheckpoint({ origin: next.origin, size, root }, { name: next.origin, privateKey });
    return { note, keys: headOf(next).keys };
  };

  /** One after the other: what is remembered must be what was signed last. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  };

  return {
    open: (log) => inTurn(() => open(log)),
    sign: (request) => inTurn(() => sign(request)),
    async [Symbol.asyncDispose]() {
      await queue;
      await disposal[Symbol.asyncDispose]();
    },
  };
}

/** One signer at a time: a second one would not know what the first has signed meanwhile. */
async function lockState(dir: string): Promise<AsyncDisposable> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  return lockLog(join(dir, 'state'));
}

function headOf({ range, keys }: SignerState): SignerHead {
  return {
    size: range.size,
    root: range.root(),
    keys: keys.map(({ vkey, from, to }) => formatLogKey(vkey, { from, ...(to !== undefined && { to }) })),
  };
}

function remembered({ stateDir }: SignerSettings, { origin }: SignedLog): SignerState | undefined {
  const state = loadSignerState(stateDir);
  if (state !== undefined && state.origin !== origin) throw invalid('its signer knows another log');
  return state;
}

/** Begins to remember a log: from nothing, or from a checkpoint of this very key that the entries on the disk lead to. */
async function adopt(
  { logPath }: SignerSettings,
  { origin, checkpoint }: SignedLog,
  privateKey: KeyObject,
): Promise<SignerState> {
  const vkey = verifierKeyOf(origin, privateKey);
  const empty: SignerState = {
    origin,
    range: createCompactRange(),
    head: { seq: 0, hash: noEntry },
    keys: [{ vkey, from: 0 }],
  };
  if (checkpoint === undefined) return empty;
  const { size, root } = openOwn(checkpoint, vkey);
  const state = await readOn(logPath, empty, size);
  if (!state.range.root().equals(root)) throw invalid(`it differs from the checkpoint of ${size} entries`);
  return state;
}

function openOwn(note: string, vkey: string): ReturnType<typeof openCheckpoint> {
  try {
    return openCheckpoint(note, [parseVerifierKey(vkey)]);
  } catch (error) {
    if (error instanceof NoteError) throw invalid(`a checkpoint is damaged (${error.message})`);
    throw error;
  }
}

function assertGoesOn({ range }: SignerState, { size, root, proof }: SignRequest): void {
  if (size < range.size)
    throw invalid(`entries ${size + 1} to ${range.size} have been signed and are missing`);
  if (!isConsistent({ size: range.size, root: range.root() }, { size, root }, proof)) {
    throw invalid(`it does not go on from the ${range.size} entries that have been signed`);
  }
}

/** Reads entries back from the disk and hashes them: a signature is never put under what somebody says is there. */
function readOn(path: string, state: SignerState, size: number): Promise<SignerState> {
  return readCopy(path, async (db) => {
    const range = state.range.copy();
    let head = state.head;
    for await (const rows of entryPages(db, head.seq, size)) {
      head = checkRows(head, rows);
      for (const { hash } of rows) range.append(Buffer.from(hash, 'hex'));
    }
    if (head.seq !== size) throw invalid(`entry ${head.seq + 1} is missing`);
    return { ...state, range, head };
  });
}

function hasNoEntries(path: string): Promise<boolean> {
  return readCopy(path, async (db) => {
    const first = await db.selectFrom('audit_entries').select('seq').limit(1).executeTakeFirst();
    return first === undefined;
  });
}
