import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grounded } from '../../../server/domain/exchange.ts';
import { documentId } from '../../../server/knowledge/knowledge.ts';
import { STRONG_SUPPORT } from '../../../server/knowledge/support.ts';
import { maskedQuestion } from '../../helpers/masked-question.ts';
import { openTestKnowledge, type TestKnowledge } from '../../helpers/open-test-knowledge.ts';
import {
  loadStarterEmbedder,
  starterDimensions,
  starterHybridWeight,
} from '../../helpers/starter-embedder.ts';

/** Retrieval on the sample bank: real files, real embedder, real masking. */
interface Question {
  readonly id: string;
  readonly lang: 'en' | 'zh';
  readonly question: string;
  readonly document: string | null;
  readonly sentence: string | null;
}

interface Answered {
  readonly question: Question;
  readonly grounded: Grounded;
}

const folder = 'samples/knowledge';
let store: TestKnowledge;
let answered: Answered[];

beforeAll(async () => {
  const embed = await loadStarterEmbedder();
  store = await openTestKnowledge({
    embed,
    dimensions: starterDimensions,
    hybridWeight: starterHybridWeight,
  });
  const { knowledge } = store;
  await knowledge.createCollection({
    id: 'bank',
    name: 'Bank',
    classification: 'internal',
    readers: ['member'],
  });
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const source = relative(folder, path);
    const report = await knowledge.importDocument({
      collection: 'bank',
      source,
      bytes: await readFile(path),
    });
    if (report.status === 'failed') throw new Error(`${source}: ${report.reason}`);
  }
  answered = [];
  for (const question of await readQuestions()) {
    answered.push({
      question,
      grounded: await knowledge.ground(await maskedQuestion(question.question, ['bank'])),
    });
  }
});

afterAll(() => store[Symbol.asyncDispose]());

async function readQuestions(): Promise<Question[]> {
  const lines = (await readFile('samples/questions.jsonl', 'utf8')).trim().split('\n');
  return lines.map((line): Question => JSON.parse(line));
}

/** Share of the answerable questions that pass. */
function shareOf(passes: (item: Answered) => boolean, lang?: string): number {
  const asked = answered.filter(
    ({ question }) => question.document !== null && (lang === undefined || question.lang === lang),
  );
  return asked.filter(passes).length / asked.length;
}

const rightDocument = ({ question, grounded }: Answered): boolean =>
  grounded.evidence[0]?.document === documentId('bank', question.document ?? '');

function quotes({ question, grounded }: Answered, places: number): boolean {
  return grounded.evidence
    .slice(0, places)
    .some((item) => grounded.vault.restore(item.sentence).includes(question.sentence ?? '-'));
}

test('the answering document comes first', () => {
  expect(shareOf(rightDocument)).toBeGreaterThanOrEqual(0.95);
});

test.each(['en', 'zh'])(
  'the answering sentence comes first, and is nearly always among the three (%s)',
  (lang) => {
    expect(shareOf((item) => quotes(item, 1), lang)).toBeGreaterThanOrEqual(0.9);
    expect(shareOf((item) => quotes(item, 3), lang)).toBeGreaterThanOrEqual(0.95);
  },
);

test('support tells answerable from unanswerable questions', () => {
  expect(shareOf(({ grounded }) => grounded.strength === 'strong')).toBeGreaterThanOrEqual(0.95);
  const unanswerable = answered.filter(({ question }) => question.document === null);
  const declined = unanswerable.filter(({ grounded }) => grounded.strength !== 'strong');
  expect(unanswerable.length).toBeGreaterThanOrEqual(5);
  expect(declined.length / unanswerable.length).toBeGreaterThanOrEqual(0.7);
});

test('evidence is numbered, distinct, masked, and best first only in its order', () => {
  for (const { grounded } of answered) {
    expect(grounded.evidence.map((item) => item.number)).toEqual(grounded.evidence.map((_, at) => at + 1));
    expect(new Set(grounded.evidence.map((item) => item.sentence)).size).toBe(grounded.evidence.length);
    expect(grounded.evidence.filter((item) => /@harbourbank|\+1 202/u.test(item.sentence))).toEqual([]);
  }
});

test('without grounding or collections there is no evidence', async () => {
  const off = await store.knowledge.ground(await maskedQuestion('How many days of leave?', ['bank'], 'off'));
  expect(off).toMatchObject({ grounding: 'off', evidence: [], strength: 'none' });
  const nothing = await store.knowledge.ground(await maskedQuestion('How many days of leave?', []));
  expect(nothing).toMatchObject({ grounding: 'verbatim', evidence: [], strength: 'none' });
});

test('a question about a masked person finds the sentence by its other words', async () => {
  const question =
    'My name is John Carter. How many days of paid annual leave do full-time employees receive?';
  const { evidence, strength, vault } = await store.knowledge.ground(
    await maskedQuestion(question, ['bank']),
  );
  expect(vault.restore(evidence[0]?.sentence ?? '')).toContain('25 working days');
  expect(evidence[0]?.score).toBeGreaterThanOrEqual(STRONG_SUPPORT);
  expect(strength).toBe('strong');
});
