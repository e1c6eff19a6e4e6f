import type { AppDatabase } from '../../db/database.ts';
import type { Grounded, Masked } from '../../domain/exchange.ts';
import type { Vault } from '../../domain/masked.ts';
import type { Clock } from '../../util/clock.ts';
import type { RandomBytes } from '../../util/random.ts';
import { approveDraft, retireEntry } from './faq-approval.ts';
import { type FaqContents, type FaqEntry, wordingsOf } from './faq-entry.ts';
import { type FaqPage, type FaqQuery, pageEntries } from './faq-list.ts';
import { createFaqLane } from './faq-lane.ts';
import { readEntry } from './faq-rows.ts';
import { discardDraft, insertEntry, moveDraft, type NewEntry, saveDraft } from './faq-store.ts';
import { embedAgain, loadPhrases } from './load-phrases.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { type Trial, type TrialResult, tryQuestion } from './try-question.ts';

export type { FaqContents, FaqEntry, FaqVersion, EntryState } from './faq-entry.ts';
export { entryStates, faqContents } from './faq-entry.ts';
export type { FaqListItem, FaqPage, FaqQuery } from './faq-list.ts';
export type { NewEntry } from './faq-store.ts';
export type { Trial, TrialResult } from './try-question.ts';

export interface FaqOptions {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Masks the texts and calls the embedding model; one vector per text, normalised, in order. */
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  /** Id or digest of the embedding model: wordings embedded by another one are embedded again. */
  readonly embedder: string;
  /** Wordings are compared as questions are: masked. */
  readonly openVault: () => Vault;
}

/**
 * Approved question–answer pairs. Whoever calls has decided who may do what; held here as well: nothing answers that
 * nobody approved, that has expired, or that this caller may not read. Methods with an id throw ERR_NOT_FOUND when there is
 * no such entry, and ERR_FAQ_STATE when it is not in the state for it.
 */
export interface Faq {
  page(query: Omit<FaqQuery, 'now'>): Promise<FaqPage>;
  entry(id: string): Promise<FaqEntry>;
  create(entry: NewEntry): Promise<FaqEntry>;
  /** Writes the draft; what is approved goes on answering. */
  edit(id: string, author: string, contents: FaqContents): Promise<FaqEntry>;
  submit(id: string): Promise<FaqEntry>;
  sendBack(id: string, note: string): Promise<FaqEntry>;
  /** Undefined when the entry went with its only draft. */
  discard(id: string): Promise<FaqEntry | undefined>;
  /** @throws AppError ERR_POLICY_DENIED for one of its authors */
  approve(id: string, approval: { readonly approver: string; readonly digest: string }): Promise<FaqEntry>;
  retire(id: string): Promise<FaqEntry>;
  /** The exchange with the approved answer to its question; undefined when there is none. */
  answer(masked: Masked): Promise<Grounded | undefined>;
  /** What a question would be answered with, by the wordings of a draft and by what is approved. */
  try(trial: Trial): Promise<TrialResult>;
}

/** Opens the FAQ with the wordings of all approved entries in memory. */
export async function openFaq(options: FaqOptions): Promise<Faq> {
  const { db, clock, embed, embedder, openVault } = options;
  await embedAgain(options);
  let phrases = await loadPhrases(options);
  let index = createPhraseIndex(phrases);
  /** After each change of what answers, before the change is told. */
  const reload = async (change: Promise<FaqEntry>): Promise<FaqEntry> => {
    const changed = await change;
    const own = await loadPhrases(options, changed.id);
    phrases = [...phrases.filter(({ entry }) => entry !== changed.id), ...own];
    index = createPhraseIndex(phrases);
    return changed;
  };
  const answer = createFaqLane({ db, clock, embed, index: () => index });
  return {
    page: (query) => pageEntries(db, { ...query, now: clock.now().toISOString() }),
    entry: (id) => readEntry(db, id),
    create: (entry) => insertEntry(options, entry),
    edit: (id, author, contents) => saveDraft(options, id, author, contents),
    submit: (id) => moveDraft(options, id, { from: 'draft', to: 'in-review' }),
    sendBack: (id, note) => moveDraft(options, id, { from: 'in-review', to: 'draft', note }),
    discard: (id) => discardDraft(options, id),
    async approve(id, { approver, digest }) {
      const { draft } = await readEntry(db, id);
      // Before the transaction: it must not wait for a model.
      const vectors = draft === undefined ? [] : await embed(wordingsOf(draft));
      return reload(approveDraft(options, id, { approver, digest, vectors, embedder }));
    },
    retire: (id) => reload(retireEntry(options, id)),
    answer,
    try: (trial) => tryQuestion({ embed, openVault, index: () => index, clock }, trial),
  };
}
