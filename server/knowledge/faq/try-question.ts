import { languages } from '../../domain/language.ts';
import type { Vault } from '../../domain/masked.ts';
import type { Clock } from '../../util/clock.ts';
import { matchQuestion } from './match-question.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import { createPhraseIndex, type PhraseIndex } from './phrase-index.ts';

/** A question to try before anything is approved. */
export interface Trial {
  readonly question: string;
  /** Wordings of the draft. */
  readonly wordings: readonly string[];
  /** The entry of the draft: its approved version does not compete with it. */
  readonly entry?: string | undefined;
  /** What the caller may read: nothing else is compared or told. */
  readonly mayUse: (phrase: Pick<Phrase, 'collection' | 'readers'>) => boolean;
}

export interface TrialResult {
  /** The wording of the draft that would answer; undefined when none does. */
  readonly wording: string | undefined;
  readonly score: number | undefined;
  /** Another approved entry that answers this question already. */
  readonly taken: { readonly entry: string; readonly wording: string } | undefined;
}

export interface TrialDeps {
  readonly embed: (texts: readonly string[]) => Promise<Float32Array[]>;
  readonly openVault: () => Vault;
  readonly index: () => PhraseIndex;
  readonly clock: Clock;
}

const DRAFT = 'draft';

/** Goes the very way that a question goes, over the wordings of a draft and over what is approved. */
export async function tryQuestion(deps: TrialDeps, trial: Trial): Promise<TrialResult> {
  const vault = deps.openVault();
  try {
    const mask = (text: string): Promise<string> => vault.mask(text);
    const [vector = new Float32Array(), ...vectors] = await deps.embed([trial.question, ...trial.wordings]);
    const asked = { text: await mask(trial.question), mask, embed: () => Promise.resolve(vector) };
    const draft: Phrase[] = [];
    for (const [at, raw] of trial.wordings.entries())
      draft.push(readDraft(raw, await mask(raw), vectors[at] ?? new Float32Array()));
    const own = await matchQuestion(createPhraseIndex(draft), { ...asked, mayUse: () => true });
    const now = deps.clock.now().toISOString();
    const other = await matchQuestion(deps.index(), {
      ...asked,
      mayUse: (phrase) => phrase.entry !== trial.entry && phrase.expiresAt > now && trial.mayUse(phrase),
    });
    return {
      wording: own?.phrase.raw,
      score: own?.score,
      taken: other === undefined ? undefined : { entry: other.phrase.entry, wording: other.phrase.raw },
    };
  } finally {
    vault.destroy();
  }
}

function readDraft(raw: string, masked: string, vector: Float32Array): Phrase {
  const own = { entry: DRAFT, version: 0, collection: '', readers: [], expiresAt: '' };
  return readPhrase({ ...own, languages, raw, masked, vector });
}
