import { createRuleDetector } from '../scan/rule-detector.ts';
import { createTextView } from '../text-view.ts';
import { createCustomFamily } from './custom-family.ts';
import type { CustomRule, CustomRuleFile } from './custom-rule.ts';

export const testOutcomes = ['passed', 'failed', 'too-slow', 'not-run'] as const;
/** `too-slow`: its patterns took too long for this text. `not-run`: no time was left. */
export type TestOutcome = (typeof testOutcomes)[number];

export const testKinds = ['found', 'ignored'] as const;
/** Whether the rule must find the marked value, or nothing. */
export type TestKind = (typeof testKinds)[number];

export interface RuleTestResult {
  /** Place of the rule in the file. */
  readonly at: number;
  readonly kind: TestKind;
  /** Place of the text among those of its kind. */
  readonly index: number;
  readonly text: string;
  readonly outcome: TestOutcome;
}

export interface TestRun {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Milliseconds after which no other test begins; no limit when absent. */
  readonly limitMs?: number;
  /** Ids of the rules to test; all when absent. */
  readonly only?: ReadonlySet<string>;
}

/** Runs the tests of the rules of a file with the engine that reads every text. */
export function runRuleTests(
  content: CustomRuleFile,
  { now, limitMs = Infinity, only }: TestRun,
): readonly RuleTestResult[] {
  const begin = now();
  const detector = createRuleDetector([createCustomFamily('', content, now)]);
  const valuesIn = ({ id, type }: CustomRule, text: string): readonly string[] =>
    detector
      .detect(createTextView(text), new Set([type]))
      .filter(({ rule }) => rule === id)
      .map(({ start, end }) => viewText(text).slice(start, end));
  const outcomeOf = (rule: CustomRule, kind: TestKind, text: string): TestOutcome => {
    if (now() - begin > limitMs) return 'not-run';
    try {
      return passes(kind, text, (plain) => valuesIn(rule, plain)) ? 'passed' : 'failed';
    } catch {
      return 'too-slow';
    }
  };
  return content.rules.flatMap((rule, at) =>
    only !== undefined && !only.has(rule.id)
      ? []
      : testKinds.flatMap((kind) =>
          rule.tests[kind].map((text, index) => ({
            at,
            kind,
            index,
            text,
            outcome: outcomeOf(rule, kind, text),
          })),
        ),
  );
}

function passes(kind: TestKind, text: string, valuesIn: (text: string) => readonly string[]): boolean {
  if (kind === 'ignored') return valuesIn(text).length === 0;
  const value = /⟦([^⟦⟧]+)⟧/.exec(text)?.[1] ?? '';
  return valuesIn(text.replace(/[⟦⟧]/g, '')).includes(viewText(value));
}

function viewText(text: string): string {
  return createTextView(text).text;
}
