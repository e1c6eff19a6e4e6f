import { type AuditLog, openAuditLog } from '../audit/audit-log.ts';
import type { AuditLogOptions } from '../audit/audit-log-options.ts';
import { connectSigner } from '../audit/signer/connect-signer.ts';
import type { Signer } from '../audit/signer/signer.ts';
import { spawnSigner } from '../audit/signer/spawn-signer.ts';
import type { Config } from '../config/load-config.ts';

type AuditPaths = Pick<
  AuditLogOptions,
  'path' | 'checkpointDir' | 'signingKeyPath' | 'keysPath' | 'epochKeyDir'
>;

export interface AuditParts extends Pick<AuditLogOptions, 'clock' | 'random' | 'policyBundle'> {
  readonly config: Config;
  readonly product: { readonly version: string };
  readonly paths: AuditPaths & { readonly signerDir: string };
  /** Takes the place of the signer's process. */
  readonly openSigner?: () => Signer;
}

/** The audit log of a data folder, signed by a process of its own. @throws AppError as openAuditLog */
export function openAudit(parts: AuditParts): Promise<AuditLog> {
  const { config, product, paths, openSigner = () => signerOf(config, paths) } = parts;
  const { clock, random, policyBundle } = parts;
  return openAuditLog({ ...paths, openSigner, clock, random, policyBundle, version: product.version });
}

/** The one behind a socket when there is one, else a child of this process. */
function signerOf({ auditSigner }: Config, { signerDir, signingKeyPath, path }: AuditParts['paths']): Signer {
  if (auditSigner !== undefined) return connectSigner(auditSigner);
  return spawnSigner({ stateDir: signerDir, keyPath: signingKeyPath, logPath: path });
}
