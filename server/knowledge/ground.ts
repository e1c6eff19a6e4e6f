import { type AttachedPassage, type Evidence, strengthOf } from '../domain/evidence.ts';
import type { Grounded, Masked } from '../domain/exchange.ts';
import { neutralised, piecesOf } from '../domain/join-masked.ts';
import { type Language, languageOf } from '../domain/language.ts';
import type { MaskedText, Vault } from '../domain/masked.ts';
import { readThresholds, type ThresholdOf } from './abstention.ts';
import { inverseFrequency } from './lexical-confidence.ts';
import { type Passage, type RankedSentence, rankSentences, type TermWeight } from './rank-sentences.ts';
import { type ResolvedQuestion, resolveQuestion } from './resolve-question.ts';
import { type FoundChunk, type SearchContext, searchChunks, type SearchResult } from './search-chunks.ts';
import { STRONG_SUPPORT, supportOf } from './support.ts';
import { questionTerms } from './terms.ts';

/** Passages in which the answer is looked for. */
const PASSAGES = 8;
/** Sentences that become evidence: what the starter model can choose among, and what a larger one is offered. */
const EVIDENCE = { starter: 3, larger: 12 } as const;
/** Of one passage, at most this many: evidence from several places is worth more. */
const OF_ONE_PASSAGE = 3;

/**
 * Finds the evidence for the last user message: retrieved passages of the readable collections, masked with the
 * exchange's own vault, beside those of attached files, and of all these the best distinct sentences. Strong when the first
 * covers the question as well as its collection demands.
 * @throws AppError ERR_REDACTION_FAILED when a passage cannot be masked, ERR_KNOWLEDGE_UNAVAILABLE without an index.
 */
export async function ground(context: SearchContext, masked: Masked): Promise<Grounded> {
  const asked = resolveQuestion(masked.messages);
  const question = asked.whole;
  if (masked.obligations.grounding === 'off') return grounded(masked, question, [], () => STRONG_SUPPORT);
  const { collections, groups } = masked;
  const result = await searchChunks(context, {
    text: asked.own,
    antecedent: asked.antecedent,
    collections,
    groups,
    limit: PASSAGES,
    mode: 'hybrid',
  });
  const found = await maskPassages(result.found, masked.vault);
  const passages = [...found, ...masked.attached.map(attachedPassage)];
  const ranked = rankForAll(asked, result, passages);
  const most = masked.model.template === 'gguf' ? EVIDENCE.larger : EVIDENCE.starter;
  const best = fewOfEach(distinct(ranked)).slice(0, most);
  return grounded(masked, question, best, await readThresholds(context.db, collections));
}

function grounded(
  masked: Masked,
  question: MaskedText,
  ranked: readonly RankedSentence[],
  thresholdOf: ThresholdOf,
): Grounded {
  const language = languageOf(question);
  const evidence = ranked.flatMap((item, at) => evidenceOf(item, at + 1, language, thresholdOf));
  return {
    ...masked,
    question,
    grounding: masked.obligations.grounding,
    evidence,
    strength: strengthOf(evidence),
  };
}

/** One after the other: placeholders are numbered in the order of the passages. */
async function maskPassages(found: readonly FoundChunk[], vault: Vault): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const item of found) passages.push(await maskPassage(item, vault));
  return passages;
}

async function maskPassage({ chunk, score }: FoundChunk, vault: Vault): Promise<Passage> {
  return {
    chunk: chunk.id,
    document: chunk.document,
    collection: chunk.collection,
    title: await vault.mask(chunk.title),
    location: await vault.mask(chunk.location),
    text: await vault.mask(chunk.text),
    score,
  };
}

function attachedPassage({ file, ...passage }: AttachedPassage<MaskedText>): Passage {
  return { ...passage, document: file, collection: undefined };
}

function evidenceOf(
  { passage, sentence, coverage }: RankedSentence,
  number: number,
  language: Language,
  thresholdOf: ThresholdOf,
): Evidence[] {
  const { chunk, document, collection, title, location } = passage;
  const score = supportOf(coverage, language);
  return piecesOf(passage.text, [sentence]).map((masked) => ({
    number,
    chunk,
    document,
    collection,
    title,
    location,
    sentence: masked,
    plain: neutralised(masked),
    score,
    sufficient: score >= thresholdOf(collection),
  }));
}

/** The same sentence often stands in two documents; it is evidence once, at its best place. */
function distinct(ranked: readonly RankedSentence[]): RankedSentence[] {
  const seen = new Set<string>();
  return ranked.filter(({ sentence }) => {
    const key = sentence.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
    if (key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The best sentences of each passage. */
function fewOfEach(ranked: readonly RankedSentence[]): RankedSentence[] {
  const taken = new Map<string, number>();
  return ranked.filter(({ passage: { chunk } }) => {
    const before = taken.get(chunk) ?? 0;
    taken.set(chunk, before + 1);
    return before < OF_ONE_PASSAGE;
  });
}

/** A term of an earlier question says less about what is asked now: it is often just what a follow-up changes. */
const INHERITED = 0.5;

/** How much each term says: its rarity among the search's own candidates, less for what a follow-up inherits. */
function weightsOf({ own, antecedent }: ResolvedQuestion, { frequencies, total }: SearchResult): TermWeight {
  const asked = antecedent === undefined ? undefined : new Set(questionTerms(own));
  return (term) => {
    const share = asked === undefined || asked.has(term) ? 1 : INHERITED;
    return share * inverseFrequency(frequencies.get(term) ?? 0, total);
  };
}

/** Sentences for the question; where it asks several things, the best for each in turn. */
function rankForAll(
  asked: ResolvedQuestion,
  result: SearchResult,
  passages: readonly Passage[],
): RankedSentence[] {
  const weightOf = weightsOf(asked, result);
  if (result.parts.length === 0) return rankSentences(asked.whole, passages, weightOf);
  const ranked = result.parts.map((part) => rankSentences(part, passages, weightOf));
  const longest = Math.max(...ranked.map((sentences) => sentences.length));
  return Array.from({ length: longest }, (_, at) =>
    ranked.flatMap((sentences) => sentences[at] ?? []),
  ).flat();
}
