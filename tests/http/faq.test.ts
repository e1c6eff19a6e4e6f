import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { askTurn } from '../helpers/ask-turn.ts';
import { signInAs, type SignedInAs } from '../helpers/sign-in-as.ts';
import { systemClock } from '../../server/util/clock.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
/** How far the clock is put forward, in milliseconds. */
let later = 0;
let member: SignedInAs;
let agent: SignedInAs;
let editor: SignedInAs;
let supervisor: SignedInAs;

beforeAll(async () => {
  context = await createTestContext({
    clock: { ...systemClock, now: () => new Date(Date.now() + later) },
  });
  const { knowledge } = context.services;
  const open = { classification: 'internal', readers: [] } as const;
  await knowledge.createCollection({ id: 'handbook', name: 'Handbook', ...open });
  await knowledge.createCollection({
    ...open,
    id: 'scripts',
    name: 'Scripts',
    readers: ['agent', 'supervisor'],
  });
  [member, agent, editor, supervisor] = await Promise.all([
    signInAs(context, 'member'),
    signInAs(context, 'agent'),
    signInAs(context, 'knowledge-editor'),
    signInAs(context, 'supervisor'),
  ]);
});

afterAll(async () => {
  await context[Symbol.asyncDispose]();
});

const gapList = z.object({
  total: z.int(),
  gaps: z.array(
    z.object({ id: z.string(), question: z.string(), scope: z.array(z.string()), state: z.string() }),
  ),
});
const entryReply = z.object({
  entry: z.object({
    id: z.string(),
    draft: z.object({ digest: z.string(), state: z.string() }).optional(),
    live: z.object({ version: z.int() }).optional(),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
  }),
});

type Method = 'get' | 'post' | 'put' | 'delete';

function call(who: SignedInAs, method: Method, path: string, body?: object): request.Test {
  return request(context.app)[method](path).set('cookie', who.cookie).send(body);
}

async function ask(who: SignedInAs, question: string, collections?: readonly string[]) {
  const { id } = await context.services.conversations.create({
    kind: 'user',
    id: who.id,
    name: '',
    roles: [],
  });
  const told = await askTurn(context.app, who.cookie, id, { question, collections });
  await context.services.gaps.settled();
  return { ...told, conversation: id };
}

async function gapsOf(who: SignedInAs): Promise<z.output<typeof gapList>['gaps']> {
  return gapList.parse((await call(who, 'get', '/api/gaps').expect(200)).body).gaps;
}

const contents = {
  paraphrases: ['What does a safe deposit box cost a year?'],
  answer: 'A safe deposit box costs 120 francs a year.',
  languages: ['en'],
  owner: 'Branch services',
  readers: [],
  sources: [],
  expiresAt: '2099-01-01T00:00:00.000Z',
};
const question = 'How much does it cost to rent a safe deposit box?';

describe('from a gap to an approved answer', () => {
  let gap = '';
  let entry = '';
  let digest = '';

  it('a declined question becomes a gap of the collections that were asked, masked', async () => {
    const { intramura } = await ask(member, `My card is 4111 1111 1111 1111. ${question}`, ['handbook']);
    expect(intramura.decision).toBe('declined');
    const found = await gapsOf(editor);
    expect(found).toMatchObject([{ question, scope: ['handbook'], state: 'open' }]);
    gap = found[0]?.id ?? '';
  });

  it('is shown to nobody who may not read every one of them', async () => {
    await ask(agent, 'Which words do we use when a customer shouts?');
    expect((await gapsOf(editor)).map(({ question: text }) => text)).toEqual([question]);
    expect(await gapsOf(supervisor)).toHaveLength(2);
    const secret = (await gapsOf(supervisor)).find(({ scope }) => scope.includes('scripts'))?.id ?? '';
    for (const path of [`/api/gaps/${secret}`, '/api/gaps/gap_none'])
      expect((await call(editor, 'get', path).expect(404)).body.error).toMatchObject({
        code: 'ERR_NOT_FOUND',
      });
    await call(editor, 'post', `/api/gaps/${secret}/dismiss`, { reason: 'other' }).expect(404);
    await call(member, 'get', '/api/gaps').expect(403);
  });

  it('an editor writes an answer, which does not answer yet', async () => {
    expect((await call(editor, 'get', `/api/gaps/${gap}`)).body).not.toHaveProperty('answer');
    const body = { ...contents, question, collection: 'handbook' };
    const reply = await call(editor, 'post', `/api/gaps/${gap}/answer`, body).expect(201);
    const written = entryReply.parse(reply.body).entry;
    ({ id: entry } = written);
    digest = written.draft?.digest ?? '';
    expect(written.may).toEqual({ write: true, approve: false });
    await call(editor, 'post', `/api/faq/${entry}/submit`).expect(200);
    expect((await ask(member, question)).intramura.decision).toBe('declined');
    expect(await gapsOf(editor)).toMatchObject([{ state: 'drafted' }]);
    expect((await call(supervisor, 'get', `/api/gaps/${gap}`)).body).toMatchObject({ answer: entry });
  });

  it('its author cannot approve it', async () => {
    const reply = await call(editor, 'post', `/api/faq/${entry}/approve`, { digest }).expect(403);
    expect(reply.body.error.code).toBe('ERR_POLICY_DENIED');
    expect((await ask(member, question)).intramura.decision).toBe('declined');
  });

  it('from the approval of somebody else on, the question and its paraphrases are answered without a model', async () => {
    const reply = await call(supervisor, 'post', `/api/faq/${entry}/approve`, { digest }).expect(200);
    expect(entryReply.parse(reply.body).entry.live).toEqual({ version: 1 });
    for (const wording of [
      question,
      'what does a safe deposit box cost a year',
      'Renting a safe deposit box: how much does it cost?',
    ]) {
      const { answer, intramura } = await ask(member, wording);
      expect(intramura, wording).toMatchObject({ decision: 'approved', seen: { messages: [] } });
      expect(answer).toBe(`${contents.answer} [1]`);
      expect(intramura.sources).toMatchObject([
        {
          document: entry,
          approval: { owner: 'Branch services', expiresAt: contents.expiresAt },
        },
      ]);
    }
    expect(await gapsOf(editor)).toMatchObject([{ state: 'answered' }]);
  });

  it('leaves intent and outcome in the log as every exchange does, and ids only', async () => {
    const { intramura } = await ask(member, question);
    const entries = await context.services.audit.entries({ after: 0, limit: 1000 });
    const types = entries.map(({ leaf }) => leaf['type']);
    for (const type of ['faq.drafted', 'gap.drafted', 'faq.submitted', 'faq.approved'])
      expect(types).toContain(type);
    const { intent, outcome } = intramura.receipt;
    expect(entries.find(({ seq }) => seq === intent)?.leaf).toMatchObject({
      type: 'exchange.intended',
      sources: [{ document: entry, chunk: `${entry}.1` }],
    });
    expect(entries.find(({ seq }) => seq === outcome)?.leaf).toMatchObject({ decision: 'approved' });
    expect(JSON.stringify(entries)).not.toMatch(/deposit|francs|Branch services/);
  });

  it('a change is a draft while the approved answer goes on, and its retirement opens the gap again', async () => {
    const changed = { ...contents, question, answer: 'Ask us.' };
    await call(editor, 'put', `/api/faq/${entry}/draft`, changed).expect(200);
    expect((await ask(member, question)).answer).toContain('120 francs');
    await call(editor, 'delete', `/api/faq/${entry}/draft`).expect(204);
    await call(editor, 'post', `/api/faq/${entry}/retire`).expect(200);
    expect((await ask(member, question)).intramura.decision).toBe('declined');
    expect(await gapsOf(editor)).toMatchObject([{ state: 'open' }]);
  });
});

describe('an entry', () => {
  it('answers until it expires', async () => {
    const text = 'Which tram stops in front of the head office?';
    const minute = 60_000;
    const created = await call(editor, 'post', '/api/faq', {
      ...contents,
      question: text,
      paraphrases: ['哪路电车停在总部门口？'],
      languages: ['en', 'zh'],
      answer: 'Tram 4 stops there.',
      expiresAt: new Date(Date.now() + 10 * minute).toISOString(),
      collection: 'handbook',
    });
    const { id, draft } = entryReply.parse(created.body).entry;
    await call(editor, 'post', `/api/faq/${id}/submit`).expect(200);
    await call(supervisor, 'post', `/api/faq/${id}/approve`, { digest: draft?.digest }).expect(200);
    const wordings = [text, 'In front of the head office, which tram stops?', '总部门口停哪路电车？'];
    for (const wording of wordings)
      expect((await ask(member, wording)).intramura.decision, wording).toBe('approved');
    later = 11 * minute;
    onTestFinished(() => {
      later = 0;
    });
    for (const wording of wordings)
      expect((await ask(member, wording)).intramura.decision, wording).toBe('declined');
  });

  it('is only written by those who read it, and rests on documents they read', async () => {
    const body = { ...contents, question, collection: 'handbook' };
    await call(editor, 'post', '/api/faq', { ...body, collection: 'scripts' }).expect(404);
    await call(editor, 'post', '/api/faq', { ...body, readers: ['agent'] }).expect(400);
    await call(editor, 'post', '/api/faq', { ...body, sources: ['doc_none'] }).expect(404);
    await call(member, 'post', '/api/faq', body).expect(403);
  });

  it('goes back to its author with a reason', async () => {
    const created = await call(supervisor, 'post', '/api/faq', {
      ...contents,
      question,
      collection: 'handbook',
    });
    const { id } = entryReply.parse(created.body).entry;
    await call(supervisor, 'post', `/api/faq/${id}/submit`).expect(200);
    const reply = await call(editor, 'post', `/api/faq/${id}/return`, { note: 'Which year?' }).expect(200);
    expect(reply.body.entry.draft).toMatchObject({
      state: 'draft',
      note: 'Which year?',
      authors: [{ name: 'test.supervisor' }],
    });
    await call(editor, 'post', `/api/faq/${id}/approve`, { digest: '0'.repeat(64) }).expect(409);
  });
});

describe('a disliked answer', () => {
  it('joins the gap of its question once, when the reason is about the knowledge', async () => {
    const text = 'Where do I park my bicycle?';
    const { conversation, intramura } = await ask(member, text);
    const path = `/api/conversations/${conversation}/turns/${intramura.turn}/feedback`;
    for (const reasons of [['masked-too-much'], []]) {
      await call(member, 'put', path, { rating: 'down', reasons }).expect(204);
      await call(member, 'delete', path).expect(204);
    }
    for (const reasons of [['wrong'], ['wrong', 'incomplete']])
      await call(member, 'put', path, { rating: 'down', reasons }).expect(204);
    await context.services.gaps.settled();
    const { gaps } = await context.services.gaps.page({ mayRead: () => true, offset: 0, limit: 99 });
    expect(gaps.find((gap) => gap.question === text)?.counts).toEqual({
      declined: 1,
      unsure: 0,
      disliked: 1,
    });
  });
});
