import type { Egress } from '../../egress/egress.ts';
import { AppError } from '../../errors.ts';
import { cosignedAt, parseWitnessKey } from '../cosignature.ts';
import type { NoteKey } from '../signed-note.ts';
import { formatAddCheckpoint } from '../witness/add-checkpoint.ts';
import { type Anchor, AnchorConflict, type OfferedCheckpoint } from './anchor.ts';
import { readAnswer } from './read-answer.ts';

export interface WitnessAnchorOptions {
  readonly name: string;
  /** Submission prefix of the witness. */
  readonly url: string;
  /** Its verifier key, `name+id+key` with signature type 0x04. */
  readonly key: string;
  readonly everyMs: number;
  readonly egress: Pick<Egress, 'fetch'>;
}

type Answer = { readonly cosigned: string } | { readonly last: number };

/** A witness on another machine (C2SP tlog-witness): ours (`audit witness`), or any other. */
export function createWitnessAnchor(options: WitnessAnchorOptions): Anchor {
  const { name, everyMs } = options;
  const key = parseWitnessKey(options.key);
  /** What it has cosigned last, as far as we know. */
  let last = 0;

  const submit = async (checkpoint: OfferedCheckpoint, old: number, signal: AbortSignal): Promise<Answer> => {
    const proof = await checkpoint.proofFrom(old);
    const answer = await post(options, formatAddCheckpoint({ old, proof, note: checkpoint.note }), signal);
    if ('last' in answer) last = answer.last;
    else {
      assertCosigned(checkpoint.note, answer.cosigned, key);
      last = checkpoint.size;
    }
    return answer;
  };

  /** Once more when the witness remembers another size than we do, as after a restart. */
  const hold = async (checkpoint: OfferedCheckpoint, signal: AbortSignal): Promise<string> => {
    const first = last <= checkpoint.size ? await submit(checkpoint, last, signal) : { last };
    if ('cosigned' in first) return first.cosigned;
    if (first.last > checkpoint.size) throw new AnchorConflict(`It holds ${first.last} entries.`);
    const second = await submit(checkpoint, first.last, signal);
    if ('cosigned' in second) return second.cosigned;
    throw new AnchorConflict(`It holds ${second.last} entries and does not agree.`);
  };

  return {
    name,
    kind: 'witness',
    everyMs,
    hold,
    close: () => undefined,
    async recall({ newest }, signal) {
      if (newest === undefined) return undefined;
      const first = await submit(newest, 0, signal);
      if ('cosigned' in first) return { size: newest.size, root: newest.root };
      if (first.last > newest.size || first.last === 0) return { size: first.last };
      await hold(newest, signal);
      return { size: newest.size, root: newest.root };
    },
  };
}

async function post(
  { url, egress }: WitnessAnchorOptions,
  body: string,
  signal: AbortSignal,
): Promise<Answer> {
  const endpoint = new URL('add-checkpoint', url.endsWith('/') ? url : `${url}/`);
  const response = await egress.fetch(endpoint, { method: 'POST', body, signal });
  const text = (await readAnswer(response)).toString('utf8');
  switch (response.status) {
    case 200:
      return { cosigned: text };
    case 409:
      if (/^(0|[1-9]\d{0,15})\n$/.test(text)) return { last: Number(text) };
      throw new AnchorConflict('It holds another tree of this size.');
    case 422:
      throw new AnchorConflict('It holds a tree that this log does not go on from.');
    default:
      throw new AppError('ERR_AUDIT_UNAVAILABLE', `The witness answered with status ${response.status}.`);
  }
}

/** The answer is hostile input: only the signature of the very key counts. @throws AppError, NoteError */
function assertCosigned(note: string, lines: string, key: NoteKey): void {
  if (cosignedAt(`${note}${lines}`, key) === undefined)
    throw new AppError(
      'ERR_AUDIT_UNAVAILABLE',
      'The witness did not sign with the key that anchors.yaml names.',
    );
}
