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

  it.each([
    ['nothing', {}, 400],
    ['an unknown field', { nickname: 'x' }, 400],
    ['an unknown role', { roles: ['king'] }, 400],
    ['no role', { roles: [] }, 400],
    ['enabling again', { disabled: false }, 400],
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
