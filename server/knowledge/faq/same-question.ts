import { withoutPlaceholders } from '../../domain/placeholder.ts';
import { normaliseText } from '../normalise-text.ts';
import { deniesAlike, isOpposite } from '../polarity.ts';
import { quantitiesIn } from '../quantities.ts';
import { askedKind, wantTheSame } from './asked-kind.ts';
import { compareWords, questionWords } from './question-words.ts';

/** Why two questions are not the same. */
export type Difference =
  | 'empty'
  | 'word'
  | 'number'
  | 'negation'
  | 'opposite'
  | 'direction'
  | 'name'
  | 'kind'
  | 'meaning';

/** A question ready to be compared. */
export interface ReadQuestion {
  /** Normalised, without placeholders. */
  readonly text: string;
  readonly words: readonly string[];
  /** Of length 1. */
  readonly vector: Float32Array;
}

export function readQuestion(question: string, vector: Float32Array): ReadQuestion {
  return { text: normaliseText(withoutPlaceholders(question)), words: questionWords(question), vector };
}

/** Least cosine of two questions with the very same words, and of one that leaves a word of the other out. */
export const SAME_WORDS = 0.84;
export const ONE_LESS = 0.93;
/** Words that may be left out, and their share. */
const MOST_LESS = 1;
const MOST_LESS_SHARE = 0.25;

/**
 * Why an asked question is not the known one; undefined when it is the same in other words. First the words: it may leave
 * one out, and add none. A word in place of another (`credit` for `debit`) or beside it (`abroad`) makes another question,
 * whatever the cosine: embedders put them closer than most paraphrases. Then numbers, denials, directions, names and what is
 * wanted; then the meaning, by the cosine.
 */
export function differenceOf(
  left: ReadQuestion,
  right: ReadQuestion,
  cosine: number,
): Difference | undefined {
  const { onlyLeft, onlyRight, length } = compareWords(left.words, right.words);
  if (left.words.length === 0 || right.words.length === 0) return 'empty';
  if (onlyLeft > 0 || onlyRight > MOST_LESS || onlyRight > length * MOST_LESS_SHARE) return 'word';
  if (numbersOf(left.text) !== numbersOf(right.text)) return 'number';
  if (!deniesAlike(left.text, [right.text]) || !deniesAlike(right.text, [left.text])) return 'negation';
  if (isOpposite(left.text, right.text) || isOpposite(right.text, left.text)) return 'opposite';
  if (directionOf(left.text) !== directionOf(right.text)) return 'direction';
  if (!wantTheSame(askedKind(left.text), askedKind(right.text))) return 'kind';
  if (onlyRight > 0 && hasNewName(right.text, left.text)) return 'name';
  return cosine >= (onlyRight === 0 ? SAME_WORDS : ONE_LESS) ? undefined : 'meaning';
}

/** Every number with its unit, in one spelling. */
function numbersOf(text: string): string {
  return quantitiesIn(text.replaceAll(/[一每](?=[天日周月年])/gu, ''))
    .map(({ value }) => value)
    .toSorted()
    .join(' ');
}

/** What goes `from` where `to` where: the same words the other way round are another question. */
function directionOf(text: string): string {
  const english = /\bfrom (?:the |my |a |an )?(\w+).*?\b(?:in)?to (?:the |my |a |an )?(\w+)/iu.exec(text);
  const reversed = /\b(?:in)?to (?:the |my |a |an )?(\w+).*?\bfrom (?:the |my |a |an )?(\w+)/iu.exec(text);
  const chinese = /从(\p{Script=Han}{2}).*?[到转往入](\p{Script=Han}{2})/u.exec(text);
  const [, source, target] =
    english ?? (reversed === null ? undefined : ['', reversed[2], reversed[1]]) ?? chinese ?? [];
  return source === undefined ? '' : `${source.toLowerCase()} ${target?.toLowerCase() ?? ''}`;
}

/** A capitalised word inside the sentence, or one with a digit, that the other does not have. */
function hasNewName(text: string, other: string): boolean {
  const known = other.toLowerCase();
  const names = text.match(/(?<=[^.!?]\s)\p{Lu}[\p{L}\p{N}-]+|\b[A-Za-z]*\d[\w-]*/gu) ?? [];
  return names.some((name) => !known.includes(name.toLowerCase()));
}
