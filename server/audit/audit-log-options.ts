import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import type { Anchor } from './anchors/anchor.ts';
import type { AnchoringOptions } from './anchors/anchoring.ts';
import type { OpenDatabase } from './log-file.ts';
import type { PreviousLog } from './previous-log.ts';
import type { Signer } from './signer/signer.ts';

export interface AuditLogOptions {
  /** The database file. */
  readonly path: string;
  /** Folder of the signed checkpoints. */
  readonly checkpointDir: string;
  /** Where the signer's private key is; the public `.vkey` is written beside it. */
  readonly signingKeyPath: string;
  /** Whoever holds that key. Closed with the log. */
  openSigner(): Signer;
  /** The keys of contents, in a database file of their own. */
  readonly keysPath: string;
  /** Folder of the key above these keys; best on another disk than the back-ups. */
  readonly epochKeyDir: string;
  /** Days for which contents must be kept; none when absent. */
  readonly contentTermDays?: number;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Where else checkpoints are kept; nowhere when absent. */
  readonly anchoring?: { readonly policy: AnchoringOptions['policy']; readonly anchors: readonly Anchor[] };
  /** Set when the log, which has no entry yet, takes the place of another. */
  readonly incarnation?: {
    readonly origin: string;
    readonly previous: PreviousLog;
    /** Masked. */
    readonly reason: string;
  };
  /** After so many milliseconds without an entry the log records that it is alive; a minute when absent. */
  readonly heartbeatMs?: number;
  /** SHA-256 (hex) of the policy bundle in force. */
  readonly policyBundle: string;
  /** Version of the product. */
  readonly version: string;
  /** Opens the database; a test passes one whose disk fails. */
  readonly openDatabase?: OpenDatabase;
}
