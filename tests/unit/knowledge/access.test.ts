import { describe, expect, test } from 'vitest';
import type { Principal } from '../../../server/domain/principal.ts';
import { documentId, type SearchMode } from '../../../server/knowledge/knowledge.ts';
import {
  fillTrial,
  mayFind,
  readableOf,
  type TrialDocument,
  trialDocuments,
  trialPersons,
  trialPolicies,
  trialQuestions,
} from '../../helpers/access-trial.ts';
import { createDice } from '../../helpers/dice.ts';
import { maskedQuestion } from '../../helpers/masked-question.ts';
import { openTestKnowledge } from '../../helpers/open-test-knowledge.ts';

const QUESTIONS = 100;
const modes: readonly SearchMode[] = ['hybrid', 'text', 'vector'];
const start = new Date('2030-05-01T08:00:00Z');

describe(`${QUESTIONS} questions of each of four people, with an auditor and an application among them`, () => {
  test('find nothing that the caller may not read now, in results, evidence and counts, and all else', async () => {
    let now = start;
    await using store = await openTestKnowledge({ clock: { now: () => now } });
    const { knowledge } = store;
    const documents = trialDocuments(start);
    const policies = await trialPolicies();
    await fillTrial(knowledge, documents);
    const byId = new Map(documents.map((document) => [idOf(document), document]));
    const strangers = (ids: readonly string[], caller: Principal): string[] =>
      ids.filter((id) => {
        const document = byId.get(id);
        return document === undefined || !mayFind(caller, document, now);
      });
    const questions = trialQuestions(documents, QUESTIONS, createDice(11));
    let shown = 0;
    for (const [at, question] of questions.entries()) {
      // Time goes on, so that documents come into effect and expire between two questions.
      if (at === QUESTIONS / 2) now = new Date(start.getTime() + 1.5 * 86_400_000);
      // Two who read little or nothing of it ask one question in ten.
      for (const caller of at % 10 === 0 ? trialPersons : trialPersons.slice(0, 4)) {
        const readable = await readableOf(policies, knowledge, caller);
        const mode = modes[at % modes.length] ?? 'hybrid';
        const hits = await knowledge.search({ ...readable, text: question, limit: 100, mode });
        expect(strangers(documentsOf(hits), caller)).toEqual([]);
        shown += hits.length;
        if (at % 5 !== 0) continue;
        const masked = { ...(await maskedQuestion(question, readable.collections)), groups: readable.groups };
        const { evidence } = await knowledge.ground(masked);
        expect(strangers(documentsOf(evidence), caller)).toEqual([]);
        shown += evidence.length;
      }
    }
    // A filter that lets nothing through would pass all of the above.
    expect(shown).toBeGreaterThan(2000);
    for (const caller of trialPersons) {
      const readable = await readableOf(policies, knowledge, caller);
      for (const document of documents.filter((one) => mayFind(caller, one, now))) {
        const query = { ...readable, text: document.canary, limit: 5, mode: 'text' } as const;
        expect(documentsOf(await knowledge.search(query))).toContain(idOf(document));
      }
      const scope = { read: [...readable.collections, ...readable.groups], keep: [] };
      const counts = await knowledge.counts(readable.collections, scope);
      const counted = [...counts.values()].reduce((sum, { documents: held }) => sum + held, 0);
      expect(counted).toBe(documents.filter((one) => mayFind(caller, one, now)).length);
    }
  }, 240_000);
});

function idOf({ collection, source }: TrialDocument): string {
  return documentId(collection, source);
}

function documentsOf(found: readonly { readonly document: string }[]): string[] {
  return found.map(({ document }) => document);
}

test('who forgets the access groups finds less, never more', async () => {
  await using store = await openTestKnowledge();
  const now = new Date();
  const documents = trialDocuments(now);
  await fillTrial(store.knowledge, documents);
  const query = { text: 'approved', collections: ['open'], limit: 100, mode: 'text' } as const;
  const hits = await store.knowledge.search(query);
  const shared = documents.filter(
    (document) =>
      document.collection === 'open' && document.source.startsWith('0-') && isCurrent(document, now),
  );
  expect(new Set(documentsOf(hits))).toEqual(new Set(shared.map(idOf)));
  const group = (await store.knowledge.groups()).find(({ collection }) => collection === 'board')?.id ?? '';
  expect(await store.knowledge.search({ ...query, groups: [group] })).toHaveLength(hits.length);
});

function isCurrent({ change }: TrialDocument, now: Date): boolean {
  const { effectiveAt, expiresAt } = change;
  return (
    (typeof effectiveAt !== 'string' || Date.parse(effectiveAt) <= now.getTime()) &&
    (typeof expiresAt !== 'string' || Date.parse(expiresAt) > now.getTime())
  );
}
