import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

/** Supervisors' questions are masked as a bank's are, and a policy of the site fails where people are listed. */
const models = `rules:
  - { models: ['starter-model'], roles: [supervisor], maskProfile: finance }
  - { models: ['*'], roles: [member, agent, supervisor, knowledge-editor] }
`;
const broken = `@id("site-broken")
forbid (principal, action == Action::"user:list", resource)
when { 9223372036854775807 + 1 == 0 };
`;

const policiesDir = mkdtempSync(join(tmpdir(), 'intramura-policies-'));
let context: TestContext;
let supervisor: SignedInAs;
let officer: SignedInAs;

beforeAll(async () => {
  cpSync('policies', policiesDir, { recursive: true });
  writeFileSync(join(policiesDir, 'models.yaml'), models);
  writeFileSync(join(policiesDir, 'access', 'site.cedar'), broken);
  context = await createTestContext({ environment: { INTRAMURA_POLICIES: policiesDir } });
  supervisor = await signInAs(context, 'supervisor');
  officer = await signInAs(context, 'privacy-officer');
});

afterAll(async () => {
  await context[Symbol.asyncDispose]();
  rmSync(policiesDir, { recursive: true, force: true });
});

const denials = async (actor: string): Promise<unknown[]> => {
  const entries = await context.services.audit.entries({ limit: 500, type: 'policy.denied' });
  return entries
    .map(({ leaf }) => leaf)
    .filter((leaf) => JSON.stringify(leaf['actor']).includes(actor))
    .map(({ permission, reasons }) => ({ permission, reasons }));
};

describe('a policy that cannot be evaluated', () => {
  it('denies, and the operator reads which one in the log', async () => {
    const administrator = await signInAs(context, 'administrator');
    const before = context.logLines.length;
    await request(context.app).get('/api/users').set('cookie', administrator.cookie).expect(403);
    const line = context.logLines.slice(before).find((text) => text.includes('site-broken'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 50,
      permission: 'user:list',
      actor: { kind: 'user', id: administrator.id },
      errors: [expect.stringMatching(/^site-broken: /)],
    });
    expect(line).not.toContain('test.administrator');
    expect(await denials(administrator.id)).toEqual([{ permission: 'user:list', reasons: [] }]);
  });
});

describe('the preview of masking', () => {
  const text = 'Jane Miller, jane@mail.example, is married, 44 years old, annual salary EUR 85,000.';
  const preview = (as: SignedInAs, body: object = {}): request.Test =>
    request(context.app)
      .post('/api/redaction/preview')
      .set('cookie', as.cookie)
      .send({ text, ...body });
  const types = ({ body }: request.Response): string[] =>
    body.findings.map(({ type }: { type: string }) => type);

  it('shows by default what happens when this caller asks', async () => {
    const finance = types(await preview(supervisor, { profile: 'finance' }).expect(200));
    const baseline = types(await preview(supervisor, { profile: 'baseline' }).expect(200));
    expect(finance).not.toEqual(baseline);
    expect(types(await preview(supervisor).expect(200))).toEqual(finance);
  });

  it('shows the bundle’s profile to who checks masking and may not ask', async () => {
    const baseline = types(await preview(officer, { profile: 'baseline' }).expect(200));
    expect(types(await preview(officer).expect(200))).toEqual(baseline);
  });

  it('refuses a profile that is not there', async () => {
    const { body } = await preview(supervisor, { profile: 'lunar' }).expect(400);
    expect(body.error).toMatchObject({ code: 'ERR_REQUEST_INVALID', param: 'profile' });
  });
});

describe('a resource that is denied leaves an entry', () => {
  it('a collection that is searched, alike whether it is there or not', async () => {
    const agent = await signInAs(context, 'agent');
    await context.services.knowledge.createCollection({
      id: 'board',
      name: 'Board',
      classification: 'restricted',
      readers: ['auditor'],
    });
    const search = (collection: string): request.Test =>
      request(context.app)
        .post('/api/search')
        .set('cookie', agent.cookie)
        .send({ query: 'merger', collections: [collection] });
    const [there, missing] = [await search('board').expect(404), await search('nowhere').expect(404)];
    expect(there.body.error.message).toBe(missing.body.error.message);
    expect(await denials(agent.id)).toMatchObject([
      { permission: 'collection:read' },
      { permission: 'collection:read' },
    ]);
    await request(context.app).get('/api/documents/doc_0').set('cookie', agent.cookie).expect(404);
    await request(context.app)
      .get('/api/collections/board/documents')
      .set('cookie', agent.cookie)
      .expect(404);
    expect(await denials(agent.id)).toHaveLength(4);
  });

  it('a model that is asked for vectors', async () => {
    const member = await signInAs(context, 'member');
    const embed = (body: object): request.Test =>
      request(context.app)
        .post('/v1/embeddings')
        .set('cookie', member.cookie)
        .send({ input: 'x', ...body });
    await embed({ model: 'nothing' }).expect(404);
    await embed({ model: 'starter-model' }).expect(404);
    const refused = await context.services.audit.entries({ limit: 10, type: 'exchange.refused' });
    expect(refused.map(({ leaf }) => leaf)).toMatchObject([
      { actor: { id: member.id }, code: 'ERR_MODEL_UNKNOWN' },
      { actor: { id: member.id }, code: 'ERR_MODEL_UNKNOWN' },
    ]);
  });
});

describe('vectors longer than the model’s', () => {
  it('are refused before anything is computed', async () => {
    const model = context.services.catalog.models.find(({ purpose }) => purpose === 'embedding');
    const { status, body } = await request(context.app)
      .post('/v1/embeddings')
      .set('cookie', supervisor.cookie)
      .send({ model: model?.id, input: 'x', dimensions: (model?.dimensions ?? 0) + 1 });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ param: 'dimensions' });
    expect(await context.services.audit.entries({ limit: 10, type: 'embedding.requested' })).toEqual([]);
  });
});

describe('a proof', () => {
  it('shows an entry, so getting it is logged as reading it', async () => {
    const auditor = await signInAs(context, 'auditor');
    const { text } = await request(context.app)
      .get('/api/audit/proofs/2')
      .set('cookie', auditor.cookie)
      .expect(200);
    expect(text).toContain('tlog-proof');
    const reads = await context.services.audit.entries({ limit: 10, type: 'audit.read' });
    expect(reads.map(({ leaf }) => leaf)).toMatchObject([{ actor: { id: auditor.id }, after: 1, limit: 1 }]);
  });
});

describe('the bundle', () => {
  const read = async (path: string): Promise<request.Response> =>
    request(context.app).get(path).set('cookie', officer.cookie).expect(200);

  it('is named, and its files come with the text that is in force', async () => {
    const { body: bundle } = await read('/api/policies');
    expect(bundle).toMatchObject({ bundle: 'baseline', digest: context.services.policies.digest });
    const { body } = await read('/api/policies/files');
    expect(body.files.map(({ path }: { path: string }) => path)).toEqual(
      bundle.files.map(({ path }: { path: string }) => path),
    );
    expect(body.files).toContainEqual(expect.objectContaining({ path: 'access/site.cedar', text: broken }));
  });

  it('is held against policies/tests, and every case is told with what was expected and what came', async () => {
    const { body } = await request(context.app)
      .post('/api/policies/tests')
      .set('cookie', officer.cookie)
      .expect(200);
    expect(body.cases).toHaveLength(body.total);
    const failed = body.cases.filter(({ passed }: { passed: boolean }) => !passed);
    expect(failed).toHaveLength(body.failed);
    expect(failed).toContainEqual({
      file: 'matrix.yaml',
      name: 'user:list by administrator',
      expected: expect.stringMatching(/^allow by /),
      actual: expect.stringMatching(/^deny by no policy; site-broken: /),
      passed: false,
    });
    expect(body.cases).toContainEqual(
      expect.objectContaining({ name: 'audit:read by administrator', passed: true }),
    );
  });
});

describe('a decision asked for in advance', () => {
  const decide = (body: object): request.Test =>
    request(context.app).post('/api/policies/decide').set('cookie', officer.cookie).send(body);

  it('is about anybody and anything, as in policies/tests', async () => {
    const principal = { kind: 'api-key', roles: ['member'], limits: { scopes: ['chat:create'] } };
    const resource = { type: 'Model', id: 'starter-model' };
    const { body } = await decide({ principal, action: 'chat:create', resource }).expect(200);
    expect(body).toEqual({
      allowed: true,
      reasons: ['member-asks'],
      errors: [],
      policies: [
        {
          id: 'member-asks',
          file: 'access/roles.cedar',
          text: expect.stringMatching(/^@id\("member-asks"\)\npermit/),
        },
      ],
    });
  });

  it('says why it could not be made', async () => {
    const { body } = await decide({ principal: { roles: ['administrator'] }, action: 'user:list' });
    expect(body).toMatchObject({ allowed: false, errors: [expect.stringMatching(/^site-broken: /)] });
  });

  it('lists what roles permit, and what a key of theirs could do at most', async () => {
    const permitted = async (body: object): Promise<string[]> => {
      const reply = await request(context.app)
        .post('/api/policies/permissions')
        .set('cookie', officer.cookie)
        .send(body)
        .expect(200);
      return reply.body.permissions;
    };
    const person = await permitted({ roles: ['member'] });
    expect(person).toEqual(expect.arrayContaining(['chat:create', 'conversation:read', 'account:update']));
    expect(person).not.toContain('audit:read');
    const key = await permitted({ roles: ['member'], kind: 'api-key' });
    expect(key).toContain('chat:create');
    expect(key).not.toContain('conversation:read');
    expect(key).not.toContain('account:update');
    expect(await permitted({ roles: [] })).toEqual([]);
  });

  it('needs a request of the right shape', async () => {
    await decide({ roles: ['member'], permission: 'chat:create' }).expect(400);
  });
});
