import { join } from 'node:path';
import type { Anchor } from '../audit/anchors/anchor.ts';
import { createAnchors } from '../audit/anchors/create-anchors.ts';
import { type AuditLog, openAuditLog } from '../audit/audit-log.ts';
import type { AuditLogOptions } from '../audit/audit-log-options.ts';
import { beginIncarnation, type NewIncarnation } from '../audit/new-incarnation.ts';
import { connectSigner } from '../audit/signer/connect-signer.ts';
import type { Signer } from '../audit/signer/signer.ts';
import { spawnSigner } from '../audit/signer/spawn-signer.ts';
import type { Config } from '../config/load-config.ts';
import type { AnchorPolicy } from '../domain/anchor-policy.ts';
import type { EgressRule } from '../egress/egress-rule.ts';
import { createEgress } from '../egress/egress.ts';
import { AppError } from '../errors.ts';
import type { Disposal } from '../util/disposal.ts';
import type { Retention } from '../policy/settings.ts';

type AuditPaths = Pick<AuditLogOptions, 'path' | 'checkpointDir' | 'signingKeyPath' | 'keysPath'>;

export interface AuditParts extends Pick<AuditLogOptions, 'clock' | 'random' | 'policyBundle'> {
  readonly config: Config;
  readonly product: { readonly version: string };
  readonly anchors: AnchorPolicy;
  readonly egress: readonly EgressRule[];
  /** How long what is in it must be kept. */
  readonly retention: Retention['audit'];
  readonly paths: AuditPaths & { readonly signerDir: string };
  /** Takes the place of the signer's process. */
  readonly openSigner?: () => Signer;
}

/** The audit log of a data folder, signed by a process of its own. @throws AppError as openAuditLog */
export function openAudit(parts: AuditParts, disposal: Disposal): Promise<AuditLog> {
  return openAuditLog(optionsOf(parts, disposal));
}

/** Begins a new log in the place of the one in the data folder. @throws AppError as beginIncarnation */
export function openIncarnation(
  parts: AuditParts,
  disposal: Disposal,
  reason: string,
): Promise<NewIncarnation> {
  return beginIncarnation(optionsOf(parts, disposal), reason);
}

function optionsOf(parts: AuditParts, disposal: Disposal): AuditLogOptions {
  const { config, product, paths, retention, openSigner = () => signerOf(config, paths) } = parts;
  const { clock, random, policyBundle } = parts;
  const anchoring = { policy: parts.anchors, anchors: openAnchors(parts, disposal) };
  const term = retention.erasure === 'after-term' ? { contentTermDays: retention.entryDays } : {};
  const version = product.version;
  const epochKeyDir = config.auditEpochDir;
  return { ...paths, ...term, epochKeyDir, openSigner, clock, random, policyBundle, version, anchoring };
}

/** @throws AppError ERR_CONFIG_INVALID when an anchor cannot be made of what anchors.yaml says */
function openAnchors({ anchors, egress: allow, random, paths }: AuditParts, disposal: Disposal): Anchor[] {
  const egress = createEgress({ allow });
  disposal.defer(() => Promise.resolve(egress[Symbol.dispose]()));
  try {
    return createAnchors(anchors.anchors, {
      egress,
      random,
      stampDir: join(paths.checkpointDir, 'stamps'),
    });
  } catch (error) {
    throw new AppError(
      'ERR_CONFIG_INVALID',
      'policies/anchors.yaml names a key that is none, or a file of certificates that cannot be read. A key is the line that `audit witness` prints.',
      { cause: error },
    );
  }
}

/** The one behind a socket when there is one, else a child of this process. */
function signerOf({ auditSigner }: Config, { signerDir, signingKeyPath, path }: AuditParts['paths']): Signer {
  if (auditSigner !== undefined) return connectSigner(auditSigner);
  return spawnSigner({ stateDir: signerDir, keyPath: signingKeyPath, logPath: path });
}
