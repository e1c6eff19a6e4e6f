import { joinMasked, piecesOf } from '../domain/join-masked.ts';
import type { MaskedText } from '../domain/masked.ts';
import { withoutPlaceholders } from '../domain/placeholder.ts';
import { endsInQuestion, splitSentences } from './sentences.ts';
import { questionTerms } from './terms.ts';

/** Fewer terms than this cannot tell what is asked: "What should I do?" needs the sentences before it. */
const FEWEST_TERMS = 2;

const asksEnglish =
  /^(?:[^,]{0,40},\s*)?(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|may|must|should|shall|will|would|has|have)\b|\b(?:tell me|i (?:want|need|would like) to know)\b/iu;
const asksChinese =
  /[吗呢么麼嗎]|多少|多久|几[个天日点时次年月号]|幾|什么|甚麼|何时|如何|怎[么样麼]|哪|是否|能否|可否|请问|請問/u;

/**
 * The sentences of a message that ask, in their order; the whole message when none does, or when they say too
 * little alone. People introduce themselves before they ask, and what they say of themselves is not what they ask.
 */
export function focusQuestion(message: MaskedText): MaskedText {
  const asking = splitSentences(message).filter(isAsking);
  const terms = questionTerms(withoutPlaceholders(asking.join(' ')));
  if (asking.length === 0 || terms.length < FEWEST_TERMS) return message;
  return joinMasked(
    asking.map((_, at) => (at === 0 ? '' : ' ')),
    ...piecesOf(message, asking),
  );
}

/** Whether a sentence asks, by its mark or its words. */
export function isAsking(sentence: string): boolean {
  return endsInQuestion(sentence) || asksEnglish.test(sentence) || asksChinese.test(sentence);
}
