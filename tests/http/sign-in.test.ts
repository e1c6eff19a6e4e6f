import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/sign-in-as.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
/** Of a member. */
let cookie: string | undefined;

beforeAll(async () => {
  context = await createTestContext();
});

afterAll(() => context[Symbol.asyncDispose]());

const signIn = (username: string, password = 'wrong wrong wrong'): request.Test =>
  request(context.app).post('/api/auth/login').send({ username, password });

describe('guessing passwords', () => {
  it('of one account stops after ten a minute, however the name is spelled', async () => {
    const spellings = [
      'admin',
      'ADMIN',
      ' admin',
      'admin ',
      'Admin',
      'ａdmin',
      'aDmin',
      'adMin',
      'admIn',
      'admiN',
    ];
    for (const spelling of spellings) await signIn(spelling).expect(401);
    const refused = await signIn('admin', ADMIN_PASSWORD).expect(429);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(1);
    expect(refused.body.error).toMatchObject({
      code: 'ERR_RATE_LIMITED',
      message: expect.stringContaining(`${wait} s`),
    });
    await signIn('somebody-else').expect(401);
  });

  it('of many accounts stops after sixty a minute from one address', async () => {
    // No account can have this name: these share one budget, and cost nothing once it is spent.
    for (let attempt = 0; attempt < 60; attempt += 1) await signIn(`no name ${attempt}`);
    await signIn('yet-another').expect(429);
  });
});

describe('a bearer credential', () => {
  it.each(['Bearer a b', 'Bearer', 'bearer  ', 'Bearer \u00e9', `Bearer ${'x'.repeat(600)}`, 'Bearer\ta'])(
    'that is no key is refused though a cookie would do: %j',
    async (authorization) => {
      cookie ??= (await signInAs(context, 'member')).cookie;
      const me = (): request.Test =>
        request(context.app)
          .get('/api/auth/me')
          .set('cookie', cookie ?? '');
      await me().expect(200);
      await me().set('authorization', authorization).expect(401);
    },
  );

  it('leaves other schemes to whoever stands in front', async () => {
    cookie ??= (await signInAs(context, 'member')).cookie;
    await request(context.app)
      .get('/api/auth/me')
      .set('cookie', cookie)
      .set('authorization', 'Basic eDp5')
      .expect(200);
  });
});
