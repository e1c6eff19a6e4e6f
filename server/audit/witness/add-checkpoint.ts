import { decodeBase64 } from '../signed-note.ts';
import { HASH_BYTES } from '../tree-hash.ts';

/** A request to a witness (C2SP tlog-witness, add-checkpoint). */
export interface AddCheckpoint {
  /** Size of the tree that the witness has cosigned last, as the log believes. */
  readonly old: number;
  /** Consistency proof from there. */
  readonly proof: readonly Buffer[];
  readonly note: string;
}

/** More lines prove nothing about any tree. */
const MOST_HASHES = 63;

export function formatAddCheckpoint({ old, proof, note }: AddCheckpoint): string {
  return [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');
}

/** Undefined for anything else. Hostile input. */
export function parseAddCheckpoint(body: string): AddCheckpoint | undefined {
  const end = body.indexOf('\n\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const hashes = lines.map(decodeBase64).filter((hash) => hash?.length === HASH_BYTES);
  const proof = hashes.filter((hash) => hash !== undefined);
  if (old === undefined || proof.length !== lines.length || proof.length > MOST_HASHES) return undefined;
  return { old: Number(old), proof, note: body.slice(end + 2) };
}
