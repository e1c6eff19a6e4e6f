import { joinMasked } from '../domain/join-masked.ts';
import type { Intended } from '../domain/exchange.ts';
import type { Entailment, EntailmentPair } from '../inference/inference.ts';
import { checkSentence, claimOf, type SentenceVerdict } from '../knowledge/citations.ts';

export type EntailPairs = (pairs: readonly EntailmentPair[]) => Promise<readonly Entailment[]>;

/** Holds one sentence of an answer against the evidence that it cites. */
export type ClaimCheck = (sentence: string) => Promise<SentenceVerdict>;

/** Probability from which on a paraphrase counts as supported although too few of its words are found. */
const ENTAILED = 0.8;
/** Probability from which on a claim counts as denied by what it cites. */
const CONTRADICTED = 0.5;

/**
 * The lexical check, and where the catalogue has a model for natural-language inference, its word on what words alone
 * do not tell: it may save a paraphrase and strike out a contradiction. Numbers, names, addresses, placeholders,
 * denials and citations stay with the lexical check, whatever the model says.
 * @throws AppError ERR_INFERENCE_UNAVAILABLE when there is such a model and it does not answer
 */
export function createClaimCheck({ evidence, vault }: Intended, entail: EntailPairs | undefined): ClaimCheck {
  return async (sentence) => {
    const lexical = checkSentence(sentence, evidence);
    const isOpen = lexical.supported || lexical.objection === 'not-covered';
    if (entail === undefined || !isOpen) return lexical;
    const premise = joinMasked(
      lexical.cited.map((_, at) => (at === 0 ? '' : '\n')),
      ...lexical.cited.map(({ plain }) => plain),
    );
    // What the model wrote is a string: restored and masked again, it is masked text with the same placeholders.
    const claim = await vault.mask(vault.restore(claimOf(sentence)));
    const [said] = await entail([[premise, claim]]);
    return said === undefined ? lexical : weigh(lexical, said);
  };
}

function weigh(lexical: SentenceVerdict, { entailment, contradiction }: Entailment): SentenceVerdict {
  const { cited } = lexical;
  if (contradiction >= CONTRADICTED) return { supported: false, cited, objection: 'contradicted' };
  return lexical.supported || entailment >= ENTAILED ? { supported: true, cited } : lexical;
}
