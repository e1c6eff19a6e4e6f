import type { TreeHead } from '../consistency-proof.ts';

/** The log that is to be signed. */
export interface SignedLog {
  /** Its name, which the signatures carry. */
  readonly origin: string;
  /** The newest checkpoint that is kept beside the log. Counts only where the signer remembers nothing. */
  readonly checkpoint?: string;
}

/** A larger tree that the signer is asked to vouch for. */
export interface SignRequest extends TreeHead {
  /** Hashes that show that it goes on from the tree that was signed last (RFC 6962 §2.1.2). */
  readonly proof: readonly Buffer[];
}

/** What the signer has signed last, and the keys that its signatures are checked with. */
export interface SignerHead extends TreeHead {
  /** Verifier keys with the sizes they count for, in the form of `formatLogKey`, oldest first. */
  readonly keys: readonly string[];
}

/** A signed checkpoint (C2SP signed note). */
export interface Signed {
  readonly note: string;
  readonly keys: readonly string[];
}

/**
 * Holds the log's private key and vouches for its growth. It remembers what it has signed, so whoever commands the rest
 * of the product still cannot make it sign another past: it is the log's first witness.
 */
export interface Signer extends AsyncDisposable {
  /**
   * Says what has been signed last of this log. A signer that remembers nothing starts from the given checkpoint, when
   * its own key has signed it and the log on the disk leads there.
   * @throws AppError ERR_AUDIT_INVALID for another log than the one it remembers or the next incarnation of that one;
   * ERR_CONFIG_INVALID for its keys
   */
  open(log: SignedLog): Promise<SignerHead>;
  /**
   * Signs a tree that goes on from the one signed last, after reading the new entries back from the disk. What it has
   * signed is remembered, on the disk, before the signature leaves.
   * @throws AppError ERR_AUDIT_INVALID, ERR_AUDIT_UNAVAILABLE
   */
  sign(request: SignRequest): Promise<Signed>;
  /**
   * Makes the key that signs next and gives its verifier key. It signs from the entry `key.rotated` on that holds the key's
   * digest; the key before signs beside it until the time in that entry, and is destroyed then.
   * @throws AppError ERR_REQUEST_INVALID while two keys sign
   */
  prepareKey(): Promise<string>;
}

/** Where a signer finds what it needs. */
export interface SignerSettings {
  /** Its own folder. Nobody else writes here. */
  readonly stateDir: string;
  /** Ed25519 key, PKCS #8 PEM; made for a log without entries. Nobody else reads it. */
  readonly keyPath: string;
  /** The log's database, read only. */
  readonly logPath: string;
}
