// npm run eval:steps: follow-up questions and questions that need two documents (samples/conversations.jsonl), each taken
// alone and as the product reads it; and the sample questions asked after an unrelated one, which must not harm them.
import type { MaskedText } from '../server/domain/masked.ts';
import type { Message } from '../server/domain/message.ts';
import { fuseScores } from '../server/knowledge/fuse-scores.ts';
import { resolveQuestion } from '../server/knowledge/resolve-question.ts';
import { fusionOf, lookUp } from '../server/knowledge/search-chunks.ts';
import {
  joinFound,
  planSearch,
  type PlannedQuestion,
  type SearchPlan,
} from '../server/knowledge/search-plan.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { readConversations } from './search-lab/conversation-set.ts';
import { openEmbedder } from './search-lab/open-embedder.ts';
import { documentOfChunk, type Lab, openLab } from './search-lab/open-lab.ts';
import { readSamples, sampleSets } from './search-lab/sample-sets.ts';

/** A question after earlier ones, with the sentences that answer it and the documents they stand in. */
interface Case {
  readonly set: string;
  readonly turns: readonly string[];
  readonly question: string;
  readonly documents: readonly string[];
  readonly sentences: readonly string[];
}

/** How deep is looked: in a small store everything is among the first ten. */
const PASSAGES = 3;
const DOCUMENTS = 3;

async function main(): Promise<void> {
  ensureBuilt({ only: 'server' });
  await using embedder = await openEmbedder('models');
  const documents = await readSamples('samples/knowledge');
  const texts = new Map(
    documents.flatMap(({ id, chunks }) => chunks.map(({ text }, at) => [`${id}#${at}`, text] as const)),
  );
  await using lab = await openLab(documents, embedder);
  const cases = [...conversationCases(), ...(await changedTopics())];
  console.log(
    '| set | questions | all documents in the first 3, alone → read | all sentences in 3 passages, alone → read | first document at 1, alone → read |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const [set, own] of Object.entries(bySet(cases))) {
    const alone = await Promise.all(own.map((one) => find(lab, one, aloneOf)));
    const read = await Promise.all(own.map((one) => find(lab, one, readOf(embedder.mask))));
    const cells = [foundDocuments, foundSentences(texts), foundFirst].map(
      (test) => `${count(own, alone, test)} → ${count(own, read, test)}`,
    );
    console.log(`| ${set} | ${own.length} | ${cells.join(' | ')} |`);
    if (process.env['EVAL_VERBOSE'] !== undefined)
      own.forEach((one, at) => {
        if (!foundDocuments(one, read[at] ?? [])) console.log(`  miss: ${one.question}`);
      });
  }
}

function conversationCases(): Case[] {
  return readConversations().map(({ lang, kind, ...line }) => ({ set: `${kind} ${lang}`, ...line }));
}

/** Each sample question after one that has nothing to do with it. */
async function changedTopics(): Promise<Case[]> {
  return (await sampleSets()).flatMap(({ name, queries }) =>
    queries.map(({ text, relevant }, at) => ({
      set: `${name}, after another topic`,
      turns: [queries[(at + 7) % queries.length]?.text ?? ''],
      question: text,
      documents: relevant,
      sentences: [],
    })),
  );
}

function bySet(cases: readonly Case[]): Record<string, Case[]> {
  const sets: Record<string, Case[]> = {};
  for (const one of cases) (sets[one.set] ??= []).push(one);
  return sets;
}

type Reading = (one: Case) => SearchPlan | Promise<SearchPlan>;

function aloneOf({ question }: Case): SearchPlan {
  return { kind: 'one', lookUps: [question] };
}

function readOf(mask: (text: string) => Promise<MaskedText>): Reading {
  return async ({ turns, question }) => {
    const messages: Message<MaskedText>[] = [];
    for (const text of [...turns, question]) messages.push({ role: 'user', content: await mask(text) });
    const { own, antecedent } = resolveQuestion(messages);
    const planned: PlannedQuestion = { text: own, antecedent };
    return planSearch(planned);
  };
}

/** Ids of chunks, best first. */
async function find({ context, visible, hybridWeight }: Lab, one: Case, reading: Reading): Promise<string[]> {
  const { kind, lookUps } = await reading(one);
  const found = await Promise.all(
    lookUps.map(async (text) => {
      const gathered = await lookUp(context, { text, mode: 'hybrid' }, visible);
      return fuseScores(gathered.candidates, fusionOf({ hybridWeight }, gathered), 'hybrid');
    }),
  );
  return joinFound(kind, found).map(({ chunk }) => chunk);
}

type Test = (one: Case, found: readonly string[]) => boolean;

function foundDocuments({ documents }: Case, found: readonly string[]): boolean {
  const first = [...new Set(found.map(documentOfChunk))].slice(0, DOCUMENTS);
  return documents.every((document) => first.includes(document));
}

function foundFirst({ documents }: Case, [best = '']: readonly string[]): boolean {
  return documents.includes(documentOfChunk(best));
}

function foundSentences(texts: ReadonlyMap<string, string>): Test {
  return ({ sentences }, found) => {
    const passages = found.slice(0, PASSAGES).map((chunk) => texts.get(chunk) ?? '');
    return sentences.every((sentence) => passages.some((passage) => passage.includes(sentence)));
  };
}

function count(cases: readonly Case[], found: readonly (readonly string[])[], test: Test): number {
  return cases.filter((one, at) => test(one, found[at] ?? [])).length;
}

await main();
