import type { Vault } from '../domain/masked.ts';
import { AppError } from '../errors.ts';

/**
 * Refuses what policy lets nobody send. Call it when all that the caller sent is masked.
 * @throws AppError ERR_REDACTION_BLOCKED (422) that names the types, and never a value
 */
export function refuseBlocked(vault: Pick<Vault, 'blocked'>): void {
  const types = vault.blocked();
  if (types.length === 0) return;
  throw new AppError(
    'ERR_REDACTION_BLOCKED',
    `The policy of this installation does not let these kinds of values be sent: ${types.join(', ')}. Take them out and send it again; nothing was sent on.`,
    { status: 422 },
  );
}
