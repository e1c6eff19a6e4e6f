import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResponseBody } from '../helpers/evaluation-replies.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { type Listening, listen } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

/**
 * The sample questions through the routes, with the starter models: also the gate that holds what the product promises
 * of its answers. `npm run eval:rag` prints the same figures.
 */
const PROMISED = { cited: 0.9, gold: 0.8, declined: 0.9 } as const;
const UNANSWERABLE = 'What is the interest rate for a mortgage on a houseboat?';

let context: TestContext;
let server: Listening;
let cookie: string;

beforeAll(async () => {
  context = await createTestContext({ environment: { INTRAMURA_SAMPLES: './samples' } });
  server = await listen(context.app);
  ({ cookie } = await signInAs(context, 'knowledge-editor'));
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
});

const base = '/api/collections/handbook';

async function request(method: string, path: string, body?: object): Promise<ResponseBody> {
  const form = body instanceof FormData;
  const reply = await fetch(server.url + path, {
    method,
    headers: { cookie, ...(form || body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, json: text === '' ? undefined : JSON.parse(text) };
}

async function upload(name: string, text: string): Promise<ResponseBody> {
  const form = new FormData();
  form.set('file', new Blob([text]), name);
  return request('POST', `${base}/evaluation-sets`, form);
}

async function evaluate(set: string): Promise<ResponseBody['json']> {
  const started = await request('POST', `${base}/evaluations`, { set });
  expect(started.status).toBe(202);
  await context.services.jobs.idle();
  expect(await context.services.jobs.get(started.json.job.id)).toMatchObject({ state: 'done', progress: 1 });
  return (await request('GET', `${base}/evaluations?limit=1`)).json.runs[0];
}

describe('the sample questions', () => {
  let run: ResponseBody['json'];
  let set: string;

  beforeAll(async () => {
    const added = await upload('questions.jsonl', readFileSync('samples/questions.jsonl', 'utf8'));
    expect(added).toMatchObject({ status: 201, json: { set: { name: 'questions.jsonl', questions: 60 } } });
    set = added.json.set.id;
    run = await evaluate(set);
  });

  it('are answered and declined as promised, and every citation is word for word', () => {
    const { all } = run.figures;
    expect(all.cited / all.answerable).toBeGreaterThanOrEqual(PROMISED.cited);
    expect(all.gold / all.withSentence).toBeGreaterThanOrEqual(PROMISED.gold);
    expect(all.declined / all.unanswerable).toBeGreaterThanOrEqual(PROMISED.declined);
    expect(all.citations).toBeGreaterThan(0);
    expect(all.verbatim).toBe(all.citations);
  });

  it('are kept with what was in force and what became of each', async () => {
    expect(run).toMatchObject({
      set,
      setName: 'questions.jsonl',
      settings: { model: 'starter-model', threshold: 0.5, documents: 32 },
      calibration: { threshold: expect.any(Number) },
    });
    const { json } = await request('GET', `${base}/evaluations/${run.id}?offset=59&limit=5`);
    expect(json.results).toHaveLength(1);
    expect(json.results[0]).toMatchObject({ question: expect.any(String), document: null });
    expect(json.before).toBeUndefined();
  });

  it('are held against the run before', async () => {
    const again = await evaluate(set);
    const { json } = await request('GET', `${base}/evaluations/${again.id}`);
    expect(json.before).toMatchObject({ id: run.id });
    expect(json.run.figures.all.cited).toBe(run.figures.all.cited);
  });

  it('stay when their set goes', async () => {
    expect((await request('DELETE', `${base}/evaluation-sets/${set}`)).status).toBe(204);
    const { json } = await request('GET', `${base}/evaluations/${run.id}`);
    expect(json.run).toMatchObject({ id: run.id, setName: 'questions.jsonl' });
    expect(json.run.set).toBeUndefined();
  });
});

describe('the threshold of a collection', () => {
  const question = 'How many days of paid holiday do full-time staff get each year?';
  const ask = async (): Promise<string> => {
    const { json } = await request('POST', '/v1/chat/completions', {
      model: 'starter-model',
      messages: [{ role: 'user', content: question }],
    });
    return json.intramura.decision;
  };

  it('decides whether it answers, at once', async () => {
    const support = await supportOf(question);
    expect(await ask()).toBe('quoted');
    const stricter = await request('PUT', `${base}/threshold`, { threshold: 0.95 });
    expect(stricter.json).toMatchObject({ threshold: 0.95, default: 0.5, lowest: 0.2, highest: 0.95 });
    expect(await ask()).toBe(support >= 0.95 ? 'quoted' : 'declined');
    expect(await decisionAt(UNANSWERABLE)).toBe('declined');
    const usual = await request('PUT', `${base}/threshold`, { threshold: null });
    expect(usual.json).toMatchObject({ threshold: 0.5 });
    expect(await ask()).toBe('quoted');
  });

  it('has bounds', async () => {
    expect((await request('PUT', `${base}/threshold`, { threshold: 0.05 })).status).toBe(400);
    expect((await request('PUT', `${base}/threshold`, { threshold: 0.5, run: 'run_none' })).status).toBe(404);
  });

  async function decisionAt(asked: string): Promise<string> {
    const { json } = await request('POST', '/v1/chat/completions', {
      model: 'starter-model',
      messages: [{ role: 'user', content: asked }],
    });
    return json.intramura.decision;
  }

  async function supportOf(asked: string): Promise<number> {
    const { json } = await request('POST', '/v1/chat/completions', {
      model: 'starter-model',
      messages: [{ role: 'user', content: asked }],
    });
    return json.intramura.sources[0].score;
  }
});

describe('a set of questions', () => {
  it.each([
    ['nothing', ''],
    ['what is no JSON', 'hello'],
    ['a question without what answers it', '{"question":"How much?"}'],
    ['a sentence without its document', '{"question":"How much?","document":null,"sentence":"Ten."}'],
  ])('is refused with %s, and the message repeats none of it', async (_, text) => {
    const { status, json } = await upload('bad.jsonl', text);
    expect(status).toBe(400);
    expect(JSON.stringify(json)).not.toContain('How much');
  });

  it('may be what `knowledge eval` reads', async () => {
    const { status, json } = await upload(
      'search.jsonl',
      '{"query":"leave","relevant":["en/annual-leave.md"]}\n',
    );
    expect([status, json.set.questions]).toEqual([201, 1]);
  });
});
