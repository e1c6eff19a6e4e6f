import { joinMasked } from '../domain/join-masked.ts';
import type { MaskedText } from '../domain/masked.ts';
import type { Message } from '../domain/message.ts';
import { focusQuestion } from './focus-question.ts';
import { isFollowUp } from './follow-up.ts';
import { normaliseText } from './normalise-text.ts';

/** What the last user message asks, read with the conversation before it. */
export interface ResolvedQuestion {
  /** The asking sentences of the last message. */
  readonly own: MaskedText;
  /** The earlier questions that it continues, oldest first; undefined when it stands for itself. */
  readonly antecedent: MaskedText | undefined;
  /** Antecedent and own question together. */
  readonly whole: MaskedText;
}

/** Earlier questions that a follow-up may reach back to. */
const REACH = 2;

/**
 * Reads the last user message. A follow-up gets the question that it continues put before it, and that one its own, as
 * far as two back. No model is asked, so that the same conversation always gives the same question.
 */
export function resolveQuestion(messages: readonly Message<MaskedText>[]): ResolvedQuestion {
  const asked = messages.filter(({ role }) => role === 'user').map(({ content }) => focusQuestion(content));
  const own = asked.at(-1) ?? joinMasked(['']);
  const earlier: MaskedText[] = [];
  let current: MaskedText = own;
  for (const before of asked.slice(0, -1).toReversed().slice(0, REACH)) {
    if (!isFollowUp(normaliseText(current))) break;
    earlier.unshift(before);
    current = before;
  }
  if (earlier.length === 0) return { own, antecedent: undefined, whole: own };
  const antecedent = spaced(earlier);
  return { own, antecedent, whole: spaced([antecedent, own]) };
}

function spaced(texts: readonly MaskedText[]): MaskedText {
  return joinMasked(
    texts.map((_, at) => (at === 0 ? '' : ' ')),
    ...texts,
  );
}
