import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import type { Rule } from '../../../server/redaction/rule.ts';
import { createRuleDetector } from '../../../server/redaction/scan/rule-detector.ts';
import { createTextView } from '../../../server/redaction/text-view.ts';
import { readMarked } from './redaction-bench.ts';

const { families, rules } = builtInCatalog();
const detector = createRuleDetector(families);

function valuesOf(rule: Rule, text: string): readonly string[] {
  const candidates = detector.detect(createTextView(text), new Set([rule.type]));
  return candidates.filter((found) => found.rule === rule.id).map(({ start, end }) => text.slice(start, end));
}

it('there are at least 568 rules, counted as the listing does', () => {
  expect(rules.length).toBeGreaterThanOrEqual(568);
});

describe('each rule', () => {
  it.each(rules.flatMap((rule) => rule.tests.found.map((text) => ({ id: rule.id, rule, text }))))(
    '$id finds the marked value: $text',
    ({ rule, text: marked }) => {
      const { text, value } = readMarked(marked);
      expect(valuesOf(rule, text)).toContain(value);
    },
  );

  it.each(rules.flatMap((rule) => rule.tests.ignored.map((text) => ({ id: rule.id, rule, text }))))(
    '$id finds nothing in: $text',
    ({ rule, text }) => {
      expect(valuesOf(rule, text)).toEqual([]);
    },
  );
});

describe('each rule that keeps a labelled value whose check is wrong', () => {
  const keeping = rules.filter(
    (rule) => (rule.kind === 'number' || rule.kind === 'code') && rule.keepUnverified === true,
  );

  it.each(keeping.map((rule) => ({ id: rule.id, rule })))('$id is tested with a right one', ({ rule }) => {
    const own = rule.tests.found
      .map((marked) => readMarked(marked).text)
      .flatMap((text) => detector.detect(createTextView(text), new Set([rule.type])))
      .filter((found) => found.rule === rule.id);
    expect(own.some((found) => found.unverified !== true)).toBe(true);
  });
});

/** The pattern of a rule, with the flag that its way of matching needs. */
function patternOf(rule: Rule): { readonly pattern: RegExp; readonly flag: string } | undefined {
  switch (rule.kind) {
    case 'pattern':
      return { pattern: rule.pattern, flag: 'g' };
    case 'literal':
      return { pattern: rule.pattern, flag: 'y' };
    case 'label':
      return { pattern: rule.value, flag: 'y' };
    case 'code':
      return { pattern: rule.shape, flag: '' };
    case 'number':
    case 'list':
    case 'evidence':
    case 'model':
      return undefined;
    default:
      return rule satisfies never;
  }
}

describe('the patterns of the rules', () => {
  const patterns = rules.flatMap((rule) => {
    const found = patternOf(rule);
    return found === undefined ? [] : [{ id: rule.id, ...found }];
  });

  it.each(patterns)('$id is bounded, without look-around or backreference', ({ pattern, flag }) => {
    const structure = pattern.source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, 'C');
    expect(structure).not.toMatch(/\(\?[=!<]|[*+]|\{\d+,\}/);
    expect(pattern.source).not.toMatch(/\\[1-9]/);
    expect(pattern.flags).toContain(flag);
  });
});
