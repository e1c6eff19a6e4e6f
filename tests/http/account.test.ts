import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

const NEXT = 'another battery staple';

let context: TestContext;
let member: SignedInAs;

beforeAll(async () => {
  context = await createTestContext();
  member = await signInAs(context, 'member');
});

afterAll(() => context[Symbol.asyncDispose]());

const as = (
  cookie: string,
  method: 'get' | 'post' | 'patch' | 'put' | 'delete',
  path: string,
): request.Test => request(context.app)[method](path).set('cookie', cookie);

async function signIn(username: string, password: string): Promise<string> {
  const { token } = await context.services.identity.sessions.signIn(username, password);
  return `intramura_session=${token}`;
}

const leaves = async (type: string): Promise<unknown[]> =>
  (await context.services.audit.entries({ limit: 500, type })).map(({ leaf }) => leaf);

describe('changing one’s own password', () => {
  it('needs the present one', async () => {
    const { body } = await as(member.cookie, 'post', '/api/auth/password')
      .send({ current: 'wrong wrong wrong', next: NEXT })
      .expect(400);
    expect(body.error).toMatchObject({ code: 'ERR_IDENTITY_CREDENTIALS', param: 'current' });
    expect(await leaves('auth.failed')).toMatchObject([{ code: 'ERR_IDENTITY_CREDENTIALS' }]);
    await signIn('test.member', ADMIN_PASSWORD);
  });

  it.each([
    ['a short one', 'seven77'],
    ['the present one again', ADMIN_PASSWORD],
  ])('refuses %s', async (_name, next) => {
    const { body } = await as(member.cookie, 'post', '/api/auth/password')
      .send({ current: ADMIN_PASSWORD, next })
      .expect(400);
    expect(body.error).toMatchObject({ code: 'ERR_REQUEST_INVALID', param: 'next' });
  });

  it('ends the other sessions and keeps this one, and no entry holds a password', async () => {
    const other = await signIn('test.member', ADMIN_PASSWORD);
    await as(member.cookie, 'post', '/api/auth/password')
      .send({ current: ADMIN_PASSWORD, next: NEXT })
      .expect(204);
    await as(member.cookie, 'get', '/api/auth/me').expect(200);
    await as(other, 'get', '/api/auth/me').expect(401);
    await expect(signIn('test.member', ADMIN_PASSWORD)).rejects.toMatchObject({
      code: 'ERR_IDENTITY_CREDENTIALS',
    });
    await signIn('test.member', NEXT);
    expect(await leaves('user.updated')).toMatchObject([
      { actor: { id: member.id }, user: member.id, what: ['password'] },
    ]);
    const log = JSON.stringify(await context.services.audit.entries({ limit: 500 }));
    for (const text of [log, ...context.logLines]) expect(text).not.toMatch(/battery staple/);
  });

  it('cannot be tried faster than at the door', async () => {
    const agent = await signInAs(context, 'agent');
    const guess = (): request.Test =>
      as(agent.cookie, 'post', '/api/auth/password').send({ current: 'wrong wrong', next: NEXT });
    for (let attempt = 0; attempt < 10; attempt += 1) await guess().expect(400);
    await guess().expect(429);
  });
});

describe('one’s own name', () => {
  it('is changed by its person', async () => {
    await as(member.cookie, 'patch', '/api/auth/me').send({ displayName: ' 王芳 ' }).expect(204);
    const { body } = await as(member.cookie, 'get', '/api/auth/me').expect(200);
    expect(body.user.name).toBe('王芳');
    await as(member.cookie, 'patch', '/api/auth/me').send({ displayName: '' }).expect(400);
    await as(member.cookie, 'patch', '/api/auth/me')
      .send({ roles: ['administrator'] })
      .expect(400);
  });
});

describe('sessions', () => {
  const own = async (cookie: string): Promise<{ id: string; current: boolean }[]> =>
    (await as(cookie, 'get', '/api/auth/sessions').expect(200)).body.sessions;

  it('are shown by an id that opens nothing, with this one marked, and end one by one or all others', async () => {
    const supervisor = await signInAs(context, 'supervisor');
    const [second, third] = [
      await signIn('test.supervisor', ADMIN_PASSWORD),
      await signIn('test.supervisor', ADMIN_PASSWORD),
    ];
    const listed = await own(supervisor.cookie);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual([
      'createdAt',
      'current',
      'expiresAt',
      'id',
      'lastSeenAt',
    ]);
    const secondId = (await own(second)).find(({ current }) => current)?.id ?? '';
    await as(`intramura_session=${secondId}`, 'get', '/api/auth/me').expect(401);
    await as(supervisor.cookie, 'delete', `/api/auth/sessions/${secondId}`).expect(204);
    await as(second, 'get', '/api/auth/me').expect(401);
    const { body } = await as(supervisor.cookie, 'delete', '/api/auth/sessions').expect(200);
    expect(body).toEqual({ ended: 1 });
    await as(third, 'get', '/api/auth/me').expect(401);
    expect(await own(supervisor.cookie)).toHaveLength(1);
  });

  it('of everybody are seen by the administrator and the auditor, and ended by the administrator', async () => {
    const administrator = await signInAs(context, 'administrator');
    const auditor = await signInAs(context, 'auditor');
    const list = async (query: object): Promise<{ sessions: { id: string }[]; next?: string }> =>
      (await as(auditor.cookie, 'get', '/api/sessions').query(query).expect(200)).body;
    const { sessions: whole } = await list({});
    const collected: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ limit: 2, ...(after === undefined ? {} : { after }) });
      collected.push(...page.sessions.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(collected).toEqual(whole.map(({ id }) => id));
    await as(auditor.cookie, 'get', '/api/sessions').query({ after: 'x' }).expect(400);
    const editor = await signInAs(context, 'knowledge-editor');
    await signIn('test.knowledge-editor', ADMIN_PASSWORD);
    const { sessions: editors } = await list({ user: editor.id });
    expect(editors).toHaveLength(2);
    expect(editors[0]).toMatchObject({ user: { id: editor.id, name: 'test.knowledge-editor' } });
    await as(administrator.cookie, 'delete', `/api/sessions/${editors[0]?.id}`).expect(204);
    const { body } = await as(administrator.cookie, 'delete', `/api/users/${editor.id}/sessions`).expect(200);
    expect(body).toEqual({ ended: 1 });
    expect(await leaves('sessions.ended')).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          user: editor.id,
          sessions: 1,
          actor: { kind: 'user', id: administrator.id },
        }),
      ]),
    );
    await as(administrator.cookie, 'delete', '/api/users/nobody/sessions').expect(404);
  });
});

describe('API keys', () => {
  it('are listed with their owner, their last use and their state, and a revoked one opens nothing', async () => {
    const { services } = context;
    const officer = await signInAs(context, 'privacy-officer');
    const administrator = await signIn('test.administrator', ADMIN_PASSWORD);
    const { secret } = await services.identity.apiKeys.create({
      name: 'Checks',
      ownerId: officer.id,
      scopes: ['policy:read'],
    });
    const list = async (): Promise<{ id: string }[]> =>
      (await as(administrator, 'get', '/api/api-keys').query({ owner: officer.id }).expect(200)).body.apiKeys;
    const useKey = (): request.Test =>
      request(context.app).get('/api/policies').set('authorization', `Bearer ${secret}`);
    expect(await list()).toMatchObject([
      { owner: officer.id, ownerName: 'test.privacy-officer', state: 'active' },
    ]);
    expect((await list())[0]).not.toHaveProperty('lastUsedAt');
    await useKey().expect(200);
    expect((await list())[0]).toHaveProperty('lastUsedAt');
    await services.identity.users.update(officer.id, { disabled: true });
    expect(await list()).toMatchObject([{ state: 'owner-disabled' }]);
    await services.identity.users.update(officer.id, { disabled: false });
    await as(administrator, 'delete', `/api/api-keys/${(await list())[0]?.id}`).expect(204);
    expect(await list()).toMatchObject([{ state: 'revoked' }]);
    await useKey().expect(401);
  });
});
