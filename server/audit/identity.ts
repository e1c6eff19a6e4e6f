import type { AuditLogOptions } from './audit-log-options.ts';
import { readCheckpoints } from './checkpoint-store.ts';
import { parseLeaf } from './leaf.ts';
import type { LogFile } from './log-file.ts';
import type { Signer, SignerHead } from './signer/signer.ts';
import { invalid } from './unavailable.ts';
import { publishVerifierKeys } from './verifier-key-file.ts';

/** Who this log is: its name in every entry and checkpoint, what its signer knows of it, and its key. */
export interface LogIdentity {
  readonly origin: string;
  readonly signedLast: SignerHead;
}

/**
 * Reads the identity from the first entry and the key files; makes a new one for a log without entries.
 * @throws AppError ERR_CONFIG_INVALID when a key is missing or damaged: a new key would cut the log off its past
 */
export async function loadIdentity(
  options: AuditLogOptions,
  file: LogFile,
  signer: Signer,
): Promise<LogIdentity> {
  const [first] = await file.after(0, 1);
  const origin = first === undefined ? newOrigin(options) : originOf(first.leaf);
  const { head, history } = readCheckpoints(options.checkpointDir);
  const checkpoint = head ?? history.at(-1);
  const signedLast = await signer.open({ origin, ...(checkpoint !== undefined && { checkpoint }) });
  publishVerifierKeys(options.signingKeyPath, signedLast.keys);
  return { origin, signedLast };
}

function newOrigin({ incarnation, random }: AuditLogOptions): string {
  return incarnation?.origin ?? `intramura/${random(16).toString('hex')}`;
}

function originOf(text: string): string {
  const leaf = parseLeaf(parseJson(text));
  if (leaf === undefined) throw invalid('entry 1 was changed');
  return leaf.origin;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
