import type { Candidate, Detector } from '../detector.ts';
import type { EntityFamily } from '../rule.ts';
import type { Reading } from './check-candidate.ts';
import { holdsOnlyValues } from './lone-values.ts';
import { createCodeMatcher } from './match-code.ts';
import { createLiteralMatcher } from './match-literal.ts';
import { createNumberMatcher } from './match-number.ts';
import { createPatternMatcher } from './match-pattern.ts';
import { createWordMatcher } from './match-words.ts';
import { createWordIndex } from './word-index.ts';

/**
 * Runs the rules of the families over a text. One pass each finds the words, the digit runs, the codes and the
 * literals, and only what stands there is tried by the rules that can fit; then one linear pattern for each other
 * shape, and at last the families that weigh what was found.
 */
export function createRuleDetector(families: readonly EntityFamily[]): Detector {
  const rules = families.flatMap((family) => family.rules);
  const index = createWordIndex(
    families.flatMap((family) => family.types),
    rules.filter((rule) => rule.kind === 'list'),
  );
  const matchNumbers = createNumberMatcher(rules.filter((rule) => rule.kind === 'number'));
  const matchCodes = createCodeMatcher(rules.filter((rule) => rule.kind === 'code'));
  const matchLiterals = createLiteralMatcher(rules.filter((rule) => rule.kind === 'literal'));
  const matchWords = createWordMatcher(rules.filter((rule) => rule.kind === 'label'));
  const matchPatterns = createPatternMatcher(rules.filter((rule) => rule.kind === 'pattern'));
  const weighing = families.flatMap(({ detect }) => (detect === undefined ? [] : [detect]));
  return {
    id: 'rules',
    detect({ text }, wanted) {
      const reading: Reading = { text, words: index.find(text), wanted };
      const found: Candidate[] = [];
      for (const match of [matchNumbers, matchCodes, matchLiterals, matchWords, matchPatterns])
        match(reading, found);
      for (const detect of weighing) {
        const more = detect({ text, words: reading.words, found }, wanted);
        for (const candidate of more) found.push(candidate);
      }
      if (found.length === 0 && holdsOnlyValues(text)) {
        for (const match of [matchNumbers, matchCodes]) match({ ...reading, onlyValues: true }, found);
      }
      return found;
    },
  };
}
