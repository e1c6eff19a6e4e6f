import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let editor: string;
let administrator: string;
let member: string;

beforeAll(async () => {
  context = await createTestContext();
  editor = (await signInAs(context, 'knowledge-editor')).cookie;
  administrator = (await signInAs(context, 'administrator')).cookie;
  member = (await signInAs(context, 'member')).cookie;
});

afterAll(() => context[Symbol.asyncDispose]());

type Verb = 'get' | 'post' | 'patch' | 'delete';

function call(cookie: string, verb: Verb, path: string): request.Test {
  return request(context.app)[verb](path).set('cookie', cookie);
}

async function create(id: string, more: object = {}): Promise<void> {
  await call(administrator, 'post', '/api/collections')
    .send({ id, name: id, ...more })
    .expect(201);
}

async function upload(collection: string, name: string, text: string): Promise<string> {
  const reply = await call(editor, 'post', `/api/collections/${collection}/documents`)
    .attach('file', Buffer.from(text), name)
    .expect(202);
  await context.services.jobs.idle();
  return reply.body.document.id;
}

describe('a collection', () => {
  it('tells what it holds to those who may read it, and to nobody else', async () => {
    await create('counted');
    await upload('counted', 'a.md', '# Desks\n\nEvery desk is cleaned on Friday.\n');
    const seen = await call(member, 'get', '/api/collections/counted').expect(200);
    expect(seen.body).toMatchObject({
      collection: { counts: { documents: 1, chunks: 1, bytes: 42 }, may: { read: true, update: false } },
      readBy: ['member', 'agent', 'supervisor', 'knowledge-editor'],
    });
    const listed = await call(administrator, 'get', '/api/collections').expect(200);
    const own = listed.body.collections.find(({ id }: { id: string }) => id === 'counted');
    expect(own).not.toHaveProperty('counts');
    expect(own.may).toEqual({ read: false, update: true, delete: true, addDocuments: false });
  });

  it('changes its name and readers at once, and the log says what was changed but no name', async () => {
    await create('moved');
    const reply = await call(administrator, 'patch', '/api/collections/moved')
      .send({ name: 'Removal plans', readers: ['agent'] })
      .expect(200);
    expect(reply.body.collection).toMatchObject({
      name: 'Removal plans',
      readers: ['agent'],
      classification: 'internal',
    });
    await call(member, 'get', '/api/collections/moved/documents').expect(404);
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'collection.updated' });
    expect(entry?.leaf).toMatchObject({ collection: 'moved', what: ['name', 'readers'], readers: ['agent'] });
    expect(JSON.stringify(entry)).not.toContain('Removal');
  });

  it('is not changed by a reader, nor by an editor who may not read it', async () => {
    await create('cases', { classification: 'confidential', readers: ['supervisor'] });
    await call(member, 'patch', '/api/collections/cases').send({ name: 'x' }).expect(403);
    await call(editor, 'patch', '/api/collections/cases')
      .send({ readers: ['knowledge-editor'] })
      .expect(404);
    await call(editor, 'delete', '/api/collections/cases').expect(404);
  });

  it('cannot be closed to the one who changes it', async () => {
    await create('open-one');
    const reply = await call(editor, 'patch', '/api/collections/open-one')
      .send({ classification: 'restricted', readers: ['supervisor'] })
      .expect(400);
    expect(reply.body.error).toMatchObject({ code: 'ERR_REQUEST_INVALID', param: 'readers' });
    await call(editor, 'patch', '/api/collections/open-one').send({}).expect(400);
  });

  it('goes with its documents, their passages and their originals', async () => {
    await create('leaving');
    const document = await upload('leaving', 'a.md', '# Lockers\n\nLockers are emptied every spring.\n');
    expect(await context.imports.originals.has(document)).toBe(true);
    const reply = await call(editor, 'delete', '/api/collections/leaving').expect(200);
    expect(reply.body).toEqual({ documents: 1 });
    await call(editor, 'get', `/api/documents/${document}`).expect(404);
    await call(editor, 'get', '/api/collections/leaving').expect(404);
    expect(await context.imports.originals.has(document)).toBe(false);
    const hits = await call(editor, 'post', '/api/search').send({ query: 'when are lockers emptied' });
    expect(hits.body.hits.map((hit: { document: string }) => hit.document)).not.toContain(document);
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'collection.deleted' });
    expect(entry?.leaf).toMatchObject({ collection: 'leaving', documents: 1 });
  });
});
