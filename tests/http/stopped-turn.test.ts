import { setTimeout as pause } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createScriptedModel } from '../helpers/scripted-model.ts';
import { signInAs, type SignedInAs } from '../helpers/sign-in-as.ts';
import { type Listening, listen } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const FIRST = 'Full-time employees receive 25 working days of paid annual leave [1].';
const QUESTION = 'How many days of paid holiday do full-time staff get each year?';

const model = createScriptedModel({ pauseMs: 5 });
let context: TestContext;
let server: Listening;
let member: SignedInAs;

beforeAll(async () => {
  context = await createTestContext({
    overrides: { spawnHost: model.spawnHost },
    environment: { INTRAMURA_SAMPLES: './samples', INTRAMURA_MODELS: model.modelsDir },
  });
  server = await listen(context.app);
  member = await signInAs(context, 'member');
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
  model[Symbol.dispose]();
});

it('a stopped answer keeps what had been sent, is marked, and is audited as aborted', async () => {
  model.say(`${FIRST} ${`${FIRST} `.repeat(50)}`);
  const started = await request(context.app)
    .post('/api/conversations')
    .set('cookie', member.cookie)
    .send({})
    .expect(201);
  const id = String(started.body.id);
  const stop = new AbortController();
  const response = await fetch(`${server.url}/api/conversations/${id}/turns`, {
    method: 'POST',
    headers: { cookie: member.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ question: QUESTION }),
    signal: stop.signal,
  });
  expect(response.status).toBe(200);
  let text = '';
  const decoder = new TextDecoder();
  await expect(async () => {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('annual leave')) stop.abort();
    }
  }).rejects.toThrow(/abort/i);
  const turn = await keptTurn(id);
  expect(turn).toMatchObject({ state: 'stopped', question: QUESTION });
  expect(turn).not.toHaveProperty('outcome');
  expect(turn.answer.startsWith(FIRST)).toBe(true);
  expect(turn.answer.length).toBeLessThan(FIRST.length * 40);
  const [failed] = await context.services.audit.entries({ limit: 5, type: 'exchange.failed' });
  expect(failed?.leaf).toMatchObject({ code: 'ERR_EXCHANGE_ABORTED' });
});

async function keptTurn(id: string): Promise<{ answer: string }> {
  for (;;) {
    const { body } = await request(context.app)
      .get(`/api/conversations/${id}`)
      .set('cookie', member.cookie)
      .expect(200);
    if (body.turns.length > 0) return body.turns[0];
    await pause(20);
  }
}
