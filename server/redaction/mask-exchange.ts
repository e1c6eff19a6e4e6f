import type { Admitted, Masked } from '../domain/exchange.ts';
import type { Redactor } from './redactor.ts';

/**
 * Masks every message of an exchange with one vault, under the profile that policy demands.
 * @throws AppError ERR_REDACTION_FAILED, ERR_REQUEST_TOO_LARGE; the vault is gone then.
 */
export function maskExchange(redactor: Redactor, admitted: Admitted): Masked {
  const vault = redactor.openVault(admitted.obligations.maskProfile);
  try {
    // The first round learns: a name that a later message gives away is masked in the earlier ones too.
    if (admitted.messages.length > 1) for (const { content } of admitted.messages) vault.mask(content);
    const messages = admitted.messages.map(({ role, content }) => ({ role, content: vault.mask(content) }));
    return { ...admitted, messages, vault };
  } catch (error) {
    vault.destroy();
    throw error;
  }
}
