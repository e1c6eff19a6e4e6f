import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import { compileLinearPattern } from '../../../server/redaction/custom/linear-pattern.ts';
import { loadCustomRules, parseCustomRules } from '../../../server/redaction/custom/load-custom-rules.ts';
import { withSource } from '../../../server/redaction/custom/read-custom-rules.ts';
import { createRedactor, type Redactor } from '../../../server/redaction/redactor.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { everything } from './redaction-bench.ts';

const example = readFileSync('policies/redaction/custom/project-code-names.yaml', 'utf8');
const still = (): number => 0;

function redactorWith(text: string, now = still): Redactor {
  const catalog = builtInCatalog();
  return createRedactor({
    profiles: [everything],
    random: systemRandom,
    catalog: withSource(catalog, parseCustomRules(text, 'own.yaml', catalog, now), now),
  });
}

/** A file with one rule. */
function ruleFile(lines: readonly string[], found: string, ignored: string): string {
  const head = ['rules:', '  - id: own-rule', '    type: EMPLOYEE_ID', ...lines.map((line) => `    ${line}`)];
  return [...head, '    tests:', `      found: ["${found}"]`, `      ignored: ["${ignored}"]`, ''].join('\n');
}

describe('rules that an operator writes', () => {
  it('mask words and patterns as types of their own', () => {
    const { masked, findings } = redactorWith(example).previewByRules(
      'Project Heron，也叫白鹭计划，项目 PRJ-2041-HK。',
    );
    expect(masked).toMatch(/^\[PROJECT_1[A-Z]\]，也叫\[PROJECT_2[A-Z]\]，项目 \[PROJECT_3[A-Z]\]。$/);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'project-code-names',
      'project-code-names',
      'project-numbers',
    ]);
  });

  it('read the text as the built-in rules do: full width, zero width, any letter case', () => {
    const { masked } = redactorWith(example).previewByRules(
      'ＰＲＯＪＥＣＴ ＨＥＲＯＮ and Pro\u200bject her\u200bon',
    );
    expect(masked).toMatch(/^\[PROJECT_\w+\] and \[PROJECT_\w+\]$/);
  });

  it('are listed with their file and their tests', () => {
    const rule = redactorWith(example)
      .list()
      .rules.find(({ id }) => id === 'project-numbers');
    expect(rule).toMatchObject({ source: 'own.yaml', forms: ['\\bPRJ-\\d{4}-[A-Z]{2}\\b'] });
    expect(rule?.positives).toHaveLength(2);
  });

  it('find nothing without a word of their context', () => {
    const redactor = redactorWith(
      ruleFile(["pattern: 'K\\d{5}'", 'context: [locker]'], 'locker ⟦K12345⟧', 'gate K12345'),
    );
    expect(redactor.previewByRules('locker K10293').findings).toHaveLength(1);
    expect(redactor.previewByRules(`locker one is free. ${'x '.repeat(200)}K10293`).findings).toEqual([]);
  });

  it('join the catalog when the folder is there', () => {
    const load = (dir: string): ReturnType<typeof loadCustomRules> =>
      loadCustomRules(builtInCatalog(), dir, still);
    const { catalog, files } = load('policies/redaction/custom');
    expect(catalog.has('PROJECT_CODE_NAME')).toBe(true);
    expect(files.map(({ file }) => file)).toEqual(['project-code-names.yaml']);
    expect(load('policies/redaction/nowhere').catalog.has('PROJECT_CODE_NAME')).toBe(false);
  });
});

describe('a file of rules is refused', () => {
  const refused = (text: string): string => {
    try {
      parseCustomRules(text, 'own.yaml', builtInCatalog(), still);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'accepted';
  };

  it.each([
    [
      'a value that is not found',
      ruleFile(['words: [Falcon]'], 'the ⟦Heron⟧', 'a crane'),
      /does not find the marked value.*line 6/,
    ],
    [
      'a value that is found where none is',
      ruleFile(['words: [Falcon]'], 'the ⟦Falcon⟧', 'a falcon'),
      /finds a value here.*line 7/,
    ],
    ['no test', 'rules:\n  - id: own-rule\n    type: EMPLOYEE_ID\n    words: [Falcon]\n', /tests/],
    [
      'a marked text without a mark',
      ruleFile(['words: [Falcon]'], 'the Falcon', 'a crane'),
      /between ⟦ and ⟧.*line 6/,
    ],
    [
      'words and a pattern',
      ruleFile(['words: [Falcon]', "pattern: 'F'"], 'the ⟦Falcon⟧', 'a crane'),
      /not both/,
    ],
    ['a look-ahead', ruleFile(["pattern: 'a(?=b)'"], '⟦a⟧b', 'c'), /not RE2.*line 4/],
    ['a backreference', ruleFile(["pattern: '(a)\\1'"], '⟦aa⟧', 'c'), /not RE2.*line 4/],
    [
      'a pattern over 1,000 characters',
      ruleFile([`pattern: '${'a'.repeat(1_001)}'`], '⟦a⟧', 'c'),
      /1000.*line 4/,
    ],
    ['repetitions of repetitions', ruleFile(["pattern: '((a{1,100}){1,100}){1,100}'"], '⟦a⟧', 'c'), /line 4/],
    [
      'an unknown type',
      ruleFile(['words: [Falcon]'], 'the ⟦Falcon⟧', 'a crane').replace('EMPLOYEE_ID', 'NO_TYPE'),
      /unknown entity type NO_TYPE.*line 3/,
    ],
    [
      'a rule id that is taken',
      ruleFile(['words: [Falcon]'], 'the ⟦Falcon⟧', 'a crane').replace('own-rule', 'cn-mobile'),
      /there already.*line 2/,
    ],
    ['a type that is taken', example.replaceAll('PROJECT_CODE_NAME', 'CN_MOBILE'), /there already.*line 3/],
  ])('for %s, with the line', (_, text, message) => {
    expect(refused(text)).toMatch(message);
  });

  it('without quoting its texts', () => {
    expect(refused(ruleFile(['words: [Falcon]'], 'the ⟦Wang Fang⟧', 'a crane'))).not.toMatch(/Wang/);
  });
});

describe('a hostile pattern', () => {
  /** Steps are counted, not milliseconds: every window is asked for once. */
  function windowsFor(pattern: string, length: number): number {
    let windows = 0;
    compileLinearPattern(pattern).findAll(
      'a'.repeat(length),
      { start: 0, end: length },
      () => (windows += 1),
    );
    return windows;
  }

  it.each(['(a+)+$', '(a|aa)+b', '(a|a)*b', '([a-z]+)*!', '(.*)*x'])(
    '%s ends, in windows of bounded size',
    (pattern) => {
      expect(windowsFor(pattern, 40_000)).toBe(3);
    },
  );

  it('closes the path once the time for a text is used up', () => {
    let clock = 0;
    const slow = redactorWith(ruleFile(["pattern: 'K\\d{5}'"], '⟦K12345⟧', 'gate'), () => (clock += 700));
    expect(() => slow.previewByRules('a'.repeat(60_000))).toThrow(
      expect.objectContaining({ code: 'ERR_REDACTION_FAILED', status: 503 }),
    );
  });

  it('finds a match that lies across two windows, and boundaries as they are in the whole text', () => {
    const text = `${'x'.repeat(16_380)} K12345678 `;
    const range = { start: 0, end: text.length };
    const free = (): void => undefined;
    expect(compileLinearPattern('\\bK\\d{8}\\b').findAll(text, range, free)).toEqual([
      { start: 16_381, end: 16_390 },
    ]);
    expect(compileLinearPattern('\\bx').findAll(text, range, free)).toEqual([{ start: 0, end: 1 }]);
  });
});
