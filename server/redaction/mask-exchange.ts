import type { AttachedPassage } from '../domain/evidence.ts';
import type { Admitted, Masked, ResponseFormat } from '../domain/exchange.ts';
import type { KeptValues } from '../domain/kept-values.ts';
import type { MaskedSchema, MaskedText, Vault } from '../domain/masked.ts';
import { maskMessage } from './mask-message.ts';
import { maskSchema } from './mask-schema.ts';
import type { Redactor } from './redactor.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/**
 * Masks all that an exchange may show a model (messages with calls and results of tools, attached passages, stop sequences, the schema of the answer) with one vault,
 * under the profile that policy demands.
 * @param kept values of earlier exchanges of the conversation
 * @throws AppError ERR_REDACTION_FAILED, ERR_REDACTION_BLOCKED, ERR_REQUEST_TOO_LARGE; the vault is gone then.
 */
export function maskExchange(redactor: Redactor, admitted: Admitted, kept?: KeptValues): Masked {
  const use = { purpose: 'chat', roles: admitted.principal.roles } as const;
  const vault = redactor.openVault(admitted.obligations.maskProfile, use, kept);
  try {
    // The first round learns: a name that a later message gives away is masked in the earlier ones too.
    if (admitted.messages.length > 1) for (const message of admitted.messages) maskMessage(message, vault);
    const messages = admitted.messages.map((message) => maskMessage(message, vault));
    const masked = {
      ...admitted,
      messages,
      attached: admitted.attached.map((passage) => maskAttached(passage, vault)),
      sampling: { ...admitted.sampling, stop: admitted.sampling.stop.map((text) => vault.mask(text)) },
      format: maskFormat(admitted.format, vault),
      vault,
    };
    refuseBlocked(vault);
    return masked;
  } catch (error) {
    vault.destroy();
    throw error;
  }
}

function maskAttached(passage: AttachedPassage, vault: Vault): AttachedPassage<MaskedText> {
  const { title, location, text } = passage;
  return { ...passage, title: vault.mask(title), location: vault.mask(location), text: vault.mask(text) };
}

function maskFormat(format: ResponseFormat, vault: Vault): ResponseFormat<MaskedSchema> {
  return format.kind === 'json-schema' ? { ...format, schema: maskSchema(format.schema, vault) } : format;
}
