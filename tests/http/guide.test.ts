import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askTurn } from '../helpers/ask-turn.ts';
import { signInAs } from '../helpers/sign-in-as.ts';
import { ADMIN_PASSWORD, createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
/** Of the first administrator. */
let first: string;

beforeAll(async () => {
  context = await createTestContext();
  const { token } = await context.services.identity.sessions.signIn('admin', ADMIN_PASSWORD);
  first = `intramura_session=${token}`;
});

afterAll(() => context[Symbol.asyncDispose]());

interface Guide {
  readonly offered: boolean;
  readonly skipped: boolean;
  readonly steps: readonly { id: string; done: boolean }[];
}

const guide = async (cookie: string): Promise<Guide> =>
  (await request(context.app).get('/api/guide').set('cookie', cookie).expect(200)).body;

const done = async (): Promise<string[]> =>
  (await guide(first)).steps.filter((step) => step.done).map(({ id }) => id);

describe('the first-run guide', () => {
  it('is offered to the first person with every step open', async () => {
    expect(await guide(first)).toEqual({
      offered: true,
      skipped: false,
      steps: ['change-password', 'ask-sample', 'import-document', 'bring-model', 'invite-people'].map(
        (id) => ({
          id,
          done: false,
        }),
      ),
    });
  });

  it('ticks off what has happened', async () => {
    const { app, services } = context;
    await request(app)
      .post('/api/auth/password')
      .set('cookie', first)
      .send({ current: ADMIN_PASSWORD, next: 'another battery staple' })
      .expect(204);
    expect(await done()).toEqual(['change-password']);
    const { body } = await request(app).post('/api/conversations').set('cookie', first).send({});
    expect(await done()).toEqual(['change-password']);
    await askTurn(app, first, body.id ?? body.conversation.id, { question: 'What is owed?' });
    expect(await done()).toEqual(['change-password', 'ask-sample']);
    await services.knowledge.createCollection({
      id: 'own',
      name: 'Own',
      classification: 'internal',
      readers: [],
    });
    await request(app)
      .post('/api/collections/own/documents')
      .set('cookie', first)
      .attach('file', Buffer.from('# Leave\n\nThirty days.\n'), 'leave.md')
      .expect(202);
    await services.jobs.idle();
    expect(await done()).toEqual(['change-password', 'ask-sample', 'import-document']);
    await signInAs(context, 'member');
    expect(await done()).toEqual(['change-password', 'ask-sample', 'import-document', 'invite-people']);
  });

  it('opens the step again when somebody else has given the password', async () => {
    const { users } = context.services.identity;
    const admin = await users.byUsername('admin');
    await users.update(admin?.id ?? '', { password: ADMIN_PASSWORD });
    const { token } = await context.services.identity.sessions.signIn('admin', ADMIN_PASSWORD);
    first = `intramura_session=${token}`;
    expect(await done()).toEqual(['ask-sample', 'import-document', 'invite-people']);
  });

  it('is skipped, found again, and never offered twice', async () => {
    const skip = (skipped: boolean): request.Test =>
      request(context.app).put('/api/guide').set('cookie', first).send({ skipped });
    await skip(true).expect(204);
    expect(await guide(first)).toMatchObject({ offered: false, skipped: true });
    await skip(false).expect(204);
    expect(await guide(first)).toMatchObject({ offered: false, skipped: false });
  });

  it('shows others their own steps only, and is not offered to them', async () => {
    const auditor = await signInAs(context, 'auditor');
    expect(await guide(auditor.cookie)).toEqual({
      offered: false,
      skipped: false,
      steps: [{ id: 'change-password', done: false }],
    });
    const administrator = await signInAs(context, 'administrator');
    const { offered, steps } = await guide(administrator.cookie);
    expect(offered).toBe(false);
    expect(steps.map(({ id }) => id)).toEqual(['change-password', 'bring-model', 'invite-people']);
  });
});
