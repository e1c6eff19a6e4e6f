import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
const cookies = { member: '', supervisor: '', editor: '' };
type Caller = keyof typeof cookies;
const ids = new Map<string, string>();

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

const text = (word: string, days: number): string =>
  `# Limits of ${word}\n\nThe ${word} limit is ${days} thousand euros for each customer and month.\n`;

beforeAll(async () => {
  context = await createTestContext();
  cookies.member = (await signInAs(context, 'member')).cookie;
  cookies.supervisor = (await signInAs(context, 'supervisor')).cookie;
  cookies.editor = (await signInAs(context, 'knowledge-editor')).cookie;
  await call('editor', 'post', '/api/collections').send({ id: 'limits', name: 'Limits' }).expect(201);
  await upload('card.md', text('card', 3), {});
  await upload('merger.md', text('merger', 9), { readers: 'supervisor,knowledge-editor' });
  await upload('pension.md', text('pension', 5), { effectiveAt: inDays(2) });
  await upload('cheque.md', text('cheque', 1), { expiresAt: inDays(-2) });
});

afterAll(() => context[Symbol.asyncDispose]());

function call(caller: Caller, verb: 'get' | 'post' | 'patch' | 'delete', path: string): request.Test {
  return request(context.app)[verb](path).set('cookie', cookies[caller]);
}

async function upload(name: string, body: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const sending = call('editor', 'post', '/api/collections/limits/documents').field(fields);
  const reply = await sending.attach('file', Buffer.from(body), { filename: name }).expect(202);
  await context.services.jobs.idle();
  ids.set(name, reply.body.document.id);
}

const pathOf = (name: string, part = ''): string => `/api/documents/${ids.get(name)}${part}`;

async function found(caller: Caller, query: string): Promise<string[]> {
  const { body } = await call(caller, 'post', '/api/search')
    .send({ query, explain: true, limit: 50 })
    .expect(200);
  return body.hits.map(({ document }: { document: string }) => nameOf(document)).toSorted();
}

function nameOf(id: string): string {
  return [...ids].find(([, held]) => held === id)?.[0] ?? id;
}

const listed = async (caller: Caller, query = ''): Promise<string[]> => {
  const { body } = await call(caller, 'get', `/api/collections/limits/documents${query}`).expect(200);
  expect(body.total).toBe(body.documents.length);
  return body.documents.map(({ source }: { source: string }) => source);
};

describe('a document with rules of its own', () => {
  it('is found by nobody else, from its upload on', async () => {
    expect(await found('member', 'limit of each customer')).toEqual(['card.md']);
    expect(await found('supervisor', 'limit of each customer')).toEqual(['card.md', 'merger.md']);
    // Who may change what is not in effect sees it in lists, and never among the knowledge.
    expect(await found('editor', 'pension cheque limit of each customer')).toEqual(['card.md', 'merger.md']);
  });

  it('is neither listed nor counted for others', async () => {
    expect(await listed('member')).toEqual(['card.md']);
    expect(await listed('supervisor')).toEqual(['card.md', 'merger.md']);
    expect(await listed('editor')).toEqual(['card.md', 'cheque.md', 'merger.md', 'pension.md']);
    for (const [caller, documents] of [
      ['member', 1],
      ['supervisor', 2],
      ['editor', 4],
    ] as const) {
      const { body } = await call(caller, 'get', '/api/collections/limits').expect(200);
      expect(body.collection.counts).toMatchObject({ documents, chunks: documents });
    }
  });

  it('is listed by its state for who keeps it', async () => {
    expect(await listed('editor', '?filter=not-yet-effective')).toEqual(['pension.md']);
    expect(await listed('editor', '?filter=expired')).toEqual(['cheque.md']);
    expect(await listed('editor', '?filter=current')).toEqual(['card.md', 'merger.md']);
    expect(await listed('member', '?filter=expired')).toEqual([]);
    expect(await listed('editor', '?filter=flagged')).toEqual([]);
  });

  it.each(['merger.md', 'pension.md', 'cheque.md'])('answers to %s as if it were not there', async (name) => {
    for (const part of ['', '/chunks', '/original', '/versions', '/versions/1']) {
      const forbidden = await call('member', 'get', pathOf(name, part)).expect(404);
      const missing = await call('member', 'get', `/api/documents/doc_missing${part}`).expect(404);
      const bare = ({ body }: request.Response): unknown => ({ ...body.error, requestId: '' });
      expect(bare(forbidden)).toEqual(bare(missing));
    }
  });

  it('is no source of an answer to others', async () => {
    const ask = async (caller: Caller): Promise<{ sources: string[]; answer: string }> => {
      const { body } = await call(caller, 'post', '/v1/chat/completions')
        .send({ messages: [{ role: 'user', content: 'What is the merger limit for each customer?' }] })
        .expect(200);
      const sources = body.intramura.sources.map(({ document }: { document: string }) => nameOf(document));
      return { sources, answer: body.choices[0].message.content };
    };
    expect((await ask('supervisor')).sources).toContain('merger.md');
    const { sources, answer } = await ask('member');
    expect(sources).not.toContain('merger.md');
    expect(answer).not.toContain('9 thousand');
  }, 60_000);
});

describe('a change of a document', () => {
  it('applies at once, for readers and dates, and the log says what it was', async () => {
    const { body } = await call('editor', 'patch', pathOf('card.md'))
      .send({ readers: ['supervisor', 'knowledge-editor'], owner: 'Card desk' })
      .expect(200);
    expect(body).toMatchObject({ owner: 'Card desk', readBy: ['supervisor', 'knowledge-editor'] });
    expect(await found('member', 'card limit')).toEqual([]);
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'document.updated' });
    expect(entry?.leaf).toMatchObject({
      what: ['readers', 'owner'],
      readers: ['supervisor', 'knowledge-editor'],
    });
    expect(JSON.stringify(entry?.leaf)).not.toContain('Card desk');
    await call('editor', 'patch', pathOf('card.md'))
      .send({ readers: null, expiresAt: inDays(-1) })
      .expect(200);
    expect(await found('supervisor', 'card limit')).not.toContain('card.md');
    await call('editor', 'patch', pathOf('card.md'))
      .send({ expiresAt: null, title: 'Card rules' })
      .expect(200);
    expect(await found('member', 'card rules')).toEqual(['card.md']);
  });

  it.each([
    ['opens nothing that the collection closes', { classification: 'public' }, 'classification'],
    ['does not lock its keeper out', { readers: ['supervisor'] }, 'readers'],
    ['ends after it begins', { effectiveAt: inDays(3), expiresAt: inDays(2) }, 'expiresAt'],
    ['names roles that there are', { readers: ['king'] }, expect.anything()],
    ['says something', {}, undefined],
  ])('%s', async (_what, change, param) => {
    const { body } = await call('editor', 'patch', pathOf('card.md')).send(change).expect(400);
    expect(body.error.param).toEqual(param);
  });

  it('is made by editors who read it, and by nobody else', async () => {
    await call('member', 'patch', pathOf('card.md')).send({ owner: 'Me' }).expect(403);
    await context.services.knowledge.changeDocument(ids.get('card.md') ?? '', { readers: ['supervisor'] });
    await call('editor', 'patch', pathOf('card.md')).send({ readers: null }).expect(404);
    await context.services.knowledge.changeDocument(ids.get('card.md') ?? '', { readers: null });
  });
});

describe('versions', () => {
  it('that were replaced are read by who reads the document, and old citations lead to them', async () => {
    const before = await call('member', 'get', pathOf('card.md', '/chunks')).expect(200);
    const chunk = before.body.chunks[0].id;
    await upload('card.md', text('card', 4), {});
    const { body } = await call('member', 'get', pathOf('card.md')).expect(200);
    expect(body).toMatchObject({ version: 2, title: 'Card rules' });
    const { versions } = (await call('member', 'get', pathOf('card.md', '/versions')).expect(200)).body;
    expect(versions).toMatchObject([{ version: 1 }]);
    const place = await call('member', 'get', pathOf('card.md', `/chunks?chunk=${chunk}`)).expect(200);
    expect(place.body).toMatchObject({ inVersion: 1 });
    const old = await call('member', 'get', pathOf('card.md', `/versions/1?chunk=${chunk}`)).expect(200);
    expect(old.body).toMatchObject({ total: 1, at: 0, version: { version: 1 } });
    expect(old.body.chunks[0].text).toContain('3 thousand');
    await call('member', 'get', pathOf('card.md', '/versions/7')).expect(404);
    const original = await call('member', 'get', pathOf('card.md', '/original')).expect(200);
    expect(Buffer.from(original.body).toString()).toBe(text('card', 4));
  });
});

it('a document that repeats another is told to those alone who may read both', async () => {
  await upload('merger-copy.md', text('merger', 9), {});
  const isDuplicate = async (caller: Caller): Promise<unknown> => {
    const { body } = await call(caller, 'get', '/api/collections/limits/documents?search=merger-copy').expect(
      200,
    );
    return body.documents[0].isDuplicate;
  };
  expect([await isDuplicate('member'), await isDuplicate('supervisor')]).toEqual([false, true]);
  const twins = async (caller: Caller): Promise<unknown> =>
    (await call(caller, 'get', pathOf('merger-copy.md')).expect(200)).body.twins;
  expect(await twins('member')).toEqual([]);
  expect(await twins('supervisor')).toMatchObject([{ id: ids.get('merger.md') }]);
  expect(await listed('member', '?filter=duplicate')).toEqual([]);
  expect(await listed('editor', '?filter=duplicate')).toEqual(['merger-copy.md']);
});
