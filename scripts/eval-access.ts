// npm run eval:access: 500 questions of each of six callers over documents with every kind of rule. Prints how many chunks
// nobody should have seen were shown (0 is the only good number), and how long it takes to be told that a document is not
// there, beside one that is there and may not be read.
import { AppError } from '../server/errors.ts';
import type { Principal } from '../server/domain/principal.ts';
import { findPermittedDocument } from '../server/http/document-access.ts';
import { documentId, type SearchMode } from '../server/knowledge/knowledge.ts';
import {
  fillTrial,
  mayFind,
  readableOf,
  type TrialDocument,
  trialDocuments,
  trialPersons,
  trialPolicies,
  trialQuestions,
} from '../tests/helpers/access-trial.ts';
import { createDice } from '../tests/helpers/dice.ts';
import { maskedQuestion } from '../tests/helpers/masked-question.ts';
import { openTestKnowledge } from '../tests/helpers/open-test-knowledge.ts';
import { createTestContext } from '../tests/helpers/test-context.ts';
import { ensureBuilt } from './ensure-built.mjs';
import { median, quantile } from './quantile.ts';

const QUESTIONS = 500;
const LOOKS = 400;
const modes: readonly SearchMode[] = ['hybrid', 'text', 'vector'];

interface Shown {
  hits: number;
  evidence: number;
  forbidden: number;
}

ensureBuilt({ only: 'server' });
await printQuestions();
await printTimes();

async function printQuestions(): Promise<void> {
  const now = new Date();
  await using store = await openTestKnowledge({ clock: { now: () => now } });
  const documents = trialDocuments(now);
  const policies = await trialPolicies();
  await fillTrial(store.knowledge, documents);
  const byId = new Map(documents.map((document) => [idOf(document), document]));
  const questions = trialQuestions(documents, QUESTIONS, createDice(11));
  console.log('| caller | documents to read | questions | hits | evidence | forbidden |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const caller of trialPersons) {
    const shown: Shown = { hits: 0, evidence: 0, forbidden: 0 };
    const isForbidden = ({ document }: { document: string }): boolean => {
      const known = byId.get(document);
      return known === undefined || !mayFind(caller, known, now);
    };
    for (const [at, text] of questions.entries()) {
      const readable = await readableOf(policies, store.knowledge, caller);
      const mode = modes[at % modes.length] ?? 'hybrid';
      const hits = await store.knowledge.search({ ...readable, text, limit: 100, mode });
      const masked = { ...(await maskedQuestion(text, readable.collections)), groups: readable.groups };
      const { evidence } = await store.knowledge.ground(masked);
      shown.hits += hits.length;
      shown.evidence += evidence.length;
      shown.forbidden += [...hits, ...evidence].filter(isForbidden).length;
    }
    const readable = documents.filter((document) => mayFind(caller, document, now)).length;
    const name = caller.kind === 'user' ? caller.name : `${caller.name}, by a limited key`;
    console.log(
      `| ${name} | ${readable} of ${documents.length} | ${QUESTIONS} | ${shown.hits} | ${shown.evidence} | ${shown.forbidden} |`,
    );
  }
}

/** One after the other in turns, so that the machine's moods meet both alike. */
async function printTimes(): Promise<void> {
  await using context = await createTestContext();
  const { knowledge } = context.services;
  const documents = trialDocuments(new Date());
  await fillTrial(knowledge, documents);
  const member: Principal = { kind: 'user', id: 'member', name: 'Member', roles: ['member'] };
  const forbidden = documents.filter((document) => !mayFind(member, document, new Date()));
  const times = { forbidden: [] as number[], missing: [] as number[] };
  for (let at = 0; at < LOOKS; at += 1) {
    const document = forbidden[at % forbidden.length];
    const id = document === undefined ? '' : idOf(document);
    const look = async (kind: keyof typeof times, wanted: string): Promise<void> => {
      const started = performance.now();
      await findPermittedDocument(context.services, member, 'document:read', wanted).catch(expected);
      times[kind].push(performance.now() - started);
    };
    await look('forbidden', id);
    await look('missing', documentId('open', `nothing-${at}`));
  }
  console.log('\n| document | answers | p50 ms | p95 ms |\n| --- | --- | --- | --- |');
  for (const [kind, all] of Object.entries(times)) {
    console.log(
      `| ${kind} | ${all.length} | ${median(all).toFixed(2)} | ${quantile(all, 0.95).toFixed(2)} |`,
    );
  }
}

function expected(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'ERR_NOT_FOUND')) throw error;
}

function idOf({ collection, source }: TrialDocument): string {
  return documentId(collection, source);
}
