import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFailingRedactor, type Failure, failures } from '../helpers/failing-redactor.ts';
import { openPlantedProduct, type PlantedProduct } from '../helpers/planted/product.ts';
import { workIn } from '../helpers/teed-hosts.ts';

const { redactor, fail } = createFailingRedactor();
let product: PlantedProduct;
let conversation: string;
let faq: { id: string; digest: string };
let gap: string;

const QUESTION = 'How many days of leave are there?';
const collection = 'leave';

function send(method: 'get' | 'post', path: string, body?: object, person = 0): request.Test {
  const { context, people } = product;
  const client = request(context.app);
  const sent = client[method](path).set('cookie', people[person]?.cookie ?? '');
  return body === undefined ? sent : sent.send(body);
}

function upload(name: string): request.Test {
  const bytes = Buffer.from(`# Leave ${name}\n\nThere are thirty days of leave.\n`);
  return send('post', `/api/collections/${collection}/documents`).attach('file', bytes, { filename: name });
}

beforeAll(async () => {
  product = await openPlantedProduct({ generator: 'scripted', redactor });
  const { services } = product.context;
  await send('post', '/api/collections', { id: collection, name: 'Leave' }).expect(201);
  await upload('first.md').expect(202);
  await services.jobs.idle();
  conversation = (await send('post', '/api/conversations', {}).expect(201)).body.id;
  const contents = {
    question: 'What is owed?',
    paraphrases: [],
    answer: 'Ten.',
    languages: ['en'],
    owner: 'Desk',
  };
  const rest = { readers: [], sources: [], expiresAt: '2099-01-01T00:00:00Z' };
  const { body } = await send('post', '/api/faq', { ...contents, ...rest, collection }).expect(201);
  faq = { id: body.entry.id, digest: body.entry.draft.digest };
  await send('post', `/api/faq/${faq.id}/submit`).expect(200);
  await send('post', '/v1/chat/completions', {
    messages: [{ role: 'user', content: 'Who repairs the lift?' }],
    intramura: { collections: [collection] },
  }).expect(200);
  await services.gaps.settled();
  // Work of before that still waits for its model is done when this is.
  await send('post', '/v1/rerank', { query: QUESTION, documents: ['x'] }).expect(200);
  gap = (await send('get', '/api/gaps').expect(200)).body.gaps[0].id;
});

afterAll(() => product[Symbol.asyncDispose]());
afterEach(() => fail(undefined));

const messages = [{ role: 'user', content: QUESTION }];

/** Every way to a model that somebody waits for. */
const ways: readonly (readonly [string, () => request.Test])[] = [
  ['a chat', () => send('post', '/v1/chat/completions', { messages })],
  ['a streamed chat', () => send('post', '/v1/chat/completions', { messages, stream: true })],
  [
    'a chat without grounding',
    () => send('post', '/v1/chat/completions', { messages, intramura: { grounding: 'off' } }),
  ],
  ['a completion', () => send('post', '/v1/completions', { prompt: QUESTION })],
  ['a streamed completion', () => send('post', '/v1/completions', { prompt: QUESTION, stream: true })],
  ['a response', () => send('post', '/v1/responses', { input: QUESTION })],
  ['a streamed response', () => send('post', '/v1/responses', { input: QUESTION, stream: true })],
  ['embeddings', () => send('post', '/v1/embeddings', { model: 'starter-embedder', input: QUESTION })],
  ['a reranking', () => send('post', '/v1/rerank', { query: QUESTION, documents: ['There are thirty.'] })],
  ['a turn', () => send('post', `/api/conversations/${conversation}/turns`, { question: QUESTION })],
  ['a search', () => send('post', '/api/search', { query: QUESTION })],
  ['a search by meaning', () => send('post', '/api/search', { query: QUESTION, mode: 'vector' })],
  ['an explained search', () => send('post', '/api/search', { query: QUESTION, explain: true })],
  ['a trial of an answer', () => send('post', '/api/faq/try', { question: QUESTION, wordings: ['Leave?'] })],
  ['an approval', () => send('post', `/api/faq/${faq.id}/approve`, { digest: faq.digest }, 1)],
  ['a gap with passages for it', () => send('get', `/api/gaps/${gap}`)],
  ['a preview', () => send('post', '/api/redaction/preview', { text: QUESTION })],
];

const replies: Readonly<Record<Failure, { status: number; code: string }>> = {
  'a detector throws': { status: 503, code: 'ERR_REDACTION_FAILED' },
  'a detector is too slow': { status: 503, code: 'ERR_REDACTION_FAILED' },
  'a model for names fails': { status: 503, code: 'ERR_REDACTION_FAILED' },
  'the text is too long': { status: 413, code: 'ERR_REQUEST_TOO_LARGE' },
};

describe.each(failures)('when %s', (failure) => {
  it.each(ways)('%s is refused, and no model gets anything', async (_way, ask) => {
    fail(failure);
    const before = product.hosts.bytes().length;
    const reply = await ask();
    const { status, code } = replies[failure];
    expect(reply.status).toBe(status);
    expect(reply.body.error.code).toBe(code);
    expect(reply.text).not.toContain(QUESTION);
    expect(workIn(product.hosts.bytes().slice(before))).toEqual([]);
  });

  it('an import fails, and nothing of it is stored', async () => {
    fail(failure);
    const before = product.hosts.bytes().length;
    const { body } = await upload(`${failures.indexOf(failure)}.md`).expect(202);
    await product.context.services.jobs.idle();
    const job = await send('get', `/api/jobs/${body.job.id}`).expect(200);
    expect(job.body).toMatchObject({ state: 'failed', code: replies[failure].code });
    await send('get', `/api/documents/${body.document.id}`).expect(404);
    expect(workIn(product.hosts.bytes().slice(before))).toEqual([]);
  });
});

describe('when masking works again', () => {
  it.each(ways)('%s goes its way', async (_way, ask) => {
    const reply = await ask();
    expect(reply.status).toBe(200);
  });
});
