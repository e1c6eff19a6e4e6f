import { createHmac } from 'node:crypto';
import { compactLabel } from './placeholder-grammar.ts';

/** Letters that are not mistaken for a digit or for each other. */
export const CHECK_LETTERS = 'ACDEFGHJKLMNPQRTUVWXY';
const FORM_LETTERS = 'BCDEFGHJKLMNPQRTUVWXY';

export interface Placeholder {
  /** As the model sees it, for example `[PERSON_3K]`. */
  readonly text: string;
  /** As the grammar reads it, for example `PERSON3K`. */
  readonly key: string;
}

/**
 * @param form 0 for the first written form of a value; later forms add a letter to the same number (`PERSON_3BK`).
 */
export type FormatPlaceholder = (label: string, number: number, form: number) => Placeholder;

/** Numbers that share one HMAC: each takes two of its 32 bytes. */
const NUMBERS_OF_A_DIGEST = 16;

/**
 * Writes the placeholders of one vault. The check letter is taken from an HMAC-SHA-256 over label, number and form
 * with the vault's own key: one that was guessed or comes from another vault is most likely not issued here.
 */
export function createPlaceholderFormat(key: Buffer): FormatPlaceholder {
  const digests = new Map<string, Buffer>();
  const digestOf = (message: string): Buffer => {
    const known = digests.get(message);
    if (known !== undefined) return known;
    const digest = createHmac('sha256', key).update(message).digest();
    digests.set(message, digest);
    return digest;
  };
  return (label, number, form) => {
    const suffix = formSuffix(form);
    const digest = digestOf(`${label}_${Math.floor(number / NUMBERS_OF_A_DIGEST)}_${suffix}`);
    const drawn = digest.readUInt16BE((number % NUMBERS_OF_A_DIGEST) * 2);
    const name = `${number}${suffix}${CHECK_LETTERS.charAt(drawn % CHECK_LETTERS.length)}`;
    return { text: `[${label}_${name}]`, key: `${compactLabel(label)}${name}` };
  };
}

/** '', B, C … Y, BB, BC …: at most two letters. */
function formSuffix(form: number): string {
  if (form === 0) return '';
  const index = form - 1;
  const last = FORM_LETTERS.charAt(index % FORM_LETTERS.length);
  const first =
    index < FORM_LETTERS.length ? '' : FORM_LETTERS.charAt(Math.floor(index / FORM_LETTERS.length) - 1);
  return first + last;
}

/** Written forms of one value that a vault tells apart. */
export const MAX_FORMS = FORM_LETTERS.length * (FORM_LETTERS.length + 1);
export const MAX_NUMBER = 99_999;
