import { placeholderSource } from '../domain/placeholder.ts';
import { normaliseText } from './normalise-text.ts';
import { chineseParticles, chineseQuestionWords, englishStopWords } from './stop-words.ts';
import { stem } from './stem.ts';

const HAN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** Letters and digits in one word or joined by hyphens or underscores: `AB-1200`, `X200t`. The bound keeps hostile text linear. */
const codeSource =
  String.raw`(?<code>(?<![A-Za-z0-9])(?=[A-Za-z_-]{0,40}\d)(?=[\d_-]{0,40}[A-Za-z])` +
  String.raw`[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*)`;
/** Most words by far, told by the plain sign after them; the property classes below cost ten times as much. */
const plainSource = '(?<plain>[A-Za-z]+)(?=[\\x00-,./:-@[-^`{-\\x7f]|$)';
const tokenPattern = new RegExp(
  `${plainSource}|(?<placeholder>${placeholderSource})` +
    `|${codeSource}` +
    `|(?<han>[${HAN}々〇]+)` +
    String.raw`|(?<number>\d+(?:[.,]\d+)*(?![a-zA-Z]))` +
    `|(?<word>(?:(?![${HAN}])[\\p{L}\\p{M}\\p{N}])+)`,
  'gu',
);
/** What is asked for is told by the kind of answer (question-type.ts), not by these words. */
const howPattern = /\bhow\s+(?:long|much|many|often|soon|far|quickly|fast|early|late)\b/giu;
const questionWordPattern = new RegExp(chineseQuestionWords.join('|'), 'gu');

/**
 * The search terms of a text in reading order, repeated as often as they occur: English stems without stop words,
 * Chinese character bigrams in simplified script, numbers without thousands separators, product codes whole and in
 * parts, and placeholders as they stand. Texts and questions go through this one function, so what is indexed is what
 * is looked for.
 */
export function termsOf(text: string): string[] {
  return [...tokensOf(normaliseText(text))].flatMap(termsOfToken);
}

/** Of a normalised text. */
function tokensOf(text: string): IterableIterator<RegExpExecArray> {
  return text.matchAll(tokenPattern);
}

function termsOfToken(match: RegExpExecArray): string[] {
  const { plain, placeholder, code, han, number, word } = match.groups ?? {};
  if (plain !== undefined) return wordTerms(plain);
  if (placeholder !== undefined) return [placeholder];
  if (code !== undefined) return codeTerms(code);
  if (han !== undefined) return bigramsOf(han);
  if (number !== undefined) return [number.replaceAll(',', '')];
  return word === undefined ? [] : wordTerms(word);
}

/** A question this long is no longer helped by more words. */
const MOST_TERMS = 64;

/**
 * The distinct terms a question asks for, 64 at most: as `termsOf`, without the Chinese words questions are made of.
 */
export function questionTerms(question: string): string[] {
  const terms = new Set<string>();
  const asked = normaliseText(question).replaceAll(questionWordPattern, ' ').replaceAll(howPattern, ' ');
  for (const token of tokensOf(asked)) {
    for (const term of termsOfToken(token)) terms.add(term);
    if (terms.size >= MOST_TERMS) break;
  }
  return [...terms].slice(0, MOST_TERMS);
}

const codeParts = /[A-Za-z]{2,}|\d{2,}/gu;

/** The code as one word and its parts: `AB-1200`, `AB1200` and `AB 1200` find each other. */
function codeTerms(code: string): string[] {
  const whole = code.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');
  const parts = (code.match(codeParts) ?? []).flatMap(wordTerms);
  return [...new Set([whole, ...parts])];
}

function wordTerms(word: string): string[] {
  const lower = word.toLowerCase();
  return lower.length < 2 || englishStopWords.has(lower) ? [] : [stem(lower)];
}

function bigramsOf(run: string): string[] {
  return run.replaceAll(chineseParticles, ' ').split(' ').flatMap(bigramsOfPiece);
}

function bigramsOfPiece(piece: string): string[] {
  const characters = Array.from(piece);
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** Word boundaries cost quadratic time in the length of a text; a question says what it is about before this. */
const SEGMENTED = 2_000;

/**
 * Tells for the bigrams of a question whether they stand within one Chinese word (Unicode word boundaries). Of a very
 * long text, the beginning is looked at.
 */
export function isWholeWord(text: string): (term: string) => boolean {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const beginning = normaliseText(text.slice(0, SEGMENTED));
  const within = new Set(
    Array.from(segmenter.segment(beginning), ({ segment }) => segment).flatMap((word) => [
      ...Array.from(word),
      ...bigramsOfPiece(word),
    ]),
  );
  return (term) => !/^\p{Script=Han}/u.test(term) || within.has(term);
}
