/** Crockford's base 32: no letter that looks like a digit or like another letter. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 100 random bits as five groups of four: readable aloud and easy to type. */
export function composeFirstPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const digits = [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return (digits.match(/.{4}/g) ?? []).join('-');
}
