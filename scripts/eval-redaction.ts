import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Finding } from '../server/domain/masked.ts';
import { loadMaskProfiles } from '../server/redaction/mask-profile.ts';
import { createRedactor, type Redactor } from '../server/redaction/redactor.ts';
import { systemRandom } from '../server/util/random.ts';
import { reportChinese } from './eval-redaction/chinese/chinese-report.ts';
import {
  type GoldSpan,
  type LabelledText,
  loadFixtureCases,
  loadLabelledLines,
  loadPresidioTexts,
  loadRecognizerCases,
} from './eval-redaction/data-sets.ts';
import { reportSecrets } from './eval-redaction/report-secrets.ts';
import { createScore, type Score } from './eval-redaction/score.ts';
import { createTokenScore } from './eval-redaction/token-score.ts';

const folder = join(process.env['INTRAMURA_DEV_DATA'] ?? '../shared/data', 'redaction');
/** The widest profile of everyday use: what any rule but those of mere attributes finds. */
const STRICT = 'strict';
const redactor = createRedactor({ profiles: loadMaskProfiles('policies/redaction'), random: systemRandom });

const secretLabels = new Set(['SECRET', 'KEY', 'PASSWORD', 'CODE', 'URL']);
const secretTypes = new Set(
  redactor.list().types.flatMap(({ id, label }) => (secretLabels.has(label) ? [id] : [])),
);

// Another seed draws other names, places and numbers.
reportChinese((text) => find(redactor, text), Number(process.env['SEED'] ?? 1));
reportClean(join('scripts', 'eval-redaction', 'clean-english.txt'));
for (const half of ['development', 'held-out'] as const) reportSecrets(findSecrets, half);
if (existsSync(folder)) {
  reportSurfaceForms(loadLabelledLines(join(folder, 'surface_forms_dev.jsonl')));
  reportHardNegatives(loadLabelledLines(join(folder, 'hard_negatives_dev.jsonl')));
  reportTexts('English texts, large', loadPresidioTexts(join(folder, 'presidio_generated_large.json')));
  reportTexts('English texts, small', loadPresidioTexts(join(folder, 'presidio_generated_small.json')));
  reportCases('recognizer cases', loadRecognizerCases(join(folder, 'presidio_recognizer_cases.jsonl')));
  reportCases('fixture cases', loadFixtureCases(join(folder, 'argus_fixture_cases.jsonl')));
} else {
  console.log(
    `skipped: there is no ${folder}. Set INTRAMURA_DEV_DATA to the folder of the development data.`,
  );
}

/** Findings of secrets; names and hosts in code are not counted for or against them. */
function findSecrets(text: string): readonly Finding[] {
  return find(redactor, text).filter(({ type }) => secretTypes.has(type));
}

function reportSurfaceForms(texts: readonly LabelledText[]): void {
  const forms = groupScores(texts, (text) => text.group);
  printTable('Surface forms', 'form', forms);
  printTable(
    'Surface forms by type',
    'type',
    groupScores(texts, (text) => text.gold[0]?.types[0] ?? '-'),
  );
}

function reportHardNegatives(texts: readonly LabelledText[]): void {
  const flagged = texts.filter((text) => find(redactor, text.text).length > 0);
  console.log(`\nHard negatives: ${flagged.length} of ${texts.length} texts flagged`);
  for (const [group, count] of countBy(flagged.map((text) => text.group))) console.log(`  ${group} ${count}`);
}

function reportTexts(title: string, texts: readonly LabelledText[]): void {
  const byType = new Map<string, Score>();
  const words = texts.reduce((sum, text) => sum + text.text.split(/\s+/).length, 0);
  let overMasked = 0;
  for (const { text, gold } of texts) {
    const findings = find(redactor, text);
    const covered = gold.filter((span) => span.types.length > 0);
    for (const span of covered) scoreOf(byType, span.name).addGold(span, findings, text);
    for (const finding of findings) {
      const target = covered.find((span) => span.types.includes(finding.type));
      const isRight = covered.some((span) => isExact(span, finding));
      if (!isRight) scoreOf(byType, target?.name ?? 'other').addWrong();
      if (!gold.some((span) => finding.start < span.end && span.start < finding.end)) overMasked += 1;
    }
  }
  printTable(title, 'type', byType);
  console.log(
    `over-masking: ${((overMasked / words) * 1000).toFixed(2)} findings on clean text in 1,000 words`,
  );
  reportTokens(texts);
  printSpeed(texts.map((text) => text.text));
}

function reportCases(title: string, texts: readonly LabelledText[]): void {
  const positive = groupScores(
    texts.filter((text) => text.gold.length > 0),
    (text) => text.group,
  );
  printTable(`${title}, positive`, 'type', positive);
  const negative = texts.filter((text) => text.gold.length === 0);
  const flagged = negative.filter(({ text, types }) =>
    find(redactor, text).some(({ type }) => types.includes(type)),
  );
  console.log(`${title}, negative: ${flagged.length} of ${negative.length} flagged as the type they are not`);
}

/** Presidio's own measure, for each profile that could be in force. */
function reportTokens(texts: readonly LabelledText[]): void {
  for (const profile of ['baseline', STRICT, 'government']) {
    const all = createTokenScore(false);
    const words = createTokenScore(true);
    for (const text of texts) {
      const { findings } = redactor.previewByRules(text.text, profile);
      for (const score of [all, words]) score.add(text, findings);
    }
    console.log(`tokens of any type, ${profile}: ${all.format()}; words alone: ${words.format()}`);
  }
}

/** Ordinary sentences in which nothing is to be masked. */
function reportClean(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  for (const profile of ['baseline', STRICT]) {
    const count = lines.reduce(
      (sum, line) => sum + redactor.previewByRules(line, profile).findings.length,
      0,
    );
    console.log(`Clean English, ${profile}: ${((count / words) * 1000).toFixed(2)} findings in 1,000 words`);
  }
}

function groupScores(
  texts: readonly LabelledText[],
  groupOf: (text: LabelledText) => string,
): ReadonlyMap<string, Score> {
  const groups = new Map<string, Score>();
  for (const text of texts) {
    const findings = find(redactor, text.text);
    const score = scoreOf(groups, groupOf(text));
    for (const span of text.gold) score.addGold(span, findings, text.text);
    for (const finding of findings) if (!text.gold.some((span) => isExact(span, finding))) score.addWrong();
  }
  return groups;
}

function scoreOf(scores: Map<string, Score>, group: string): Score {
  const known = scores.get(group);
  if (known !== undefined) return known;
  const score = createScore();
  scores.set(group, score);
  return score;
}

function find(from: Redactor, text: string): readonly Finding[] {
  return from.previewByRules(text, STRICT).findings;
}

function isExact(span: GoldSpan, finding: Finding): boolean {
  return span.types.includes(finding.type) && finding.start === span.start && finding.end === span.end;
}

function printTable(title: string, column: string, scores: ReadonlyMap<string, Score>): void {
  console.log(`\n${title}\n${column.padEnd(24)}    n  leak recall  strict P  strict R  strict F1`);
  const total = createScore();
  for (const [group, score] of [...scores].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(score.format(group));
    total.addScore(score);
  }
  console.log(total.format('all'));
}

function printSpeed(texts: readonly string[]): void {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const start = performance.now();
  for (const text of texts) find(redactor, text);
  console.log(`speed: ${(characters / (performance.now() - start)).toFixed(0)} characters/ms`);
  const long = texts.join('\n').slice(0, 1_000_000);
  const longStart = performance.now();
  find(redactor, long);
  console.log(
    `speed in one text of ${long.length}: ${(long.length / (performance.now() - longStart)).toFixed(0)} characters/ms`,
  );
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
