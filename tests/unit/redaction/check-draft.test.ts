import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import {
  checkDraft,
  type CheckParts,
  type DraftCheck,
  type RulesDraft,
} from '../../../server/redaction/custom/check-draft.ts';
import { systemRandom } from '../../../server/util/random.ts';

const lockers = `types:
  - { id: LOCKER, label: LOCKER, tier: indirect }
rules:
  - id: locker-numbers
    type: LOCKER
    pattern: 'K\\d{5}'
    tests:
      found: [locker ⟦K12345⟧]
      ignored: [locker K12]
`;

/** A folder of policies with these files of rules besides the profiles that ship. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'intramura-redaction-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync('policies/redaction', dir, { recursive: true, filter: (path) => !path.endsWith('custom') });
  mkdirSync(join(dir, 'custom'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, 'custom', file), text);
  return dir;
}

function check(
  draft: Partial<RulesDraft>,
  { dir = folderWith({}), now = (): number => 0, recognisers = [] }: Partial<CheckParts> = {},
): DraftCheck {
  const parts = { builtIn: builtInCatalog(), dir, recognisers, random: systemRandom, now };
  return checkDraft({ file: 'lockers.yaml', text: lockers, sample: '', ...draft }, parts);
}

describe('a draft of rules', () => {
  it('that is sound has no problem, and its rules tell where they count', () => {
    const { problems, rules } = check({});
    expect(problems).toEqual([]);
    expect(rules).toMatchObject([
      {
        file: 'lockers.yaml',
        line: 4,
        tier: 'indirect',
        profiles: ['baseline', 'finance', 'government', 'health', 'strict'],
        tests: [
          { kind: 'found', outcome: 'passed', line: 8 },
          { kind: 'ignored', outcome: 'passed', line: 9 },
        ],
      },
    ]);
  });

  it('is told of each test that fails, with its line, and still searches the sample', () => {
    const { problems, rules, findings } = check({
      text: lockers.replace('locker K12]', 'locker K99999]'),
      sample: 'My locker is K54321, call 13812345678.',
    });
    expect(problems).toEqual([
      { message: 'rules.0.tests.ignored.0: the rule locker-numbers finds a value here', line: 9 },
    ]);
    expect(rules[0]?.tests.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
    expect(findings).toMatchObject([{ type: 'LOCKER', rule: 'locker-numbers', start: 13, end: 19 }]);
  });

  it.each([
    ['what is no YAML', 'rules: [', 1, /not YAML/],
    ['a pattern that RE2 refuses', lockers.replace('K\\d', '(?=K)\\d'), 6, /not RE2/],
    ['a type that is not there', lockers.replace('type: LOCKER', 'type: SHELF'), 5, /unknown entity type/],
  ])('is refused for %s, with the line', (_, text, line, message) => {
    const { problems, rules } = check({ text, sample: 'K54321' });
    expect(problems[0]).toMatchObject({ line, message: expect.stringMatching(message) });
    expect(rules).toEqual([]);
  });

  it('is told of a pattern that RE2 refuses beside what the schema misses', () => {
    const text = 'rules:\n  - id: own-rule\n    type: EMPLOYEE_ID\n    pattern: (?=x)\n';
    expect(check({ text }).problems.map(({ line }) => line)).toEqual([4, 2]);
  });

  it('stands in place of the file of its name, and beside the others', () => {
    const dir = folderWith({ 'lockers.yaml': lockers });
    expect(check({}, { dir }).problems).toEqual([]);
    expect(check({ file: 'a.yaml' }, { dir }).problems).toEqual([
      { message: expect.stringMatching(/^lockers\.yaml: .+there already \(line 2\)$/), line: undefined },
      { message: expect.stringMatching(/^lockers\.yaml: .+there already \(line 4\)$/), line: undefined },
    ]);
    expect(check({ file: 'z.yaml' }, { dir }).problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is told of a profile that names what it no longer has', () => {
    const dir = folderWith({ 'lockers.yaml': lockers });
    const profile = 'name: site\ntitle: x\ntiers: []\ninclude: [LOCKER]\n';
    writeFileSync(join(dir, 'site.yaml'), profile);
    expect(check({}, { dir }).problems).toEqual([]);
    const text = lockers.replaceAll('LOCKER', 'CUPBOARD');
    expect(check({ text }, { dir }).problems).toEqual([
      { message: expect.stringContaining('site.yaml'), line: undefined },
    ]);
  });

  it('stops testing when its time is used up', () => {
    let clock = 0;
    const { problems, rules } = check({}, { now: () => (clock += 900) });
    expect(rules[0]?.tests.map(({ outcome }) => outcome)).toEqual(['passed', 'not-run']);
    expect(problems).toMatchObject([{ line: 9, message: expect.stringContaining('too long together') }]);
  });
});
