import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import type { OpenDatabase } from './log-file.ts';

export interface AuditLogOptions {
  /** The database file. */
  readonly path: string;
  /** Folder of the signed checkpoints. */
  readonly checkpointDir: string;
  /** Ed25519 key, PKCS #8 PEM; made on first use, with the public `.vkey` beside it. */
  readonly signingKeyPath: string;
  /** 32 random bytes; made on first use. */
  readonly commitmentKeyPath: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** SHA-256 (hex) of the policy bundle in force. */
  readonly policyBundle: string;
  /** Version of the product. */
  readonly version: string;
  /** Opens the database; a test passes one whose disk fails. */
  readonly openDatabase?: OpenDatabase;
}
