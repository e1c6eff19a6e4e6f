import { withoutPlaceholders } from '../../domain/placeholder.ts';
import { normaliseText } from '../normalise-text.ts';
import { deniesAlike, isOpposite } from '../polarity.ts';
import { quantitiesIn } from '../quantities.ts';
import { askedKind, wantTheSame } from './asked-kind.ts';
import { isDutyAgainstRight, limitAlike } from './asked-limit.ts';
import { isLight, questionWords, sizeOf, wordsMissing } from './question-words.ts';
import { spellAlike } from './same-words.ts';

/** Why two questions are not the same. */
export type Difference =
  | 'empty'
  | 'word'
  | 'number'
  | 'negation'
  | 'opposite'
  | 'direction'
  | 'kind'
  | 'limit'
  | 'duty'
  | 'meaning';

/** A question ready to be compared. */
export interface ReadQuestion {
  /** Normalised and spelt alike, without placeholders. */
  readonly text: string;
  readonly words: readonly string[];
  /** Of length 1. */
  readonly vector: Float32Array;
}

export function readQuestion(question: string, vector: Float32Array): ReadQuestion {
  const text = spellAlike(normaliseText(withoutPlaceholders(question)));
  return { text, words: questionWords(question), vector };
}

/** Least cosine of two questions with the very same words; of short ones, and of one that leaves light words of the other out. */
export const SAME_WORDS = 0.5;
export const LIGHT_LESS = 0.84;
/** Of a question with fewer words than this, half of what it says is in how it asks. */
const FEW_WORDS = 3;

/**
 * Why an asked question is not the known one; undefined when it is the same in other words. First the words, spelt alike:
 * none may be added, and none but a light one left out. A word in place of another (`credit` for `debit`), beside it
 * (`abroad`) or less (`overtime`) makes another question, whatever the cosine: embedders put such pairs closer (0.89 to 0.99)
 * than most paraphrases. Then numbers, denials, directions and what is wanted; then the meaning, by the cosine, which is left
 * to tell what no rule has told.
 */
export function differenceOf(
  left: ReadQuestion,
  right: ReadQuestion,
  cosine: number,
): Difference | undefined {
  if (left.words.length === 0 || right.words.length === 0) return 'empty';
  const lacking = wordsMissing(right.words, left.words);
  if (wordsMissing(left.words, right.words).length > 0 || !lacking.every(isLight)) return 'word';
  if (numbersOf(left.text) !== numbersOf(right.text)) return 'number';
  if (!deniesAlike(left.text, [right.text]) || !deniesAlike(right.text, [left.text])) return 'negation';
  if (isOpposite(left.text, right.text) || isOpposite(right.text, left.text)) return 'opposite';
  if (directionOf(left.text) !== directionOf(right.text)) return 'direction';
  const isShort = sizeOf(left.words) < FEW_WORDS;
  const [wanted, told] = [askedKind(left.text), askedKind(right.text)];
  if (isShort ? wanted !== told : !wantTheSame(wanted, told)) return 'kind';
  if (!limitAlike(left.text, right.text)) return 'limit';
  if (isDutyAgainstRight(left.text, right.text)) return 'duty';
  return cosine >= (lacking.length === 0 && !isShort ? SAME_WORDS : LIGHT_LESS) ? undefined : 'meaning';
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
