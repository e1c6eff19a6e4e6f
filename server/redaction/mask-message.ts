import { joinMasked } from '../domain/join-masked.ts';
import type { MaskedText, Vault } from '../domain/masked.ts';
import type { InboundMessage, Message } from '../domain/message.ts';
import { maskJson } from './mask-json.ts';

/** Masks a message. Calls of tools stand behind what was said, one a line: `look_up {"phone":"[PHONE_1C]"}`. */
export async function maskMessage(
  { role, content, seams = [], calls = [] }: InboundMessage,
  vault: Vault,
): Promise<Message<MaskedText>> {
  const isJson = role === 'tool' && seams.length === 0;
  const said = await (isJson ? maskJson(content, vault) : vault.mask(content, seams));
  if (calls.length === 0) return { role, content: said };
  const lines: MaskedText[] = [];
  for (const { name, input } of calls)
    lines.push(joinMasked(['', ' '], await vault.mask(name), await maskJson(input, vault)));
  const all = content === '' ? lines : [said, ...lines];
  return { role, content: joinMasked(['', ...all.slice(1).map(() => '\n')], ...all) };
}
