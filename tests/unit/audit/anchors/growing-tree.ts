import { generateKeyPairSync } from 'node:crypto';
import type { OfferedCheckpoint } from '../../../../server/audit/anchors/anchor.ts';
import { signCheckpoint } from '../../../../server/audit/checkpoint.ts';
import { createCompactRange } from '../../../../server/audit/compact-range.ts';
import { buildConsistencyProof } from '../../../../server/audit/consistency-proof.ts';
import { type LogKey, parseLogKeys } from '../../../../server/audit/log-key.ts';
import { verifierKeyOf } from '../../../../server/audit/signer/signing-keys.ts';
import { leafHash } from '../../../../server/audit/tree-hash.ts';

/** A tree that a test lets grow, and its signed checkpoints. */
export interface GrowingTree {
  readonly origin: string;
  readonly keys: readonly LogKey[];
  /** The checkpoint of so many leaves; `fork` names another past. */
  at(size: number, fork?: string): OfferedCheckpoint;
}

export function createGrowingTree(origin = 'intramura/test'): GrowingTree {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    origin,
    keys: parseLogKeys(verifierKeyOf(origin, privateKey)),
    at(size, fork = '') {
      const hashes = Array.from({ length: size }, (_, index) => leafHash(Buffer.from(`${fork}${index}`)));
      const range = createCompactRange();
      for (const hash of hashes) range.append(hash);
      const root = range.root();
      const note = signCheckpoint({ origin, size, root }, { name: origin, privateKey });
      const proofFrom = (old: number): Promise<Buffer[]> => {
        const start = createCompactRange();
        for (const hash of hashes.slice(0, old)) start.append(hash);
        return Promise.resolve(buildConsistencyProof(start, hashes.slice(old)));
      };
      return { size, root, note, signedAt: new Date(), proofFrom };
    },
  };
}
