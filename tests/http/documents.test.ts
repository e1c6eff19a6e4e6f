import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let editor: string;
let member: string;
let auditor: string;
const documents = new Map<string, string>();

const manual = `# Printer manual

## Paper

Only paper of 80 grams goes into the upper tray.

## Toner

Toner is changed by the service desk within two hours.

## Noise

The printer hums for a minute after every job.
`;

beforeAll(async () => {
  context = await createTestContext();
  editor = (await signInAs(context, 'knowledge-editor')).cookie;
  member = (await signInAs(context, 'member')).cookie;
  auditor = (await signInAs(context, 'auditor')).cookie;
  await call(editor, 'post', '/api/collections').send({ id: 'office', name: 'Office' }).expect(201);
  await upload('printer.md', manual);
  await upload('folder/100%_plants.md', '# Plants\n\nPlants are watered on Monday.\n');
  await upload('保洁.md', '# 保洁安排\n\n办公室每天晚上七点打扫。\n');
});

afterAll(() => context[Symbol.asyncDispose]());

function call(cookie: string, verb: 'get' | 'post' | 'patch' | 'delete', path: string): request.Test {
  return request(context.app)[verb](path).set('cookie', cookie);
}

async function upload(name: string, text: string): Promise<void> {
  const reply = await call(editor, 'post', '/api/collections/office/documents')
    .attach('file', Buffer.from(text), { filename: name })
    .expect(202);
  await context.services.jobs.idle();
  documents.set(name.split('/').at(-1) ?? name, reply.body.document.id);
}

const list = async (query: string): Promise<{ total: number; sources: string[] }> => {
  const { body } = await call(member, 'get', `/api/collections/office/documents?${query}`).expect(200);
  return { total: body.total, sources: body.documents.map(({ source }: { source: string }) => source) };
};

describe('the documents of a collection', () => {
  it('are sorted and come in pages that never overlap', async () => {
    expect((await list('sort=chunks&order=desc')).sources[0]).toBe('printer.md');
    const pages = [await list('limit=2'), await list('limit=2&offset=2')];
    expect(pages.map(({ total }) => total)).toEqual([3, 3]);
    expect(new Set(pages.flatMap(({ sources }) => sources)).size).toBe(3);
  });

  it('are searched by title or file name, without wildcards', async () => {
    expect((await list('search=PRINTER')).sources).toEqual(['printer.md']);
    expect((await list(`search=${encodeURIComponent('安排')}`)).sources).toEqual(['保洁.md']);
    expect((await list(`search=${encodeURIComponent('0%_p')}`)).total).toBe(1);
    expect((await list('search=%25')).total).toBe(1);
    expect((await list('search=p_inter')).total).toBe(0);
  });

  it('are not listed by other names than the sorts there are', async () => {
    await call(member, 'get', '/api/collections/office/documents?sort=digest;drop').expect(400);
  });
});

describe('a document', () => {
  const path = (part = ''): string => `/api/documents/${documents.get('printer.md')}${part}`;

  it('is read in its own order, in parts', async () => {
    const all = await call(member, 'get', path('/chunks')).expect(200);
    expect(all.body.total).toBe(3);
    expect(all.body.chunks.map(({ location }: { location: string }) => location)).toEqual([
      expect.stringContaining('Paper'),
      expect.stringContaining('Toner'),
      expect.stringContaining('Noise'),
    ]);
    const part = await call(member, 'get', path('/chunks?from=1&limit=1')).expect(200);
    expect(part.body.chunks).toEqual([all.body.chunks[1]]);
  });

  it('tells where a chunk stands, and finds the quoted sentence when the chunk was replaced', async () => {
    const all = await call(member, 'get', path('/chunks')).expect(200);
    const id = all.body.chunks[2].id;
    expect((await call(member, 'get', path(`/chunks?chunk=${id}&limit=1`))).body.at).toBe(2);
    const quote = encodeURIComponent('Toner is changed by the service desk');
    expect((await call(member, 'get', path(`/chunks?chunk=chk_gone&quote=${quote}`))).body.at).toBe(1);
    expect((await call(member, 'get', path('/chunks?chunk=chk_gone'))).body).not.toHaveProperty('at');
  });

  it('names its digest and the roles that read it', async () => {
    const { body } = await call(member, 'get', path()).expect(200);
    expect(body.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(body.readBy).toEqual(['member', 'agent', 'supervisor', 'knowledge-editor']);
  });

  it('gives its original back as a file to save, and the log says so', async () => {
    const reply = await call(member, 'get', path('/original')).expect(200);
    expect(Buffer.from(reply.body).toString()).toBe(manual);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=printer.md',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'knowledge.downloaded' });
    expect(entry?.leaf).toMatchObject({ document: documents.get('printer.md') });
  });

  it('is closed in every part to who may not read the collection', async () => {
    for (const part of ['', '/chunks', '/original']) await call(auditor, 'get', path(part)).expect(403);
    await call(editor, 'post', '/api/collections')
      .send({ id: 'agents', name: 'Agents', readers: ['agent', 'knowledge-editor'] })
      .expect(201);
    const made = await call(editor, 'post', '/api/collections/agents/documents')
      .attach('file', Buffer.from('# Scripts\n\nGreet first.\n'), 'a.md')
      .expect(202);
    await context.services.jobs.idle();
    for (const part of ['', '/chunks', '/original']) {
      await call(member, 'get', `/api/documents/${made.body.document.id}${part}`).expect(404);
    }
  });
});

describe('a search that explains itself', () => {
  const search = (mode: string): request.Test =>
    call(member, 'post', '/api/search').send({
      query: 'who changes the toner',
      mode,
      explain: true,
      limit: 3,
    });

  it('tells where a hit stands among words, vectors and both', async () => {
    const { body } = await search('hybrid').expect(200);
    expect(body.explanation).toMatchObject({ language: 'en', terms: expect.arrayContaining(['toner']) });
    expect(body.explanation.ms.vectors).toBeGreaterThan(0);
    const [best] = body.hits;
    expect(best.text).toContain('service desk');
    expect(best.standings).toMatchObject({ text: { rank: 1 }, vector: { rank: 1 }, hybrid: { rank: 1 } });
    expect(best.standings.hybrid.score).toBe(best.score);
  });

  it('ranks each mode as that mode does without explaining', async () => {
    for (const mode of ['text', 'vector', 'hybrid']) {
      const explained = await search(mode).expect(200);
      const plain = await call(member, 'post', '/api/search')
        .send({ query: 'who changes the toner', mode, limit: 3 })
        .expect(200);
      const order = ({ hits }: { hits: { chunk: string }[] }): string[] => hits.map(({ chunk }) => chunk);
      expect(order(explained.body)).toEqual(order(plain.body));
      expect(plain.body).not.toHaveProperty('explanation');
      expect(explained.body.hits[0].standings[mode].rank).toBe(1);
    }
  });
});

describe('a collection that is masked in the store', () => {
  const text = [
    '# 联系人林秋月的车位',
    '林秋月的手机是13728194605。',
    '## Places of lin.yue@example.com',
    'Parking costs nothing for members.',
  ].join('\n\n');
  let id: string;

  beforeAll(async () => {
    const collection = { id: 'parking', name: 'Parking', masking: 'in-store' };
    const { body } = await call(editor, 'post', '/api/collections').send(collection).expect(201);
    expect(body.collection.masking).toBe('in-store');
    const reply = await call(editor, 'post', '/api/collections/parking/documents')
      .attach('file', Buffer.from(text), { filename: 'parking.md' })
      .expect(202);
    await context.services.jobs.idle();
    id = reply.body.document.id;
  });

  it('has types where values stood, in title, headings and text, and is found by the rest', async () => {
    const { body } = await call(member, 'get', `/api/documents/${id}/chunks`).expect(200);
    const stored = JSON.stringify(body.chunks);
    expect(stored).toContain('[PERSON]的手机是[PHONE]');
    expect(stored).toContain('Places of [EMAIL]');
    const { body: details } = await call(member, 'get', `/api/documents/${id}`).expect(200);
    expect(JSON.stringify([stored, details])).not.toMatch(/林秋月|13728194605|lin\.yue/);
    const found = await call(member, 'post', '/api/search').send({ query: 'What does parking cost?' });
    expect(found.body.hits[0].document).toBe(id);
  });

  it('keeps no file, and none waits any more', async () => {
    await call(member, 'get', `/api/documents/${id}/original`).expect(404);
    const kept = readdirSync(join(context.dataDir, 'files')).filter((name) => name.startsWith('upload'));
    expect(kept).toEqual([]);
  });

  it('has no value in any file of the data folder', async () => {
    for (const entry of readdirSync(context.dataDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString('utf8');
      expect([entry.name, /林秋月|13728194605|lin\.yue/.test(bytes)]).toEqual([entry.name, false]);
    }
  });

  it('stays so', async () => {
    await call(editor, 'patch', '/api/collections/parking')
      .send({ name: 'Cars', masking: 'at-use' })
      .expect(200);
    const { body } = await call(member, 'get', '/api/collections/parking').expect(200);
    expect(body.collection).toMatchObject({ name: 'Cars', masking: 'in-store' });
  });
});
