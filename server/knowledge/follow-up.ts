import { withoutPlaceholders } from '../domain/placeholder.ts';
import { languageOf } from '../domain/language.ts';
import { questionTerms } from './terms.ts';

/** "And for business customers?", "What about Platinum?", "Same for abroad?" */
const opensEnglish =
  /^(?:ok(?:ay)?|and|but|or|also|then|so|(?:what|how) about|(?:the )?same\b.{0,20}\bfor)\b/iu;
/** Words that stand for what was spoken of. `that` joins clauses more often than it points, so only before a verb or an end. */
const pointsEnglish =
  /\b(?:it|its|they|them|their|those|these|ones)\b|\b(?:this|that)(?=\s*(?:[?!.,]|$|(?:is|was|costs?|appl(?:y|ies)|means?|includes?|takes?|works?)\b))/iu;
/** An `it` that stands for nothing. */
const emptySubject =
  /\b(?:does|will|did|would) it take\b|\bis it (?:possible|normal|necessary|allowed|true|safe|better|a good)\b/giu;
const opensChinese = /^(?:那|还有|另外|以及|但是?|如果是|换成|换作|同样|前者|后者|其中)/u;
const pointsChinese = /它|其中|前者|后者|上述|[这那该](?:个|些|种|张|笔|项|款|类|家|位|份)/u;
const endsChinese = /呢\s*[?？]?\s*$/u;

/** With more terms than this a question says itself what it is about, whatever it points to. */
const MOST_TERMS = { en: 5, zh: 8 } as const;
/** With no more than this it says too little, even if it points to nothing: "At a branch?" */
const FEW_TERMS = { en: 1, zh: 2 } as const;
/** With more than this before the word that points, it points to something in the question itself: "my card …, where is it?" */
const MOST_BEFORE_POINTER = 1;

/**
 * Whether a question can only be understood from the one before it. By its form alone: it opens like a continuation,
 * points to something outside of it, or says hardly anything. `text` is in simplified script.
 */
export function isFollowUp(text: string): boolean {
  const plain = withoutPlaceholders(text).trim();
  const language = languageOf(plain);
  const terms = questionTerms(plain).length;
  if (terms > MOST_TERMS[language]) return false;
  if (terms <= FEW_TERMS[language]) return true;
  return language === 'en'
    ? opensEnglish.test(plain) || pointsOutside(plain.replaceAll(emptySubject, ' '), pointsEnglish)
    : opensChinese.test(plain) || endsChinese.test(plain) || pointsOutside(plain, pointsChinese);
}

function pointsOutside(text: string, pointer: RegExp): boolean {
  const found = pointer.exec(text);
  return found !== null && questionTerms(text.slice(0, found.index)).length <= MOST_BEFORE_POINTER;
}
