import { findContext, isRuledOut, valueStart } from './context.ts';
import type { Candidate, Detector } from './detector.ts';
import type { EntityType } from './entity-type.ts';
import { createLabelIndex, type LabelHit, type LabelHits } from './label-index.ts';
import { listNumberCandidates, type NumberCandidate } from './number-candidates.ts';
import type { LabelRule, NumberRule, PatternRule, Rule, Span } from './rule.ts';

/** Runs the rules over a text: context words once, digit runs once, then one linear pattern for each shape. */
export function createRuleDetector(types: readonly EntityType[], rules: readonly Rule[]): Detector {
  const labels = createLabelIndex(types);
  const numberRules = groupByLength(rules.filter((rule) => rule.kind === 'number'));
  const patternRules = rules.filter((rule) => rule.kind === 'pattern');
  const labelRules = rules.filter((rule) => rule.kind === 'label');
  return {
    id: 'rules',
    detect(view, wanted) {
      const text = view.text;
      const hits = labels.find(text);
      const found: Candidate[] = [];
      for (const candidate of listNumberCandidates(text)) matchNumber(candidate, text, hits, wanted, found);
      for (const rule of patternRules) if (wanted.has(rule.type)) matchPattern(rule, text, hits, found);
      for (const rule of labelRules) if (wanted.has(rule.type)) matchLabel(rule, text, hits, found);
      return found;
    },
  };

  function matchNumber(
    candidate: NumberCandidate,
    text: string,
    hits: LabelHits,
    wanted: ReadonlySet<string>,
    found: Candidate[],
  ): void {
    for (const rule of numberRules.get(candidate.digits.length) ?? []) {
      if (wanted.has(rule.type)) tryNumber(rule, candidate, text, hits, found);
    }
    const withLetter = withCheckLetter(candidate, text);
    if (withLetter === undefined) return;
    for (const rule of numberRules.get(withLetter.digits.length) ?? []) {
      if (rule.checkLetter === true && wanted.has(rule.type)) tryNumber(rule, withLetter, text, hits, found);
    }
  }
}

function groupByLength(rules: readonly NumberRule[]): ReadonlyMap<number, readonly NumberRule[]> {
  const grouped = new Map<number, NumberRule[]>();
  for (const rule of rules) {
    for (const length of rule.lengths) grouped.set(length, [...(grouped.get(length) ?? []), rule]);
  }
  return grouped;
}

/** The number with the check letter X that follows it, at most one space away when it is written digit by digit. */
function withCheckLetter(candidate: NumberCandidate, text: string): NumberCandidate | undefined {
  const gap = candidate.digitByDigit && /[ .-]/.test(text.charAt(candidate.end)) ? 1 : 0;
  const letter = text.charAt(candidate.end + gap);
  if ((letter !== 'X' && letter !== 'x') || /[A-Za-z0-9]/.test(text.charAt(candidate.end + gap + 1))) {
    return undefined;
  }
  const grouping = candidate.grouping.replace(/\d+$/, (size) => String(Number(size) + 1));
  return { ...candidate, end: candidate.end + gap + 1, digits: `${candidate.digits}X`, grouping };
}

function tryNumber(
  rule: NumberRule,
  candidate: NumberCandidate,
  text: string,
  hits: LabelHits,
  found: Candidate[],
): void {
  if (!isWrittenAsAllowed(rule, candidate)) return;
  const { start, end } = candidate;
  const announcedBy = findContext(hits, rule.type, text, start, end);
  const announced = announcedBy !== undefined;
  if (!announced && (rule.context === 'required' || candidate.wrapped || isPartOfToken(text, start, end)))
    return;
  if (!announced && isRuledOut(hits, rule.type, text, start)) return;
  if (!rule.accept(candidate.digits, candidate)) return;
  found.push(toCandidate(rule, candidate, announcedBy));
}

function isWrittenAsAllowed(rule: NumberRule, candidate: NumberCandidate): boolean {
  if (candidate.wrapped) return rule.wraps === true && candidate.grouping.split('-').length === 2;
  if (!candidate.grouping.includes('-') || candidate.digitByDigit) return true;
  return rule.groupings.includes(candidate.grouping);
}

/** A number inside an identifier, a hash, a decimal or a formula is something else unless it is announced. */
function isPartOfToken(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  if (/[A-Za-z_]$/.test(before) || /^[A-Za-z_]/.test(after)) return true;
  return /\d[.,×*=+]$/.test(before) || /^[.,]\d/.test(after);
}

function matchPattern(rule: PatternRule, text: string, hits: LabelHits, found: Candidate[]): void {
  if (rule.needs !== undefined && !text.includes(rule.needs)) return;
  if (rule.context === 'required' && hits.of(rule.type).length === 0) return;
  const pattern = rule.pattern;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = rule.accept(match, text);
    const announcedBy =
      span === undefined ? undefined : findContext(hits, rule.type, text, span.start, span.end);
    if (span === undefined || (announcedBy === undefined && !isAllowedAlone(rule, span, text, hits))) {
      pattern.lastIndex = match.index + 1;
      continue;
    }
    found.push(toCandidate(rule, span, rule.context === 'required' ? announcedBy : undefined));
    pattern.lastIndex = Math.max(span.end, match.index + 1);
  }
}

function isAllowedAlone(rule: PatternRule, span: Span, text: string, hits: LabelHits): boolean {
  return rule.context === 'free' && !isRuledOut(hits, rule.type, text, span.start);
}

function matchLabel(rule: LabelRule, text: string, hits: LabelHits, found: Candidate[]): void {
  for (const hit of hits.of(rule.type)) {
    rule.value.lastIndex = valueStart(text, hit.end);
    const match = rule.value.exec(text);
    const span = match === null ? undefined : rule.accept(match, text);
    if (span !== undefined) found.push(toCandidate(rule, span, hit));
  }
}

function toCandidate(rule: Rule, { start, end }: Span, announcedBy: LabelHit | undefined): Candidate {
  const found = { type: rule.type, rule: rule.id, start, end };
  if (announcedBy === undefined) return { ...found, score: rule.score };
  return { ...found, score: Math.min(1, rule.score + 0.1), announcedBy };
}
