import { hash } from 'node:crypto';

const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** Bytes of a SHA-256. */
export const HASH_BYTES = 32;

/** Hash of a leaf, 32 bytes (RFC 6962 §2.1). The prefix keeps a leaf from posing as a node. */
export function leafHash(leaf: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer');
}

/** Hash of an inner node, 32 bytes (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** Root of the tree without leaves. */
export function emptyRoot(): Buffer {
  return hash('sha256', '', 'buffer');
}
