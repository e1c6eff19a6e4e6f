import { asJsonString, joinMasked, piecesOf } from '../domain/join-masked.ts';
import type { MaskedText, Vault } from '../domain/masked.ts';

/** The tokens of RFC 8259. Linear: no alternative can begin like another one. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\]:,]/g;

/**
 * Masks the strings, keys and numbers of a JSON text and leaves it valid JSON: escapes hide nothing ("\u0031" is a 1), and
 * the key before a value announces it. A number that is a value becomes a string with its placeholder. Text that is not
 * JSON is masked as it is.
 * @throws AppError ERR_REDACTION_FAILED, ERR_REQUEST_TOO_LARGE
 */
export async function maskJson(text: string, vault: Vault): Promise<MaskedText> {
  if (!isJson(text)) return vault.mask(text);
  const tokens = Array.from(text.matchAll(TOKEN), ([token]) => token);
  const masked: MaskedText[] = [];
  let key = '';
  for (const [at, token] of tokens.entries()) {
    const isKey = token.startsWith('"') && tokens[at + 1] === ':';
    if (isKey) key = String(JSON.parse(token));
    masked.push(isKey ? asJsonString(await vault.mask(key)) : await maskToken(key, token, vault));
  }
  return joinMasked(['', ...masked.map(() => '')], ...masked);
}

/** Masks a value, or takes over what only structures: brackets, commas, `true`. */
async function maskToken(key: string, token: string, vault: Vault): Promise<MaskedText> {
  if (token.startsWith('"')) return asJsonString(await maskAfter(key, String(JSON.parse(token)), vault));
  return /^[-\d]/.test(token) ? maskNumber(key, token, vault) : joinMasked([token]);
}

/** Objects and lists only: a bare number or string is what it looks like. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Masks a value where its key can announce it, as in `phone: 13812345678`. A key that is a value itself, alone or beside
 * this value, announces none.
 */
async function maskAfter(key: string, value: string, vault: Vault): Promise<MaskedText> {
  if ((await vault.mask(key)) !== key) return vault.mask(value);
  const lead = `${key}: `;
  const masked = await vault.mask(lead + value);
  if (!masked.startsWith(lead)) return vault.mask(value);
  const [own] = piecesOf(masked, [masked.slice(lead.length)]);
  return own ?? masked;
}

async function maskNumber(key: string, token: string, vault: Vault): Promise<MaskedText> {
  const masked = await maskAfter(key, token, vault);
  return masked === token ? masked : asJsonString(masked);
}
