import { type Actor, actorOf } from '../domain/principal.ts';
import { sha256Hex } from '../util/hash.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { LogParts } from './open-parts.ts';
import { parseVerifierKey } from './signed-note.ts';
import type { Signer } from './signer/signer.ts';

/** Ids of the key that signed so far and of the one that signs from now on, as in verifier keys. */
export interface KeyRotation {
  readonly from: string;
  readonly to: string;
}

interface RotationParts {
  readonly signer: Signer;
  readonly checkpointer: Checkpointer;
  readonly append: LogParts['append'];
}

/**
 * The new key signs from its entry on, the one before beside it until `until`, so that whoever still has only the old key
 * sees the new one vouched for. @throws AppError ERR_REQUEST_INVALID while a rotation runs, ERR_AUDIT_UNAVAILABLE
 */
export async function rotateKey(
  { signer, checkpointer, append }: RotationParts,
  actor: Actor,
  until: Date,
): Promise<KeyRotation> {
  const from = checkpointer.keys().at(-1)?.id ?? '';
  const vkey = await signer.prepareKey();
  const { id: to } = parseVerifierKey(vkey);
  const digest = sha256Hex(vkey);
  await append({ type: 'key.rotated', actor: actorOf(actor), from, to, digest, until: until.toISOString() });
  await checkpointer.sign(true);
  return { from, to };
}
