import type { EvidenceDetector } from '../rule.ts';
import { readAddresses } from './address-reader.ts';
import { chineseLexicon } from './lexicon.ts';
import { readNames } from './name-reader.ts';
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
  const addresses = readAddresses(simplified, units, lexicon).map((span) => ({
    ...span,
    type: ADDRESS,
    rule: 'cn-address',
    score: 0.85,
  }));
  if (!wanted.has(NAME)) return addresses;
  const dotted = findDottedNames(simplified, lexicon).map((span) => ({ ...span, rule: 'cn-name-dotted' }));
  const read = readNames(
    units,
    lexicon,
    chineseNameCosts(),
    readSurroundings(simplified, units, lexicon),
  ).map((span) => ({ ...span, rule: ruleOf(simplified, span) }));
  const fields = findNameFields(simplified, units, lexicon).map((span) => ({
    ...span,
    rule: 'cn-name-field',
  }));
  const names = [...dotted, ...outside(read, dotted), ...outside(fields, read)];
  return [
    ...(wanted.has(ADDRESS) ? addresses : []),
    ...outside(names, addresses).map((span) => ({ ...span, type: NAME, score: 0.8 })),
  ];
};

function ruleOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  if (end - start === 1) return 'cn-name-titled';
  return end - start === 2 && '小老阿'.includes(text.charAt(start)) ? 'cn-name-nickname' : 'cn-name';
}

interface RuledSpan {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** The spans that touch none of the others; the others are disjoint and in the order of the text. */
function outside(spans: readonly RuledSpan[], others: readonly RuledSpan[]): readonly RuledSpan[] {
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
