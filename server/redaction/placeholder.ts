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
 * Writes a placeholder. The check letter is HMAC-SHA-256 over label, number and form with the vault's own key:
 * one that was guessed or comes from another vault is most likely not issued here.
 * @param form 0 for the first written form of a value; later forms add a letter to the same number (`PERSON_3BK`).
 */
export function formatPlaceholder(label: string, number: number, form: number, key: Buffer): Placeholder {
  const name = `${number}${formSuffix(form)}`;
  const check = checkLetter(`${label}_${name}`, key);
  return { text: `[${label}_${name}${check}]`, key: `${compactLabel(label)}${name}${check}` };
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

function checkLetter(message: string, key: Buffer): string {
  const digest = createHmac('sha256', key).update(message).digest();
  return CHECK_LETTERS.charAt(digest.readUInt32BE(0) % CHECK_LETTERS.length);
}

/** Written forms of one value that a vault tells apart. */
export const MAX_FORMS = FORM_LETTERS.length * (FORM_LETTERS.length + 1);
export const MAX_NUMBER = 99_999;
