import type { Candidate } from '../detector.ts';
import type { EntityType } from '../entity-type.ts';
import type { EntityFamily, EvidenceDetector, EvidenceRule, ListRule, RuleTests, Span } from '../rule.ts';
import { announcing, contextOf } from '../scan/context.ts';
import type { WordHits } from '../scan/word-hits.ts';
import { createWordIndex } from '../scan/word-index.ts';
import { createTextView } from '../text-view.ts';
import type { CustomRule, CustomRuleFile } from './custom-rule.ts';
import { compileLinearPattern, type LinearPattern } from './linear-pattern.ts';

/** Milliseconds that the patterns of one file may take for one text. A longer search closes the path. */
const TIME_LIMIT_MS = 1_000;
/** Characters around a context word in which a pattern is looked for. */
const NEAR = 300;

interface PatternOfRule {
  readonly rule: CustomRule;
  readonly pattern: LinearPattern;
}

/**
 * The types and rules of one file of an operator, as a family beside the built-in ones.
 * @param file its name, kept as the source of its rules
 * @param now milliseconds of a clock that never goes back
 * @throws Error for a pattern that does not compile
 */
export function createCustomFamily(file: string, content: CustomRuleFile, now: () => number): EntityFamily {
  return {
    types: content.types.map(toType),
    rules: content.rules.map((rule) => describe(rule, file)),
    detect: createCustomDetector(content.rules, now),
  };
}

function toType({ id, label, tier }: CustomRuleFile['types'][number]): EntityType {
  return { id, label, tier, locale: '*', canonical: 'spaced', context: [] };
}

function describe(
  { id, type, words, pattern, context, score, tests }: CustomRule,
  source: string,
): EvidenceRule {
  return {
    id,
    type,
    kind: 'evidence',
    validator: context === undefined ? 'written by the operator' : 'written by the operator, context',
    score,
    source,
    forms: pattern === undefined ? [`${words?.length ?? 0} words`] : [pattern],
    tests: toTests(tests),
  };
}

/** The schema of the file demands one of each. */
function toTests({ found, ignored }: CustomRule['tests']): RuleTests {
  const [firstFound = '', ...moreFound] = found;
  const [firstIgnored = '', ...moreIgnored] = ignored;
  return { found: [firstFound, ...moreFound], ignored: [firstIgnored, ...moreIgnored] };
}

function createCustomDetector(rules: readonly CustomRule[], now: () => number): EvidenceDetector {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const index = createWordIndex(rules.map(contextType), rules.flatMap(toListRule));
  const patterns = rules.flatMap((rule): readonly PatternOfRule[] =>
    rule.pattern === undefined ? [] : [{ rule, pattern: compileLinearPattern(rule.pattern) }],
  );
  return ({ text }, wanted) => {
    const words = index.find(text);
    const found: Candidate[] = [];
    const add = (rule: CustomRule, span: Span): void => {
      if (wanted.has(rule.type) && isInContext(rule, words, text, span)) found.push(toCandidate(rule, span));
    };
    for (const { start, end, word } of words) {
      for (const { id } of word.listedBy) {
        const rule = byId.get(id);
        if (rule !== undefined) add(rule, { start, end });
      }
    }
    const assertInTime = stopwatch(now);
    for (const { rule, pattern } of patterns) {
      if (!wanted.has(rule.type)) continue;
      for (const range of rangesOf(rule, words, text)) {
        for (const span of pattern.findAll(text, range, assertInTime)) add(rule, span);
      }
    }
    return found;
  };
}

/** Stands for the rule in the word index, so that its context words are its own. */
function contextType({ id, context }: CustomRule): EntityType {
  return {
    id,
    label: 'CONTEXT',
    tier: 'attribute',
    locale: '*',
    canonical: 'exact',
    context: (context ?? []).map(folded),
  };
}

function toListRule({ id, type, words, score, tests }: CustomRule): readonly ListRule[] {
  return words === undefined
    ? []
    : [
        {
          id,
          type,
          kind: 'list',
          validator: 'list',
          score,
          context: 'free',
          words: words.map(folded),
          tests: toTests(tests),
        },
      ];
}

/** As the text is read: compatibility forms folded, in lower case. */
function folded(word: string): string {
  return createTextView(word).text.toLowerCase();
}

function isInContext(
  { id, context }: CustomRule,
  words: WordHits,
  text: string,
  { start, end }: Span,
): boolean {
  return context === undefined || announcing(contextOf(words, text, start, end), id) !== undefined;
}

/** The whole text, or what lies around the context words of the rule. */
function rangesOf({ id, context }: CustomRule, words: WordHits, text: string): readonly Span[] {
  if (context === undefined) return [{ start: 0, end: text.length }];
  const ranges: Span[] = [];
  for (const hit of words.of(id)) {
    const start = Math.max(0, hit.start - NEAR, ranges.at(-1)?.end ?? 0);
    const end = Math.min(text.length, hit.end + NEAR);
    if (end > start) ranges.push({ start, end });
  }
  return ranges;
}

function toCandidate({ id, type, score }: CustomRule, { start, end }: Span): Candidate {
  return { type, rule: id, start, end, score };
}

/** @returns throws once the time is used up; the search turns that into a closed path. */
function stopwatch(now: () => number): () => void {
  const start = now();
  return () => {
    if (now() - start > TIME_LIMIT_MS) throw new Error('The custom patterns took too long for one text.');
  };
}
