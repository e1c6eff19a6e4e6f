import type { Principal } from '../domain/principal.ts';
import type { PolicyDecision } from '../policy/decision.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import type { Services } from './services.ts';

/**
 * Writes a denial into the audit log. Where a policy could not be evaluated, that is told to the operator's log
 * too: it denies everybody until somebody mends it. What the engine says holds ids and roles, no names.
 * @throws AppError ERR_AUDIT_UNAVAILABLE
 */
export async function recordDenial(
  { audit, logger }: Pick<Services, 'audit' | 'logger'>,
  actor: Principal,
  permission: GrantablePermission,
  { reasons, errors }: Omit<PolicyDecision, 'allowed'>,
): Promise<void> {
  if (errors.length > 0) {
    const { kind, id } = actor;
    logger.error({ permission, actor: { kind, id }, errors }, 'policies could not be evaluated');
  }
  await audit.recordEvent({ type: 'policy.denied', actor, permission, reasons });
}
