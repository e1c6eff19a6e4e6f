import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTeedHosts } from '../helpers/teed-hosts.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';
import { writeTinyCrossEncoder } from '../helpers/tiny-cross-encoder.ts';

const tiny = writeTinyCrossEncoder();
const folder = mkdtempSync(join(tmpdir(), 'intramura-rerank-'));
const hosts = createTeedHosts();
let context: TestContext;
let member: SignedInAs;

beforeAll(async () => {
  const modelsDir = join(folder, 'models');
  cpSync('models', modelsDir, { recursive: true });
  cpSync(join(tiny.modelsDir, 'tiny'), join(modelsDir, 'tiny'), { recursive: true });
  const { models }: { models: object[] } = parse(readFileSync(join(modelsDir, 'catalog.yaml'), 'utf8'));
  writeFileSync(join(modelsDir, 'catalog.yaml'), stringify({ models: [...models, tiny.card] }));
  context = await createTestContext({
    environment: { INTRAMURA_MODELS: modelsDir },
    overrides: { spawnHost: hosts.spawnHost },
  });
  member = await signInAs(context, 'member');
});

afterAll(async () => {
  await context[Symbol.asyncDispose]();
  for (const path of [folder, tiny.modelsDir]) rmSync(path, { recursive: true, force: true });
});

const rerank = (of: TestContext, { cookie }: SignedInAs, body: object) =>
  request(of.app).post('/v1/rerank').set('cookie', cookie).send(body);

const events = async (type: string): Promise<unknown[]> =>
  (await context.services.audit.entries({ limit: 20, type })).map(({ leaf }) => leaf);

const documents = ['Interest of a loan.', 'Employees carry unused leave days.', 'Employees get free days.'];

describe('documents', () => {
  it('come back best first, by their place in the request', async () => {
    const { body } = await rerank(context, member, { query: 'unused leave days', documents }).expect(200);
    expect(body).toMatchObject({ model: 'tiny-reranker', object: 'list' });
    const results: { index: number; relevance_score: number }[] = body.results;
    expect(results.map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(results.map((result) => Object.keys(result))).toEqual(
      results.map(() => ['index', 'relevance_score']),
    );
    expect(body.usage.total_tokens).toBeGreaterThan(documents.length * 3);
    expect(body.usage.prompt_tokens).toBe(body.usage.total_tokens);
  });

  it('are as many as asked for, as objects and with their texts too', async () => {
    const { body } = await rerank(context, member, {
      model: 'tiny-reranker',
      query: 'loan interest',
      documents: documents.map((text) => ({ text })),
      top_n: 1,
      return_documents: true,
    }).expect(200);
    expect(body.results).toEqual([
      { index: 0, relevance_score: expect.any(Number), document: { text: documents[0] } },
    ]);
  });

  it('are masked like the query before the model sees them, and the log has no text of either', async () => {
    const iban = 'GB29 NWBK 6016 1331 9268 19';
    await rerank(context, member, { query: `days of ${iban}`, documents: [`leave of ${iban}`] }).expect(200);
    expect(hosts.bytes()).toContain('leave of [');
    expect(hosts.bytes()).not.toContain('6016 1331');
    const about = { actor: { id: member.id }, model: 'tiny-reranker', inputs: 1 };
    expect((await events('rerank.requested')).at(-1)).toMatchObject(about);
    expect((await events('rerank.created')).at(-1)).toMatchObject({ ...about, tokens: expect.any(Number) });
    expect(JSON.stringify([await events('rerank.requested'), await events('rerank.created')])).not.toContain(
      'leave',
    );
  });
});

describe('a request that cannot be served', () => {
  it('is refused for who may not ask, and for models of another purpose', async () => {
    const auditor = await signInAs(context, 'auditor');
    await rerank(context, auditor, { query: 'x', documents }).expect(403);
    const { body } = await rerank(context, member, {
      model: 'starter-embedder',
      query: 'x',
      documents,
    }).expect(404);
    expect(body.error).toMatchObject({ code: 'model_not_found', param: 'model' });
    expect((await events('exchange.refused')).at(-1)).toMatchObject({ code: 'ERR_MODEL_UNKNOWN' });
  });

  it.each([
    { query: '', documents },
    { query: 'x', documents: [] },
    { query: 'x' },
    { query: 'x', documents, top_n: 0 },
  ])('is a mistake of the caller: %j', async (body) => {
    await rerank(context, member, body).expect(400);
  });

  it('says that no reranker is installed, and where to read how', async () => {
    await using bare = await createTestContext();
    const { body } = await rerank(bare, await signInAs(bare, 'member'), { query: 'x', documents }).expect(
      404,
    );
    expect(body.error).toMatchObject({
      code: 'model_not_found',
      message: expect.stringMatching(/No reranker is installed.*models\/README\.md/),
    });
  });
});
