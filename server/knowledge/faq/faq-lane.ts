import type { AppDatabase } from '../../db/database.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Grounded, Masked } from '../../domain/exchange.ts';
import { joinMasked } from '../../domain/join-masked.ts';
import { lastUserText } from '../../domain/message.ts';
import type { Clock } from '../../util/clock.ts';
import { focusQuestion } from '../focus-question.ts';
import { normaliseText } from '../normalise-text.ts';
import { parseContents } from './faq-rows.ts';
import { leansOnContext } from './leans-on-context.ts';
import { matchQuestion, type PhraseMatch } from './match-question.ts';
import type { Phrase } from './phrase.ts';
import type { PhraseIndex } from './phrase-index.ts';

export interface FaqLaneDeps {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly index: () => PhraseIndex;
}

/**
 * Answers the question of an exchange from the FAQ, without search and without a model. It needs a masked exchange, and
 * what it returns still has its intent before it: neither redaction nor audit is shorter on this way.
 */
export function createFaqLane(deps: FaqLaneDeps): (masked: Masked) => Promise<Grounded | undefined> {
  return async (masked) => {
    if (masked.obligations.grounding === 'off') return undefined;
    const question = focusQuestion(lastUserText(masked.messages));
    const isFollowUp = masked.messages.filter(({ role }) => role === 'user').length > 1;
    if (isFollowUp && leansOnContext(normaliseText(question))) return undefined;
    const now = deps.clock.now().toISOString();
    const match = await matchQuestion(deps.index(), {
      text: question,
      mayUse: (phrase) => mayUse(masked, phrase, now),
      mask: (raw) => masked.vault.mask(raw),
      embed: async (text) => (await deps.embed([text]))[0] ?? new Float32Array(),
    });
    const approved = match === undefined ? undefined : await readApproved(deps.db, masked, match, now);
    if (approved === undefined) return undefined;
    const { grounding } = masked.obligations;
    return { ...masked, question, grounding, evidence: [approved], strength: 'strong', approved };
  };
}

/** The collections of an admitted exchange are those its caller may read; an entry narrows them further. */
function mayUse({ collections, principal }: Masked, phrase: Phrase, now: string): boolean {
  return (
    collections.includes(phrase.collection) &&
    (phrase.readers.length === 0 || principal.roles.some((role) => phrase.readers.includes(role))) &&
    phrase.expiresAt > now
  );
}

/** Read from the database, not from memory: what was retired or changed a moment ago answers no more. */
async function readApproved(
  db: AppDatabase,
  masked: Masked,
  { phrase, score }: PhraseMatch,
  now: string,
): Promise<Evidence | undefined> {
  const row = await db
    .selectFrom('faq_entries')
    .innerJoin('faq_versions', 'faq_versions.entry_id', 'faq_entries.id')
    .select(['faq_versions.contents', 'faq_versions.approved_at', 'faq_entries.expires_at'])
    .where('faq_entries.id', '=', phrase.entry)
    .where('faq_entries.collection_id', '=', phrase.collection)
    .where('faq_entries.live_version', '=', phrase.version)
    .where('faq_versions.version', '=', phrase.version)
    .where('faq_versions.state', '=', 'approved')
    .where('faq_entries.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined || row.approved_at === null) return undefined;
  const { question, answer, owner, expiresAt } = parseContents(row.contents);
  // A person approved it as it stands, so nothing in it is taken for the doing of a stranger.
  const text = await masked.vault.mask(answer);
  return {
    number: 1,
    chunk: `${phrase.entry}.${phrase.version}`,
    document: phrase.entry,
    collection: phrase.collection,
    title: await masked.vault.mask(question),
    location: joinMasked(['FAQ']),
    sentence: text,
    plain: text,
    score,
    sufficient: true,
    approval: { owner, approvedAt: row.approved_at, expiresAt },
  };
}
