import { isAsking } from './focus-question.ts';
import { splitSentences } from './sentences.ts';
import { questionTerms } from './terms.ts';

/** More parts than this are a list, not a question. */
const MOST_PARTS = 4;
/** A part with fewer terms looks for anything: "is it free". */
const FEWEST_TERMS = 2;

const asksEnglish =
  '(?:also\\s+)?(?:(?:by|until|since|from|at|in|for|to)\\s+)?(?:what|how|when|where|who|which|why|does|do|is|are|can|may|must|should)\\b';
const clauseEnglish = new RegExp(`[,;]?\\s+(?:and|or|but)\\s+(?=${asksEnglish})`, 'iu');
const comparedEnglish =
  /^(?<before>.*?)\b(?:compare|(?:differences?|differs?|compared?)\s+between|difference\s+of)\s+(?<left>.+?)\s+(?:and|with|to|versus|vs\.?)\s+(?<right>[^?]+)/iu;

const asksChinese = /[吗么]|多少|多久|多长|几|何时|如何|怎|哪|是否|能否|可否|什么|谁/u;
const clauseChinese = /[，,；;]|以及|另外|还有|并且|同时/u;
const comparedChinese =
  /^(?<left>.+?)[和与跟同](?<right>.+?)(?<tail>(?:分别|各自?|相比|有(?:什么|何|哪些)(?:区别|不同|差别)|的(?:区别|不同|差别)|哪个|哪一个).*)$/u;

/**
 * The parts of a question that asks several things, each of which may be answered by another document: several
 * questions, clauses that ask, things that are compared. Empty when it asks one thing. By form alone, in English and
 * Chinese; `question` is in simplified script.
 */
export function splitQuestion(question: string): string[] {
  const sentences = splitSentences(question).filter(
    (sentence) => isAsking(sentence) && isSubstantial(sentence),
  );
  const parts = sentences.flatMap((sentence) => {
    const found = partsOfSentence(sentence.trim());
    return found.length === 0 ? [sentence.trim()] : found;
  });
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

function partsOfSentence(sentence: string): string[] {
  return (
    [comparedIn(sentence), sentence.split(clauseEnglish), clausesInChinese(sentence)].find(areParts) ?? []
  );
}

function areParts(parts: readonly string[]): boolean {
  return parts.length > 1 && parts.every(isSubstantial);
}

function isSubstantial(part: string): boolean {
  return questionTerms(part).length >= FEWEST_TERMS;
}

function comparedIn(sentence: string): string[] {
  const english = comparedEnglish.exec(sentence)?.groups;
  if (english !== undefined) return [english['left'] ?? '', english['right'] ?? ''];
  const chinese = comparedChinese.exec(sentence)?.groups;
  if (chinese === undefined) return [];
  const { left = '', right = '', tail = '' } = chinese;
  return [left + tail, right + tail];
}

/** Only where each piece asks: a comma also stands between a case and its question. */
function clausesInChinese(sentence: string): string[] {
  const pieces = sentence
    .split(clauseChinese)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return pieces.every((piece) => asksChinese.test(piece)) ? pieces : [];
}
