import { createRuleDetector } from '../scan/rule-detector.ts';
import { createTextView } from '../text-view.ts';
import { createCustomFamily } from './custom-family.ts';
import type { CustomRuleFile } from './custom-rule.ts';

/** A test that a rule does not pass, with its place in the file. No text is quoted: it may hold real names. */
export interface FailedTest {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Runs the tests of the rules of a file. */
export function failedTests(content: CustomRuleFile, now: () => number): readonly FailedTest[] {
  const family = createCustomFamily('', content, now);
  const detector = createRuleDetector([family]);
  const failed: FailedTest[] = [];
  for (const [at, { id, type, tests }] of content.rules.entries()) {
    const valuesIn = (text: string): readonly string[] =>
      detector
        .detect(createTextView(text), new Set([type]))
        .filter(({ rule }) => rule === id)
        .map(({ start, end }) => viewText(text).slice(start, end));
    for (const [index, marked] of tests.found.entries()) {
      const value = /⟦([^⟦⟧]+)⟧/.exec(marked)?.[1] ?? '';
      if (!valuesIn(marked.replace(/[⟦⟧]/g, '')).includes(viewText(value))) {
        failed.push({
          path: ['rules', at, 'tests', 'found', index],
          message: `the rule ${id} does not find the marked value`,
        });
      }
    }
    for (const [index, text] of tests.ignored.entries()) {
      if (valuesIn(text).length > 0) {
        failed.push({
          path: ['rules', at, 'tests', 'ignored', index],
          message: `the rule ${id} finds a value here`,
        });
      }
    }
  }
  return failed;
}

function viewText(text: string): string {
  return createTextView(text).text;
}
