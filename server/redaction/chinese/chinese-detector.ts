import type { Candidate } from '../detector.ts';
import type { EvidenceDetector, Span } from '../rule.ts';
import { readAddresses } from './address-reader.ts';
import { chineseLexicon } from './lexicon.ts';
import { readNames } from './name-reader.ts';
import { pairSlots } from './pair-slots.ts';
import { readSurroundings } from './name-surroundings.ts';
import { hasHanzi, readSimplified, toText } from './simplified-text.ts';
import { chineseNameCosts } from './surname-costs.ts';
import { findDottedNames, findNameFields } from './written-out-names.ts';

export const NAME = 'CN_PERSON_NAME';
export const ADDRESS = 'CN_ADDRESS';

/** Finds Chinese names and addresses together: neither is looked for inside the other. */
export const detectChineseText: EvidenceDetector = ({ text }, wanted) => {
  if ((!wanted.has(NAME) && !wanted.has(ADDRESS)) || !hasHanzi(text)) return [];
  const units = readSimplified(text);
  const simplified = toText(units);
  const lexicon = chineseLexicon();
  const slots = pairSlots(units, lexicon);
  const addresses = readAddresses(simplified, units, slots, lexicon).map(({ start, end }) => ({
    type: ADDRESS,
    rule: 'cn-address',
    start,
    end,
    score: 0.85,
  }));
  if (!wanted.has(NAME)) return addresses;
  const costs = chineseNameCosts();
  const dotted = findDottedNames(simplified, lexicon);
  const surroundings = readSurroundings(simplified, units, lexicon);
  const read = outside(readNames(units, slots, lexicon, costs, surroundings), dotted);
  const fields = outside(findNameFields(simplified, units, lexicon, costs), read);
  return [
    ...(wanted.has(ADDRESS) ? addresses : []),
    ...outside(dotted, addresses).map((span) => toName(span, 'cn-name-dotted')),
    ...outside(read, addresses).map((span) => toName(span, ruleOf(simplified, span))),
    ...outside(fields, addresses).map((span) => toName(span, 'cn-name-field')),
  ];
};

function toName({ start, end }: Span, rule: string): Candidate {
  return { type: NAME, rule, start, end, score: 0.8 };
}

function ruleOf(text: string, { start, end }: Span): string {
  if (end - start === 1) return 'cn-name-titled';
  return end - start === 2 && '小老阿'.includes(text.charAt(start)) ? 'cn-name-nickname' : 'cn-name';
}

/** The spans that touch none of the others; the others are disjoint and in the order of the text. */
function outside(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (others.length === 0) return spans;
  const ends = others.map(({ end }) => end);
  return spans.filter(({ start, end }) => {
    const next = others[firstAfter(ends, start)];
    return next === undefined || next.start >= end;
  });
}

/** Index of the first end beyond `position`; `ends` rise. */
function firstAfter(ends: readonly number[], position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
