import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../util/clock.ts';
import { sha256Hex } from '../../util/hash.ts';
import { readIfThere } from '../../util/read-if-there.ts';
import { replaceFile } from '../../util/replace-file.ts';
import { type Checkpoint, openCheckpoint } from '../checkpoint.ts';
import { isConsistent, type TreeHead } from '../consistency-proof.ts';
import { cosign } from '../cosignature.ts';
import type { LogKey } from '../log-key.ts';
import { NoteError, type NoteSigner, parseNote } from '../signed-note.ts';
import { emptyRoot } from '../tree-hash.ts';
import { parseAddCheckpoint } from './add-checkpoint.ts';
import { createTurns } from '../../util/turns.ts';

/** An answer to `add-checkpoint`, as HTTP has it. */
export interface WitnessReply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: 'text/plain' | 'text/x.tlog.size';
  readonly body: string;
}

/** Cosigns checkpoints of the logs it knows, each one only if it goes on from the one before (C2SP tlog-witness). */
export interface Witness {
  /** @param body of a request `add-checkpoint`. Hostile input */
  addCheckpoint(body: string): Promise<WitnessReply>;
}

export interface WitnessOptions {
  readonly signer: NoteSigner;
  /** Keys of the logs that it watches. */
  readonly logs: readonly LogKey[];
  /** Where it remembers, one file for each log, what it has cosigned last. The folder is made. */
  readonly stateDir: string;
  readonly clock: Clock;
}

const remembered = z.strictObject({ origin: z.string(), size: z.int().min(0), root: z.base64() });

export function createWitness(options: WitnessOptions): Witness {
  const inTurn = createTurns();
  return {
    // One after the other: looking at what was cosigned last and replacing it must be one step.
    addCheckpoint: (body) => inTurn(() => addCheckpoint(options, body)),
  };
}

async function addCheckpoint(options: WitnessOptions, body: string): Promise<WitnessReply> {
  const request = parseAddCheckpoint(body);
  if (request === undefined) return refuse(400, 'It is no request of this kind.');
  const { old, proof, note } = request;
  const keys = options.logs.filter(({ name }) => name === note.split('\n', 1)[0]);
  if (keys.length === 0) return refuse(404, 'This log is not known here.');
  const checkpoint = open(note, keys);
  if (checkpoint === undefined) return refuse(403, 'No key of this log has signed it.');
  if (old > checkpoint.size) return refuse(400, 'The old size is larger than the new one.');
  const last = recall(options.stateDir, checkpoint.origin);
  if (old !== last.size) return { status: 409, type: 'text/x.tlog.size', body: `${last.size}\n` };
  if (old === checkpoint.size && !last.root.equals(checkpoint.root) && old > 0)
    return { status: 409, type: 'text/x.tlog.size', body: `${last.size}\n` };
  if (!isConsistent(last, checkpoint, proof)) return refuse(422, 'It does not go on from the last one.');
  await remember(options.stateDir, checkpoint);
  const body200 = cosign(parseNote(note).text, options.signer, options.clock.now());
  return { status: 200, type: 'text/plain', body: body200 };
}

function open(note: string, keys: readonly LogKey[]): Checkpoint | undefined {
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    if (error instanceof NoteError) return undefined;
    throw error;
  }
}

function refuse(status: WitnessReply['status'], why: string): WitnessReply {
  return { status, type: 'text/plain', body: `${why}\n` };
}

function recall(dir: string, origin: string): TreeHead {
  const text = readIfThere(statePath(dir, origin))?.toString('utf8');
  if (text === undefined) return { size: 0, root: emptyRoot() };
  const { size, root } = remembered.parse(JSON.parse(text));
  return { size, root: Buffer.from(root, 'base64') };
}

async function remember(dir: string, { origin, size, root }: Checkpoint): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const state: z.infer<typeof remembered> = { origin, size, root: root.toString('base64') };
  await replaceFile(statePath(dir, origin), `${JSON.stringify(state)}\n`);
}

function statePath(dir: string, origin: string): string {
  return join(dir, `${sha256Hex(origin).slice(0, 32)}.json`);
}
