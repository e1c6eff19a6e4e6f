import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { type Clock, systemClock } from '../../util/clock.ts';
import { createDisposal } from '../../util/disposal.ts';
import { checkRows } from '../check-rows.ts';
import { openCheckpoint, signCheckpoint } from '../checkpoint.ts';
import { createCompactRange } from '../compact-range.ts';
import { isConsistent } from '../consistency-proof.ts';
import { noEntry } from '../verifier/no-entry.ts';
import { incarnationOf, nextIncarnation } from '../incarnation-name.ts';
import { formatLogKey } from '../log-key.ts';
import { lockLog } from '../process-lock.ts';
import { entryPages, readCopy } from '../read-copy.ts';
import { NoteError, parseVerifierKey } from '../signed-note.ts';
import { invalid } from '../unavailable.ts';
import { followRotation, retireKeys, signingNow } from './key-rotation.ts';
import type { Signed, SignedLog, Signer, SignerHead, SignerSettings, SignRequest } from './signer.ts';
import { archiveSignerState, loadSignerState, saveSignerState, type SignerState } from './signer-state.ts';
import {
  loadSigners,
  loadSigningKey,
  nextVerifierKey,
  prepareNextKey,
  verifierKeyOf,
} from './signing-keys.ts';
import { createTurns } from '../../util/turns.ts';

/** The signer itself, in the process that calls it; `spawnSigner` and `connectSigner` give it one of its own. */
export function createSigner(settings: SignerSettings, clock: Clock = systemClock): Signer {
  const { stateDir, keyPath, logPath } = settings;
  const disposal = createDisposal();
  let known: SignerState | undefined;
  let locked = false;
  /** What is remembered must be what was signed last. */
  const inTurn = createTurns();

  const open = async (log: SignedLog): Promise<SignerHead> => {
    if (!locked) disposal.use(await lockState(stateDir));
    locked = true;
    const state = remembered(settings, log) ?? (await adopt(settings, log));
    loadSigners(keyPath, state.origin, signingNow(state.keys));
    known = state;
    return headOf(state);
  };

  const sign = async (request: SignRequest): Promise<Signed> => {
    if (known === undefined) throw new Error('The signer has no log.');
    const { size, root } = request;
    assertGoesOn(known, request);
    const read = await readOn(logPath, known, size, nextVerifierKey(keyPath, known.origin));
    if (!read.range.root().equals(root)) throw invalid('it is not the tree that is to be signed');
    const state = { ...read, keys: retireKeys(read.keys, size, clock.now()) };
    await saveSignerState(stateDir, state);
    known = state;
    const signers = loadSigners(keyPath, state.origin, signingNow(state.keys));
    return {
      note: signCheckpoint({ origin: state.origin, size, root }, ...signers),
      keys: headOf(state).keys,
    };
  };

  const prepareKey = async (): Promise<string> => {
    if (known === undefined) throw new Error('The signer has no log.');
    if (signingNow(known.keys).length > 1) throw rotationRuns();
    return verifierKeyOf(known.origin, prepareNextKey(keyPath));
  };

  return {
    open: (log) => inTurn(() => open(log)),
    sign: (request) => inTurn(() => sign(request)),
    prepareKey: () => inTurn(prepareKey),
    async [Symbol.asyncDispose]() {
      await inTurn(() => Promise.resolve());
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

/** What is remembered of this log. One that takes the place of the log before is begun anew, and has another name for good. */
function remembered({ stateDir }: SignerSettings, { origin }: SignedLog): SignerState | undefined {
  const state = loadSignerState(stateDir);
  if (state === undefined || state.origin === origin) return state;
  if (nextIncarnation(state.origin) !== origin) throw invalid('its signer knows another log');
  archiveSignerState(stateDir, incarnationOf(state.origin));
  return undefined;
}

/** Begins to remember a log: from nothing, or from a checkpoint of this very key that the entries on the disk lead to. */
async function adopt(
  { logPath, keyPath }: SignerSettings,
  { origin, checkpoint }: SignedLog,
): Promise<SignerState> {
  const vkey = verifierKeyOf(origin, loadSigningKey(keyPath, await hasNoEntries(logPath)));
  const empty: SignerState = {
    origin,
    range: createCompactRange(),
    head: { seq: 0, hash: noEntry },
    keys: [{ vkey, from: 0 }],
  };
  if (checkpoint === undefined) return empty;
  const { size, root } = openOwn(checkpoint, vkey);
  const state = await readOn(logPath, empty, size, undefined);
  if (!state.range.root().equals(root)) throw invalid(`it differs from the checkpoint of ${size} entries`);
  return state;
}

function rotationRuns(): AppError {
  return new AppError('ERR_REQUEST_INVALID', 'The last rotation is not over: two keys still sign.', {
    status: 409,
  });
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

/**
 * Reads entries back from the disk and hashes them: a signature is never put under what somebody says is there. An entry
 * that names the prepared key lets it sign, so a crash between entry and signature changes nothing.
 */
function readOn(
  path: string,
  state: SignerState,
  size: number,
  prepared: string | undefined,
): Promise<SignerState> {
  return readCopy(path, async (db) => {
    const range = state.range.copy();
    let { head, keys } = state;
    for await (const rows of entryPages(db, head.seq, size)) {
      head = checkRows(head, rows);
      for (const row of rows) {
        range.append(Buffer.from(row.hash, 'hex'));
        if (row.type === 'key.rotated') keys = followRotation(keys, row, prepared);
      }
    }
    if (head.seq !== size) throw invalid(`entry ${head.seq + 1} is missing`);
    return { ...state, range, head, keys };
  });
}

function hasNoEntries(path: string): Promise<boolean> {
  return readCopy(path, async (db) => {
    const first = await db.selectFrom('audit_entries').select('seq').limit(1).executeTakeFirst();
    return first === undefined;
  });
}
