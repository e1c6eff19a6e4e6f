import type { AttachedPassage } from '../domain/evidence.ts';
import type { Admitted, Masked, ResponseFormat } from '../domain/exchange.ts';
import type { KeptValues } from '../domain/kept-values.ts';
import type { MaskedSchema, MaskedText, MaskedToolOffer, Vault } from '../domain/masked.ts';
import type { InboundMessage, Message } from '../domain/message.ts';
import { maskAll } from './mask-all.ts';
import { maskMessage } from './mask-message.ts';
import { maskSchema } from './mask-schema.ts';
import { maskTools } from './mask-tools.ts';
import type { Redactor } from './redactor.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/**
 * Masks all that an exchange may show a model (messages with calls and results of tools, attached passages, stop sequences, the schema of the answer, offered tools) with one vault,
 * under the profile that policy demands.
 * @param kept values of earlier exchanges of the conversation
 * @throws AppError ERR_REDACTION_FAILED, ERR_REDACTION_BLOCKED, ERR_REQUEST_TOO_LARGE; the vault is gone then.
 */
export async function maskExchange(
  redactor: Redactor,
  admitted: Admitted,
  kept?: KeptValues,
): Promise<Masked> {
  const use = { purpose: 'chat', roles: admitted.principal.roles } as const;
  const vault = redactor.openVault(admitted.obligations.maskProfile, use, kept);
  try {
    // The first round learns: a name that a later message gives away is masked in the earlier ones too.
    if (admitted.messages.length > 1) await maskMessages(admitted.messages, vault);
    const masked = {
      ...admitted,
      messages: await maskMessages(admitted.messages, vault),
      attached: await maskAllAttached(admitted.attached, vault),
      sampling: { ...admitted.sampling, stop: await maskAll(admitted.sampling.stop, vault) },
      format: await maskFormat(admitted.format, vault),
      vault,
    };
    refuseBlocked(vault);
    return masked;
  } catch (error) {
    vault.destroy();
    throw error;
  }
}

/** One after the other, here and below: placeholders are numbered in the order of the texts. */
async function maskMessages(
  messages: readonly InboundMessage[],
  vault: Vault,
): Promise<Message<MaskedText>[]> {
  const masked: Message<MaskedText>[] = [];
  for (const message of messages) masked.push(await maskMessage(message, vault));
  return masked;
}

async function maskAllAttached(
  passages: readonly AttachedPassage[],
  vault: Vault,
): Promise<AttachedPassage<MaskedText>[]> {
  const masked: AttachedPassage<MaskedText>[] = [];
  for (const passage of passages) {
    const title = await vault.mask(passage.title);
    const location = await vault.mask(passage.location);
    masked.push({ ...passage, title, location, text: await vault.mask(passage.text) });
  }
  return masked;
}

async function maskFormat(
  format: ResponseFormat,
  vault: Vault,
): Promise<ResponseFormat<MaskedSchema, MaskedToolOffer>> {
  switch (format.kind) {
    case 'text':
    case 'json':
      return format;
    case 'json-schema':
      return { ...format, schema: await maskSchema(format.schema, vault) };
    case 'tools':
      return { ...format, offer: await maskTools(format.offer, vault) };
    default:
      return format satisfies never;
  }
}
