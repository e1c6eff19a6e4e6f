import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';

let context: TestContext;
let administrator: SignedInAs;
/** Whom nothing changes. */
let unchanged: SignedInAs | undefined;

beforeAll(async () => {
  context = await createTestContext();
  administrator = await signInAs(context, 'administrator');
});

afterAll(() => context[Symbol.asyncDispose]());

const change = (id: string, body: object, as = administrator): request.Test =>
  request(context.app).patch(`/api/users/${id}`).set('cookie', as.cookie).send(body);

const updates = async (user: string): Promise<unknown[]> => {
  const entries = await context.services.audit.entries({ limit: 500, type: 'user.updated' });
  return entries.map(({ leaf }) => leaf).filter((leaf) => leaf['user'] === user);
};

describe('changing a person', () => {
  it('gives other roles, which count from the next request on, and tells the log', async () => {
    const member = await signInAs(context, 'member');
    const list = (): request.Test => request(context.app).get('/api/users').set('cookie', member.cookie);
    await list().expect(403);
    const reply = await change(member.id, { roles: ['member', 'auditor'] }).expect(200);
    expect(reply.body.user).toMatchObject({
      id: member.id,
      username: 'test.member',
      roles: ['member', 'auditor'],
    });
    await list().expect(200);
    expect(await updates(member.id)).toMatchObject([
      { actor: { id: administrator.id }, what: ['roles'], roles: ['member', 'auditor'] },
    ]);
  });

  it('sets a password that ends the sessions', async () => {
    const agent = await signInAs(context, 'agent');
    await change(agent.id, { password: 'another battery staple' }).expect(200);
    await request(context.app).get('/api/auth/me').set('cookie', agent.cookie).expect(401);
    const login = (password: string): request.Test =>
      request(context.app).post('/api/auth/login').send({ username: 'test.agent', password });
    await login(ADMIN_PASSWORD).expect(401);
    await login('another battery staple').expect(200);
    expect(JSON.stringify(await updates(agent.id))).not.toContain('staple');
  });

  it('disables the account, which stays in the list', async () => {
    const supervisor = await signInAs(context, 'supervisor');
    const reply = await change(supervisor.id, { disabled: true }).expect(200);
    expect(reply.body.user.disabledAt).toMatch(/^\d{4}-/);
    await request(context.app).get('/api/auth/me').set('cookie', supervisor.cookie).expect(401);
    const { body } = await request(context.app).get('/api/users').set('cookie', administrator.cookie);
    expect(body.users).toContainEqual(reply.body.user);
  });

  it('enables it again: the password and the keys are good once more, the sessions are gone', async () => {
    const officer = await signInAs(context, 'privacy-officer');
    const { secret } = await context.services.identity.apiKeys.create({
      name: 'Checks',
      ownerId: officer.id,
      scopes: ['policy:read'],
    });
    const useKey = (): request.Test =>
      request(context.app).get('/api/policies').set('authorization', `Bearer ${secret}`);
    await change(officer.id, { disabled: true }).expect(200);
    await useKey().expect(401);
    const { body } = await change(officer.id, { disabled: false }).expect(200);
    expect(body.user).not.toHaveProperty('disabledAt');
    await useKey().expect(200);
    await request(context.app).get('/api/auth/me').set('cookie', officer.cookie).expect(401);
    await request(context.app)
      .post('/api/auth/login')
      .send({ username: 'test.privacy-officer', password: ADMIN_PASSWORD })
      .expect(200);
    expect(await updates(officer.id)).toMatchObject([{ what: ['disabled'] }, { what: ['enabled'] }]);
  });

  it.each([
    ['nothing', {}, 400],
    ['an unknown field', { nickname: 'x' }, 400],
    ['an unknown role', { roles: ['king'] }, 400],
    ['no role', { roles: [] }, 400],
    ['a short password, whatever else', { roles: ['auditor'], password: 'short' }, 400],
  ])('refuses %s and changes nothing', async (_name, body, status) => {
    unchanged ??= await signInAs(context, 'knowledge-editor');
    await change(unchanged.id, body).expect(status);
    expect(await updates(unchanged.id)).toEqual([]);
    const user = await context.services.identity.users.byId(unchanged.id);
    expect(user?.roles).toEqual(['knowledge-editor']);
  });

  it('is the administrator’s alone', async () => {
    const auditor = await signInAs(context, 'auditor');
    await change(auditor.id, { roles: ['administrator'] }, auditor).expect(403);
    await change('usr_0', { disabled: true }).expect(404);
  });

  it('never takes the last administrator away', async () => {
    const first = await context.services.identity.users.byUsername('admin');
    await change(first?.id ?? '', { disabled: true }).expect(200);
    await change(administrator.id, { disabled: true }).expect(409);
    await change(administrator.id, { roles: ['member'] }).expect(409);
  });
});

describe('the list of people', () => {
  const list = async (query: object): Promise<{ users: { username: string }[]; next?: string }> =>
    (await request(context.app).get('/api/users').query(query).set('cookie', administrator.cookie)).body;

  it('comes in pages that hold everybody once', async () => {
    const whole = await list({});
    const names = whole.users.map(({ username }) => username);
    expect(names).toEqual(names.toSorted());
    const collected: string[] = [];
    let after: string | undefined;
    do {
      const page = await list({ limit: 2, ...(after === undefined ? {} : { after }) });
      expect(page.users.length).toBeLessThanOrEqual(2);
      collected.push(...page.users.map(({ username }) => username));
      after = page.next;
    } while (after !== undefined);
    expect(collected).toEqual(names);
  });

  it('finds by a part of either name, whatever its case, and takes % and _ as they are', async () => {
    const { users } = context.services.identity;
    await users.create({
      username: 'li.na',
      displayName: '李娜',
      password: ADMIN_PASSWORD,
      roles: ['member'],
    });
    await users.create({
      username: 'under_score',
      displayName: 'Grace 100%',
      password: ADMIN_PASSWORD,
      roles: ['member'],
    });
    const found = async (search: string): Promise<string[]> =>
      (await list({ search })).users.map(({ username }) => username);
    expect(await found('娜')).toEqual(['li.na']);
    expect(await found('LI.N')).toEqual(['li.na']);
    expect(await found('gRACE')).toEqual(['under_score']);
    expect(await found('_')).toEqual(['under_score']);
    expect(await found('0%')).toEqual(['under_score']);
    expect(await found('nobody at all')).toEqual([]);
  });

  it('says when somebody signed in last', async () => {
    const { body } = await request(context.app)
      .get('/api/users')
      .set('cookie', administrator.cookie)
      .query({ search: 'test.administrator' });
    expect(Date.parse(body.users[0].lastSignInAt)).toBeGreaterThan(Date.now() - 120_000);
    expect((await list({ search: 'li.na' })).users[0]).not.toHaveProperty('lastSignInAt');
  });
});

describe('adding a person', () => {
  const add = (body: object): request.Test =>
    request(context.app)
      .post('/api/users')
      .set('cookie', administrator.cookie)
      .send({ username: 'x', displayName: 'X', password: ADMIN_PASSWORD, roles: ['member'], ...body });

  it('takes the names and passwords that identity takes', async () => {
    const reply = await add({ username: 'Zoë@Bank', displayName: '佐伊', password: 'eightch8' }).expect(201);
    expect(reply.body.user).toMatchObject({ username: 'zoë@bank', name: '佐伊' });
  });

  it.each([
    ['username', { username: 'two words' }],
    ['displayName', { displayName: '' }],
    ['password', { password: 'seven77' }],
  ])('names the field at fault: %s', async (param, body) => {
    expect((await add(body).expect(400)).body.error).toMatchObject({ param });
  });
});
