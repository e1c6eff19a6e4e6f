import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let administrator: SignedInAs;
let member: SignedInAs;

beforeAll(async () => {
  context = await createTestContext({ loading: 'at-start' });
  administrator = await signInAs(context, 'administrator');
  member = await signInAs(context, 'member');
});

afterAll(() => context[Symbol.asyncDispose]());

type Model = Record<string, unknown> & { id: string };

async function listModels(as: SignedInAs): Promise<Model[]> {
  const { body } = await request(context.app).get('/api/models').set('cookie', as.cookie).expect(200);
  return body.models;
}

async function modelOf(as: SignedInAs, id = 'starter-model'): Promise<Model> {
  const found = (await listModels(as)).find((model) => model.id === id);
  if (found === undefined) throw new Error(`There is no model ${id}.`);
  return found;
}

const post = (id: string, action: string, as = administrator): request.Test =>
  request(context.app).post(`/api/models/${id}/${action}`).set('cookie', as.cookie);

const ask = (): request.Test =>
  request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content: 'Hello' }], max_tokens: 8, intramura: { grounding: 'off' } });

async function eventsOf(type: string): Promise<unknown[]> {
  const entries = await context.services.audit.entries({ limit: 500 });
  return entries.map(({ leaf }) => leaf).filter((leaf) => leaf['type'] === type);
}

async function taskEnded(id: string, state: string): Promise<void> {
  await vi.waitFor(
    async () => expect((await modelOf(administrator, id))['task']).toMatchObject({ state }),
    20_000,
  );
}

describe('the list of models', () => {
  it('tells everybody what there is and what they may use', async () => {
    const model = await modelOf(member);
    expect(model).toEqual({
      id: 'starter-model',
      title: expect.any(String),
      purpose: 'chat',
      licence: 'CC-BY-SA-4.0',
      contextTokens: 2048,
      grounding: 'verbatim',
      state: 'ready',
      default: true,
      usable: true,
    });
    expect(await modelOf(administrator)).toMatchObject({ usable: false });
  });

  it('tells those who run or check it how it runs', async () => {
    for (const as of [
      administrator,
      await signInAs(context, 'auditor'),
      await signInAs(context, 'supervisor'),
    ])
      expect(await modelOf(as)).toMatchObject({
        path: 'starter/starter-model/starter-q8_0.gguf',
        template: 'starter',
        verification: { at: expect.any(String), files: [{ state: 'verified' }] },
        memoryMib: 150,
        restarts: 0,
        queue: { running: 0, waiting: 0 },
        readySince: expect.any(String),
      });
    const model = await modelOf(administrator);
    expect(model['bytes']).toBeGreaterThan(1_000_000);
    expect(model['residentMib']).toBeGreaterThan(10);
    expect(await modelOf(administrator, 'starter-embedder')).toMatchObject({
      dimensions: 256,
      default: true,
    });
  });
});

describe('unloading and loading', () => {
  it('unload, ask, clear error, load, ask again', async () => {
    const gone = await post('starter-model', 'unload').expect(200);
    expect(gone.body.model).toMatchObject({ state: 'unloaded' });
    expect(gone.body.model).not.toHaveProperty('residentMib');

    const refused = await ask().expect(503);
    expect(refused.body.error).toMatchObject({
      code: 'ERR_MODEL_UNLOADED',
      message: expect.stringContaining('ask an administrator to load it'),
    });
    expect(refused.headers['retry-after']).toBe('60');
    await request(context.app).get('/readyz').expect(200);
    await post('starter-model', 'measure').expect(409);

    const loading = await post('starter-model', 'load').expect(202);
    expect(loading.body.model).toMatchObject({ state: 'starting' });
    await vi.waitFor(
      async () => expect(await modelOf(administrator)).toMatchObject({ state: 'ready' }),
      20_000,
    );
    await ask().expect(200);
  });

  it('tells the log who did it and what came of it', async () => {
    const actor = { kind: 'user', id: administrator.id };
    const model = 'starter-model';
    expect(await eventsOf('model.unloaded')).toMatchObject([{ actor, model }]);
    expect(await eventsOf('model.load-requested')).toMatchObject([{ actor, model }]);
    await vi.waitFor(async () => expect((await eventsOf('model.loaded')).at(-1)).toMatchObject({ model }));
    expect(await eventsOf('model.loaded')).toHaveLength(3);
  });

  it('leaves a model alone that is in that state already, and says nothing new in the log', async () => {
    const { pid } = statusOf();
    await post('starter-model', 'load').expect(202);
    expect(statusOf().pid).toBe(pid);
    expect(await eventsOf('model.load-requested')).toHaveLength(1);
  });

  it('is for those who may, on models that exist', async () => {
    for (const action of ['load', 'unload', 'verify', 'measure']) {
      await post('starter-model', action, member).expect(403);
      const reply = await post('no-such-model', action).expect(404);
      expect(reply.body.error.code).toBe('ERR_MODEL_UNKNOWN');
    }
  });
});

describe('verifying and measuring', () => {
  it('hashes the files again, as a job', async () => {
    const before = await modelOf(administrator, 'starter-embedder');
    const { body } = await post('starter-embedder', 'verify').expect(202);
    await taskEnded('starter-embedder', 'done');
    const after = await modelOf(administrator, 'starter-embedder');
    expect(after['task']).toMatchObject({ job: body.job.id, kind: 'verify-model' });
    expect(after['verification']).toMatchObject({
      files: Array.from({ length: 5 }, () => ({ state: 'verified' })),
    });
    expect(after['verification']).not.toMatchObject({ at: Object(before['verification']).at });
    expect(await eventsOf('model.verified')).toMatchObject([
      { actor: { id: administrator.id }, model: 'starter-embedder', verified: true },
    ]);
  });

  it.each([
    [
      'starter-model',
      {
        of: 'generation',
        promptTokens: 256,
        completionTokens: 64,
        promptTokensPerSecond: expect.any(Number),
        completionTokensPerSecond: expect.any(Number),
        firstTokenMs: expect.any(Number),
      },
    ],
    ['starter-embedder', { of: 'embedding', textsPerSecond: expect.any(Number) }],
  ])('measures %s in its own process and keeps the result', async (id, speed) => {
    await post(id, 'measure').expect(202);
    await taskEnded(id, 'done');
    expect(await modelOf(administrator, id)).toMatchObject({
      measurement: {
        at: expect.any(String),
        machine: { cores: expect.any(Number), processor: expect.any(String) },
        threads: context.services.config.threads,
        speed,
      },
    });
    expect(await eventsOf('model.measured')).toContainEqual(expect.objectContaining({ model: id }));
  });

  it('does not start a second job while one is waiting', async () => {
    const [first, second] = await Promise.all([
      post('starter-model', 'measure'),
      post('starter-embedder', 'measure'),
    ]);
    const again = await post('starter-embedder', 'measure').expect(202);
    expect(again.body.job.id).toBe(second.body.job.id);
    expect(first.body.job.id).not.toBe(second.body.job.id);
    await context.services.jobs.idle();
  });

  it('says why it failed', async () => {
    await post('starter-embedder', 'measure').expect(202);
    await post('starter-embedder', 'unload').expect(200);
    await taskEnded('starter-embedder', 'failed');
    expect(await modelOf(administrator, 'starter-embedder')).toMatchObject({
      state: 'unloaded',
      task: { error: expect.stringContaining('starter-embedder is unloaded') },
    });
  });
});

function statusOf(): { readonly pid: number | undefined } {
  const found = context.services.inference.status().find(({ id }) => id === 'starter-model');
  if (found === undefined) throw new Error('The starter model has no process.');
  return found;
}
