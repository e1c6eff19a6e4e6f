import type { MaskedText, Vault } from '../domain/masked.ts';

/**
 * Masks texts one after the other, so that placeholders are numbered in the order of the texts.
 * @throws AppError ERR_REDACTION_FAILED, ERR_REQUEST_TOO_LARGE
 */
export async function maskAll(texts: readonly string[], vault: Pick<Vault, 'mask'>): Promise<MaskedText[]> {
  const masked: MaskedText[] = [];
  for (const text of texts) masked.push(await vault.mask(text));
  return masked;
}
