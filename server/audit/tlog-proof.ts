import { HASH_BYTES } from './tree-hash.ts';
import { decodeBase64 } from './signed-note.ts';

/** An inclusion proof with the checkpoint it leads to (C2SP tlog-proof). */
export interface TlogProof {
  /** Place of the leaf, from 0. */
  readonly index: number;
  readonly path: readonly Buffer[];
  /** The leaf itself, so that the proof can be checked alone. Not authenticated by being here: it must be hashed. */
  readonly extra?: Buffer;
  /** Signed note. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves has no longer path. */
const LONGEST_PATH = 53;

export function formatProof({ index, path, extra, checkpoint }: TlogProof): string {
  return [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
    '',
    checkpoint,
  ].join('\n');
}

/** Reads the text of a proof, or says undefined. Hostile input. */
export function parseProof(text: string): TlogProof | undefined {
  const end = text.indexOf('\n\n');
  if (end < 0 || text.length > 100_000) return undefined;
  const [header, ...lines] = text.slice(0, end).split('\n');
  const extra = lines[0]?.startsWith('extra ') === true ? decodeBase64(lines.shift()?.slice(6) ?? '') : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines[0] ?? '')?.[1];
  const path = lines.slice(1).map(decodeBase64);
  const hashes = path.filter((hash) => hash !== undefined).filter((hash) => hash.length === HASH_BYTES);
  if (header !== HEADER || index === undefined) return undefined;
  if (hashes.length !== path.length || path.length > LONGEST_PATH || extra === undefined) return undefined;
  const parts = { index: Number(index), path: hashes, checkpoint: text.slice(end + 2) };
  return extra === null ? parts : { ...parts, extra };
}
