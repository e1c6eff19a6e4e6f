import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { readIfThere } from '../../util/read-if-there.ts';
import { replaceFile } from '../../util/replace-file.ts';
import { type CompactRange, resumeCompactRange } from '../compact-range.ts';
import { hex64, instant, word } from '../field.ts';
import type { LogHead } from '../log-file.ts';

/** One key of the log, and the sizes of the checkpoints it signs. */
const keySchema = z.strictObject({
  vkey: word,
  from: z.int().min(0),
  /** It signs until then, beside the key that came after it. */
  until: instant.exactOptional(),
  /** Set when it has signed for the last time. */
  to: z.int().min(0).exactOptional(),
});

const stateSchema = z.strictObject({
  v: z.literal(1),
  origin: word,
  size: z.int().min(0),
  /** Roots of the perfect subtrees, base64, biggest first: what the next entries are added to. */
  peaks: z.array(z.base64()),
  /** Leaf hash of the last entry. */
  head: hex64,
  keys: z.array(keySchema).min(1),
});

export type SigningKeyState = Readonly<z.infer<typeof keySchema>>;

/** What the signer remembers of its log. */
export interface SignerState {
  readonly origin: string;
  /** The tree that was signed last. */
  readonly range: CompactRange;
  /** Its last entry. */
  readonly head: LogHead;
  readonly keys: readonly SigningKeyState[];
}

/** The remembered state; undefined when there is none. @throws AppError ERR_CONFIG_INVALID when it is damaged */
export function loadSignerState(dir: string): SignerState | undefined {
  const path = statePath(dir);
  const text = readIfThere(path)?.toString('utf8');
  if (text === undefined) return undefined;
  try {
    const { origin, size, peaks, head, keys } = stateSchema.parse(JSON.parse(text));
    const range = resumeCompactRange(
      size,
      peaks.map((peak) => Buffer.from(peak, 'base64')),
    );
    return { origin, range, head: { seq: size, hash: head }, keys };
  } catch (error) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      `What the audit log's signer remembers (${path}) is damaged. Restore it from the back-up.`,
      { cause: error },
    );
  }
}

/** Into the folder, which must exist: on the disk, whole, when it resolves. */
export async function saveSignerState(dir: string, state: SignerState): Promise<void> {
  const { origin, range, head, keys } = state;
  const peaks = range.peaks.map((peak) => peak.toString('base64'));
  const stored: z.infer<typeof stateSchema> = {
    v: 1,
    origin,
    size: range.size,
    peaks,
    head: head.hash,
    keys: [...keys],
  };
  await replaceFile(statePath(dir), `${JSON.stringify(stored)}\n`);
}

/** Keeps what is remembered of a log that is over. */
export function archiveSignerState(dir: string, incarnation: number): void {
  renameSync(statePath(dir), join(dir, `state-${incarnation}.json`));
}

function statePath(dir: string): string {
  return join(dir, 'state.json');
}
