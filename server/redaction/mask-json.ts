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
export function maskJson(text: string, vault: Vault): MaskedText {
  if (!isJson(text)) return vault.mask(text);
  const tokens = Array.from(text.matchAll(TOKEN), ([token]) => token);
  let key = '';
  const masked = tokens.map((token, at) => {
    if (token.startsWith('"')) {
      const value = String(JSON.parse(token));
      if (tokens[at + 1] !== ':') return asJsonString(maskAfter(key, value, vault));
      key = value;
      return asJsonString(vault.mask(value));
    }
    return /^[-\d]/.test(token) ? maskNumber(key, token, vault) : joinMasked([token]);
  });
  return joinMasked(['', ...masked.map(() => '')], ...masked);
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
function maskAfter(key: string, value: string, vault: Vault): MaskedText {
  if (vault.mask(key) !== key) return vault.mask(value);
  const lead = `${key}: `;
  const masked = vault.mask(lead + value);
  if (!masked.startsWith(lead)) return vault.mask(value);
  const [own] = piecesOf(masked, [masked.slice(lead.length)]);
  return own ?? masked;
}

function maskNumber(key: string, token: string, vault: Vault): MaskedText {
  const masked = maskAfter(key, token, vault);
  return masked === token ? masked : asJsonString(masked);
}
