import type { Principal } from '../domain/principal.ts';
import { languageOf } from '../domain/language.ts';
import { focusQuestion } from '../knowledge/focus-question.ts';
import type { Gaps } from '../knowledge/gaps/gaps.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Policies } from '../policy/policies.ts';
import { DEFAULT_MASK_PROFILE } from '../redaction/mask-profile.ts';
import type { Redactor } from '../redaction/redactor.ts';
import type { Feedback } from './turn.ts';

export interface NoteDislikeDeps {
  readonly redactor: Pick<Redactor, 'openVault'>;
  readonly knowledge: Pick<Knowledge, 'collections'>;
  readonly policies: Pick<Policies, 'readable'>;
  readonly gaps: Pick<Gaps, 'note'>;
}

/** Puts the question of a disliked answer on the gap list, masked. */
export type NoteDislike = (principal: Principal, question: string, feedback: Feedback) => Promise<void>;

/** Reasons that say the knowledge is at fault; masking is somebody else's. */
const aboutKnowledge: ReadonlySet<Feedback['reasons'][number]> = new Set([
  'wrong',
  'incomplete',
  'off-topic',
  'bad-source',
  'should-have-answered',
]);

/**
 * Which collections were asked is not kept with a turn, so the gap is over all that its asker may read: nobody sees it who
 * may read less.
 */
export function createNoteDislike({ redactor, knowledge, policies, gaps }: NoteDislikeDeps): NoteDislike {
  return async (principal, question, { rating, reasons }) => {
    if (rating !== 'down' || !reasons.some((reason) => aboutKnowledge.has(reason))) return;
    const scope = policies.readable(principal, await knowledge.collections());
    const vault = redactor.openVault(DEFAULT_MASK_PROFILE);
    try {
      const text = focusQuestion(await vault.mask(question));
      gaps.note({ text, language: languageOf(text), scope, cause: 'disliked' });
    } finally {
      vault.destroy();
    }
  };
}
