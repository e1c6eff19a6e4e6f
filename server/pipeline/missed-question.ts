import type { Recorded } from '../domain/exchange.ts';
import { languageOf } from '../domain/language.ts';
import type { MissedQuestion } from '../knowledge/gaps/gaps.ts';

/** Support below which an answer may well speak of something near what was asked: strong begins at 0.5. */
const UNSURE = 0.6;

/**
 * The question of an exchange that was declined, or answered on weak support; undefined when it was answered well, and when
 * nobody asked the knowledge.
 */
export function missedQuestion(recorded: Recorded): MissedQuestion | undefined {
  const cause = causeOf(recorded);
  if (cause === undefined) return undefined;
  const { question: text, collections: scope } = recorded;
  return { text, language: languageOf(text), scope, cause };
}

function causeOf({ decision, cited, check }: Recorded): MissedQuestion['cause'] | undefined {
  switch (decision) {
    case 'declined':
      return 'declined';
    case 'answered':
    case 'quoted': {
      const support = Math.max(0, ...cited.map(({ score }) => score));
      return support < UNSURE || check.removed > check.supported ? 'unsure' : undefined;
    }
    case 'approved':
    case 'chatted':
      return undefined;
    default:
      return decision satisfies never;
  }
}
