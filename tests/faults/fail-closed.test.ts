import request from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { createFailingRedactor } from '../helpers/failing-redactor.ts';
import { lockDatabase } from '../helpers/lock-database.ts';
import { listen } from '../helpers/test-client.ts';
import { createTeedHosts, workIn } from '../helpers/teed-hosts.ts';
import {
  ADMIN_PASSWORD,
  createTestContext,
  type TestContext,
  type TestOptions,
} from '../helpers/test-context.ts';

const QUESTION = 'How many days of paid holiday do full-time staff get each year?';

let context: TestContext | undefined;

afterEach(async () => {
  await context?.[Symbol.asyncDispose]();
  context = undefined;
});

async function open(options: TestOptions): Promise<TestContext> {
  context = await createTestContext({
    ...options,
    environment: { INTRAMURA_SAMPLES: './samples', ...options.environment },
  });
  return context;
}

function ask({ app, key }: TestContext, extra: object = {}): request.Test {
  return request(app)
    .post('/v1/chat/completions')
    .set('authorization', `Bearer ${key}`)
    .send({ messages: [{ role: 'user', content: QUESTION }], ...extra });
}

describe('with a detector that throws', () => {
  it('the path is closed, nothing reaches a model, and it opens again once the cause is gone', async () => {
    const hosts = createTeedHosts();
    const { redactor, fail } = createFailingRedactor();
    const opened = await open({ overrides: { redactor, spawnHost: hosts.spawnHost } });
    fail('a detector throws');
    const before = hosts.bytes().length;
    const plain = await ask(opened).expect(503);
    expect(plain.body).toMatchObject({ error: { type: 'server_error', code: 'ERR_REDACTION_FAILED' } });
    const streamed = await ask(opened, { stream: true }).expect(503);
    expect(streamed.text).not.toContain('data:');
    expect(workIn(hosts.bytes().slice(before))).toEqual([]);
    const refused = await opened.services.audit.entries({ limit: 10, type: 'exchange.refused' });
    expect(refused).toHaveLength(2);
    fail(undefined);
    await ask(opened).expect(200);
  });
});

describe('with a model process that is killed in mid-answer', () => {
  it('the stream ends in a clean error with no token after it, the failure is audited, and the next request works', async () => {
    const hosts = createTeedHosts();
    const opened = await open({ overrides: { spawnHost: hosts.spawnHost } });
    const server = await listen(opened.app);
    try {
      const response = await fetch(`${server.url}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${opened.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          messages: [{ role: 'user', content: QUESTION }],
          stream: true,
          // A long answer: free text of a model that is made to go on.
          max_tokens: 400,
          response_format: longSchema,
          intramura: { grounding: 'off' },
        }),
      });
      const events = await readUntilKilled(response, () => {
        hosts.latest('llama').kill('SIGKILL');
      });
      const failure = events.findIndex((event) => event.includes('"error"'));
      expect(failure).toBeGreaterThan(0);
      expect(events.slice(failure + 1)).toEqual([]);
      expect(JSON.parse(events[failure] ?? '{}')).toMatchObject({
        error: { type: 'server_error', code: 'ERR_INFERENCE_UNAVAILABLE' },
      });
    } finally {
      await server[Symbol.asyncDispose]();
    }
    const [intended] = await opened.services.audit.entries({ limit: 10, type: 'exchange.intended' });
    const [failed] = await opened.services.audit.entries({ limit: 10, type: 'exchange.failed' });
    expect(failed?.leaf).toMatchObject({ outcome_of: intended?.seq, code: 'ERR_INFERENCE_UNAVAILABLE' });
    await ask(opened).expect(200);
    expect((await opened.services.audit.verify()).exitCode).toBe(0);
  });
});

/** An object of many long strings: the grammar makes the model write until max_tokens. */
const longSchema = {
  type: 'json_schema',
  json_schema: {
    name: 'long',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `field${index}`,
          { type: 'string', minLength: 80, maxLength: 120 },
        ]),
      ),
    },
  },
};

/** The stream's events; `kill` is called after the first text. */
async function readUntilKilled(response: Response, kill: () => void): Promise<string[]> {
  const decoder = new TextDecoder();
  let text = '';
  let killed = false;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (!killed && /"content":"[^"]/.test(text)) {
      killed = true;
      kill();
    }
  }
  expect(killed).toBe(true);
  return Array.from(text.matchAll(/^data: (.*)$/gm), (match) => match[1] ?? '');
}

describe('with an audit log that cannot be written', () => {
  it('nothing is answered, no model is called, and the next request works once it can be', async () => {
    const hosts = createTeedHosts();
    const opened = await open({ overrides: { spawnHost: hosts.spawnHost } });
    await ask(opened).expect(200);
    const lock = lockDatabase(`${opened.dataDir}/audit.db`);
    const before = hosts.bytes().length;
    const refused = await ask(opened).expect(503);
    expect(refused.body).toMatchObject({ error: { code: 'ERR_AUDIT_UNAVAILABLE' } });
    expect(refused.text).not.toContain('25 working days');
    expect(workIn(hosts.bytes().slice(before))).not.toContain('generate');
    lock.release();
    const answered = await ask(opened).expect(200);
    expect(answered.text).toContain('25 working days');
    expect((await opened.services.audit.verify()).exitCode).toBe(0);
  });

  it('nothing is changed either: a person that no entry tells of is not made', async () => {
    const opened = await open({ environment: { INTRAMURA_SAMPLES: 'off' } });
    const login = await request(opened.app)
      .post('/api/auth/login')
      .send({ username: 'admin', password: ADMIN_PASSWORD })
      .expect(200);
    const cookie = login.headers['set-cookie']?.[0] ?? '';
    const addPerson = (): request.Test =>
      request(opened.app)
        .post('/api/users')
        .set('cookie', cookie)
        .send({
          username: 'mallory',
          displayName: 'Mallory',
          password: 'correct horse battery',
          roles: ['auditor'],
        });
    const lock = lockDatabase(`${opened.dataDir}/audit.db`);
    await addPerson().expect(503);
    lock.release();
    expect(await opened.services.identity.users.count()).toBe(1);
    await addPerson().expect(201);
    const types = (await opened.services.audit.entries({ limit: 100 })).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['change.requested', 'user.created']);
  });
});
