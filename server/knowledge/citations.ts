import type { Evidence } from '../domain/evidence.ts';
import { placeholdersIn, withoutPlaceholders } from '../domain/placeholder.ts';
import { deniesAlike, isOpposite } from './polarity.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { termsOf } from './terms.ts';

/** Why a sentence is not supported. */
export type Objection =
  | 'uncited'
  | 'unknown-citation'
  | 'empty'
  | 'placeholder'
  | 'number'
  | 'address'
  | 'name'
  | 'negation'
  | 'opposite'
  | 'not-covered'
  /** Said by a model for natural-language inference. */
  | 'contradicted';

export interface SentenceVerdict {
  readonly supported: boolean;
  /** What the sentence cites, in the order of its citations; empty when it cites something unknown. */
  readonly cited: readonly Evidence[];
  readonly objection?: Objection;
}

const citationPattern = /\[(?<number>\d{1,3})\]/gu;
/** A sentence as a claim: without its citations. */
export function claimOf(sentence: string): string {
  return sentence.replaceAll(citationPattern, ' ').trim();
}

/** Share of a claim's content words (English stems, Chinese bigrams) that its evidence must hold. */
const MIN_COVERAGE = { latin: 0.75, han: 0.6 } as const;

/**
 * Holds one sentence of an answer against the evidence it cites. This is lexical entailment, on the safe side: what it
 * cannot see supported is not supported. Citations must exist; placeholders, numbers and their units must stand in the
 * cited evidence, and so must names and web addresses; each clause must deny when its evidence denies; and its content
 * words must be found there.
 */
export function checkSentence(sentence: string, evidence: readonly Evidence[]): SentenceVerdict {
  const numbers = [...new Set(Array.from(sentence.matchAll(citationPattern), (match) => Number(match[1])))];
  const cited = numbers.flatMap((number) => evidence.filter((item) => item.number === number));
  if (numbers.length === 0) return { supported: false, cited: [], objection: 'uncited' };
  if (cited.length < numbers.length) return { supported: false, cited: [], objection: 'unknown-citation' };
  const objection = objectionTo(claimOf(sentence), cited);
  return objection === undefined ? { supported: true, cited } : { supported: false, cited, objection };
}

function objectionTo(claim: string, cited: readonly Evidence[]): Objection | undefined {
  const sentences = cited.map((item) => item.plain);
  const said = sentences.join('\n');
  if (!/[\p{L}\p{N}]/u.test(claim)) return 'empty';
  if (sentences.some((sentence) => isVerbatim(claim, sentence))) return undefined;
  if (placeholdersIn(claim).some((placeholder) => !said.includes(placeholder))) return 'placeholder';
  if (addressesIn(claim).some((found) => !said.includes(found))) return 'address';
  if (!holdsQuantities(claim, said)) return 'number';
  if (!holdsNames(claim, cited)) return 'name';
  if (!deniesAlike(claim, sentences)) return 'negation';
  if (isOpposite(claim, said)) return 'opposite';
  return isCovered(claim, cited) ? undefined : 'not-covered';
}

/** The whole evidence sentence word for word; a part of it could leave out what the rest takes back. */
function isVerbatim(claim: string, sentence: string): boolean {
  return lettersOf(claim) === lettersOf(sentence);
}

/** Without white space and without the full stop, which moves when a citation stands before it. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replace(/[.。]+$/u, '');
}

function holdsQuantities(claim: string, said: string): boolean {
  const known = quantitiesIn(withoutPlaceholders(said));
  return quantitiesIn(withoutPlaceholders(claim)).every((quantity) => holdsQuantity(known, quantity));
}

/** The same number, and no other unit behind it: 5 days are not 5 weeks. */
function holdsQuantity(known: readonly Quantity[], { value, unit }: Quantity): boolean {
  const same = known.filter((quantity) => quantity.value === value);
  if (unit === undefined) return same.length > 0;
  return same.some((quantity) => quantity.unit === unit || quantity.unit === undefined);
}

function isCovered(claim: string, cited: readonly Evidence[]): boolean {
  const held = termsAround(cited);
  const terms = [...new Set(termsOf(claim))].filter((term) => !/^\d/u.test(term));
  const groups = [
    { least: MIN_COVERAGE.latin, terms: terms.filter((term) => !isHan(term)) },
    { least: MIN_COVERAGE.han, terms: terms.filter(isHan) },
  ];
  if (terms.length === 0) return quantitiesIn(claim).length > 0 || placeholdersIn(claim).length > 0;
  return groups.every((group) => {
    const found = group.terms.filter((term) => held.has(term)).length;
    return found >= group.terms.length * group.least;
  });
}

/** Terms of what is cited, with its title and its place. */
function termsAround(cited: readonly Evidence[]): ReadonlySet<string> {
  return new Set(cited.flatMap((item) => termsOf([item.title, item.location, item.plain].join('\n'))));
}

/** Host names with what follows them: a made-up one could carry away what was asked. */
const address = /(?:[\p{L}\p{N}-]+\.)+[a-z]{2,}(?:[/?#][^\s[\]]*)?/gu;

function addressesIn(claim: string): string[] {
  return claim.match(address) ?? [];
}

/** Capitalised words, but for the first: at the start of a sentence any word is. */
const capitalised = /(?<=[\p{L}\p{N},;:)'’-]\s+)\p{Lu}[\p{L}\p{N}]+/gu;

function holdsNames(claim: string, cited: readonly Evidence[]): boolean {
  const names = withoutPlaceholders(claim).match(capitalised) ?? [];
  const held = termsAround(cited);
  return names.flatMap(termsOf).every((term) => held.has(term) || /^\d/u.test(term));
}

function isHan(term: string): boolean {
  return /^\p{Script=Han}/u.test(term);
}
