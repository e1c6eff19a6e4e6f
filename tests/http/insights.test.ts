import request from 'supertest';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let supervisor: SignedInAs;
let member: SignedInAs;

beforeAll(async () => {
  context = await createTestContext({ loading: 'at-start' });
  supervisor = await signInAs(context, 'supervisor');
  member = await signInAs(context, 'member');
});

afterAll(() => context[Symbol.asyncDispose]());

const overview = (query = '', as = supervisor): request.Test =>
  request(context.app).get(`/api/insights/overview${query}`).set('cookie', as.cookie);

const ask = (content: string, model?: string): request.Test =>
  request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content }], max_tokens: 8, intramura: { grounding: 'off' }, model });

it('follows what is asked, without whose it was or what was said', async () => {
  const before = (await overview().expect(200)).body.exchanges;
  expect(before.total).toBe(0);
  await ask('Write to li.na@example.com about Zebrafish').expect(200);
  await ask('Hello', 'a model named Zebrafish').expect(404);
  await vi.waitFor(async () => {
    const { body } = await overview('?zone=Asia/Shanghai').expect(200);
    expect(body.exchanges).toMatchObject({
      total: 2,
      unit: 'day',
      outcomes: { chatted: 1, failed: 1 },
      latency: { p50: expect.any(Number), p95: expect.any(Number) },
      models: [{ model: 'starter-model', exchanges: 1 }],
      failures: [{ code: 'ERR_MODEL_UNKNOWN', count: 1 }],
      masked: [{ type: 'EMAIL', count: 1 }],
      ratings: { up: 0, down: 0 },
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`Zebrafish|li\\.na|${member.id}`));
  });
});

it('counts what was masked, by type, day and profile', async () => {
  const read = (as: SignedInAs, query = ''): request.Test =>
    request(context.app).get(`/api/redaction/statistics${query}`).set('cookie', as.cookie);
  await ask('Mail li.na@example.com and bo.chen@example.com from 8.8.4.4').expect(200);
  await vi.waitFor(async () => {
    const { body } = await read(supervisor, '?zone=Asia/Shanghai').expect(200);
    expect(body).toMatchObject({
      unit: 'day',
      exchanges: 2,
      masked: 4,
      types: [
        { type: 'EMAIL', count: 3, exchanges: 2 },
        { type: 'IPV4', count: 1, exchanges: 1 },
      ],
      profiles: [{ profile: 'baseline', exchanges: 2, masked: 4 }],
    });
    const { masked, types } = body.buckets.at(-1);
    expect({ masked, types }).toEqual({
      masked: 4,
      types: [
        { type: 'EMAIL', count: 3 },
        { type: 'IPV4', count: 1 },
      ],
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`li\\.na|8\\.8\\.4|${member.id}`));
  });
  await read(member).expect(403);
  await read(supervisor, '?zone=Nowhere').expect(400);
  const types = await read(supervisor, '/export?table=types').expect(200);
  expect(types.headers['content-type']).toMatch(/^text\/csv/);
  expect(types.headers['content-disposition']).toMatch(/^attachment; filename=masked-types-[\d-]+\.csv$/);
  expect(types.text).toBe('type,values,exchanges\r\nEMAIL,3,2\r\nIPV4,1,1\r\n');
  const times = (await read(supervisor, '/export?table=times&zone=Asia/Shanghai').expect(200)).text.split(
    '\r\n',
  );
  expect(times[0]).toBe('from,from (Asia/Shanghai),values,EMAIL,IPV4,other types');
  expect(times.at(-2)).toMatch(/^[\d-]+T16:00:00\.000Z,[\d-]+ 00:00,4,3,1,0$/);
  const taken = await context.services.audit.entries({ limit: 9, type: 'statistics.exported' });
  expect(taken.at(-1)?.leaf).toMatchObject({
    actor: { id: supervisor.id },
    table: 'times',
    rows: times.length - 2,
  });
  await read(member, '/export?table=types').expect(403);
  await read(supervisor, '/export?table=everything').expect(400);
});

it('counts ratings, which stay sealed themselves', async () => {
  const post = (path: string, body: object): request.Test =>
    request(context.app).post(path).set('cookie', member.cookie).send(body);
  const conversation = (await post('/api/conversations', {}).expect(201)).body.id;
  await post(`/api/conversations/${conversation}/turns`, { question: 'Hello?', grounding: 'off' }).expect(
    200,
  );
  const { turns } = (
    await request(context.app)
      .get(`/api/conversations/${conversation}`)
      .set('cookie', member.cookie)
      .expect(200)
  ).body;
  await request(context.app)
    .put(`/api/conversations/${conversation}/turns/${turns[0].id}/feedback`)
    .set('cookie', member.cookie)
    .send({ rating: 'down', reasons: ['wrong'], comment: 'no' })
    .expect(204);
  expect((await overview().expect(200)).body.exchanges.ratings).toEqual({ up: 0, down: 1 });
});

it('tells of the machine and of what needs a look', async () => {
  const { body } = await overview().expect(200);
  expect(body.host.memory.serverMib).toBeGreaterThan(50);
  expect(body.host.memory.models.map(({ model }: { model: string }) => model).toSorted()).toEqual([
    'starter-embedder',
    'starter-model',
  ]);
  expect(body.host.disk.freeBytes).toBeGreaterThan(0);
  expect(body.alerts).toContainEqual({ kind: 'log-never-verified', level: 'notice' });
  expect(body.alerts).toContainEqual({ kind: 'first-password', level: 'warning', count: 1 });
});

it('is for a time and a zone that make sense', async () => {
  const { body } = await overview('?from=2026-01-01T00:00:00Z&to=2026-01-01T06:30:00Z').expect(200);
  expect(body.exchanges).toMatchObject({ unit: 'hour', total: 0 });
  expect(body.exchanges.buckets).toHaveLength(7);
  await overview('?zone=Mars/Olympus').expect(400);
  await overview('?from=tomorrow').expect(400);
  const long = await overview('?from=1990-01-01T00:00:00Z&to=2026-01-01T00:00:00Z').expect(200);
  expect(long.body.exchanges.buckets).toHaveLength(400);
});

it('is closed to those who only ask', async () => {
  await overview('', member).expect(403);
  await overview('', await signInAs(context, 'agent')).expect(403);
});
