import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type OpenAI from 'openai';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScriptedModel } from '../helpers/scripted-model.ts';
import { type SignedInAs, signInAs } from '../helpers/sign-in-as.ts';
import { createClient, type Listening, listen } from '../helpers/test-client.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

const profile = `name: site
title: Every operator once
tiers: [critical, personal, indirect]
operators:
  - { types: [CARD_CVV], use: block }
  - { types: [US_PHONE, PHONE_INTL], use: warn }
  - { types: [IBAN], use: encrypt }
  - { types: [EMAIL], roles: [supervisor], use: mask }
  - { types: [EMAIL], use: mask, restore: none }
`;
const IBAN = 'GB33BUKB20201555555555';
const MAIL = 'lin.yue@example.com';
const PASSWORD = 'qiu\\2024x';
const KEY = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7
VJTUt9Us8cKjMzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDu
-----END PRIVATE KEY-----`;

const model = createScriptedModel();
const policiesDir = mkdtempSync(join(tmpdir(), 'intramura-policies-'));
let context: TestContext;
let server: Listening;
let client: OpenAI;
let member: SignedInAs;
let officer: SignedInAs;

beforeAll(async () => {
  cpSync('policies', policiesDir, { recursive: true });
  writeFileSync(join(policiesDir, 'redaction', 'site.yaml'), profile);
  const rule = `{ models: ['*'], roles: [member, agent, supervisor, knowledge-editor], maskProfile: site }`;
  writeFileSync(join(policiesDir, 'models.yaml'), `rules:\n  - ${rule}\n`);
  context = await createTestContext({
    environment: { INTRAMURA_POLICIES: policiesDir, INTRAMURA_MODELS: model.modelsDir },
    overrides: { spawnHost: model.spawnHost },
  });
  server = await listen(context.app);
  client = createClient(server.url, context.key);
  member = await signInAs(context, 'member');
  officer = await signInAs(context, 'privacy-officer');
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await context[Symbol.asyncDispose]();
  model[Symbol.dispose]();
  rmSync(policiesDir, { recursive: true, force: true });
});

const chat = (content: string, more: object = {}): request.Test =>
  request(context.app)
    .post('/v1/chat/completions')
    .set('cookie', member.cookie)
    .send({ messages: [{ role: 'user', content }], intramura: { grounding: 'off' }, ...more });
const open = (as: SignedInAs, text: string, reason = `Complaint 118, asked by ${MAIL}`): request.Test =>
  request(context.app).post('/api/redaction/open').set('cookie', as.cookie).send({ text, reason });

describe('a value that is blocked', () => {
  const text = 'The card is 4539 1488 0343 6467, cvv 931.';

  it('refuses the request with its type and without the value, and leaves an entry', async () => {
    const { body } = await chat(text).expect(422);
    expect(body.error).toMatchObject({
      code: 'ERR_REDACTION_BLOCKED',
      type: 'invalid_request_error',
      message: expect.stringContaining('CARD_CVV'),
    });
    expect(JSON.stringify(body)).not.toMatch(/931|4539/);
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'exchange.refused' });
    expect(entry?.leaf).toMatchObject({ code: 'ERR_REDACTION_BLOCKED' });
  });

  it('refuses an embedding too, and is told in the preview before anything is sent', async () => {
    const embedder = context.services.catalog.models.find(({ purpose }) => purpose === 'embedding')?.id;
    await request(context.app)
      .post('/v1/embeddings')
      .set('cookie', member.cookie)
      .send({ model: embedder, input: text })
      .expect(422);
    const { body } = await request(context.app)
      .post('/api/redaction/preview')
      .set('cookie', member.cookie)
      .send({ text })
      .expect(200);
    const operators = body.findings.map(({ type, operator }: Record<string, string>) => [type, operator]);
    expect(operators).toEqual([
      ['CREDIT_CARD', 'mask'],
      ['CARD_CVV', 'block'],
    ]);
  });
});

it('a value that is let through reaches the model, and the answer tells of it', async () => {
  model.say('Noted.');
  const { body } = await chat('Call me on +1 (415) 555-2671, please.').expect(200);
  const { warned, redaction } = body.intramura;
  expect(Object.values(warned)).toEqual([1]);
  expect(redaction).toEqual({});
});

it('a placeholder of a type that is not for this caller stays, and is counted', async () => {
  model.say('Write to <<EMAIL>>.');
  const { body } = await chat(`My address is ${MAIL}.`).expect(200);
  expect(body.choices[0].message.content).toMatch(/^Write to \[EMAIL_1[A-Y]\]\.$/);
  expect(body.intramura).toMatchObject({ withheld: 1, redaction: { EMAIL: 1 } });
});

it('an answer in JSON stays JSON when values come back, streamed or not', async () => {
  model.say('{"password":"<<PASSWORD>>","key":["<<KEY>>"]}');
  const body = {
    model: 'starter-model',
    messages: [{ role: 'user' as const, content: `password: ${PASSWORD} and\n${KEY}` }],
    response_format: { type: 'json_object' as const },
  };
  const whole = await client.chat.completions.create(body);
  const content = whole.choices[0]?.message.content ?? '';
  expect(JSON.parse(content)).toEqual({ password: PASSWORD, key: [KEY] });
  let streamed = '';
  for await (const chunk of await client.chat.completions.create({ ...body, stream: true }))
    streamed += chunk.choices[0]?.delta.content ?? '';
  expect(streamed).toBe(content);
});

describe('a value that was encrypted', () => {
  it('is opened by a privacy officer, under an entry of the audit log, and by nobody else', async () => {
    const { body } = await request(context.app)
      .post('/api/redaction/preview')
      .set('cookie', member.cookie)
      .send({ text: `IBAN ${IBAN}` })
      .expect(200);
    expect(body.masked).not.toContain(IBAN);
    await open(member, body.masked).expect(403);
    const opened = await open(officer, body.masked).expect(200);
    expect(opened.body).toEqual({
      text: `IBAN ${IBAN}`,
      opened: { IBAN: 1 },
      tokens: [{ start: 5, end: body.masked.length, label: 'IBAN', type: 'IBAN', value: IBAN }],
      reason: 'Complaint 118, asked by [EMAIL]',
    });
    const [entry] = await context.services.audit.entries({ limit: 1, type: 'redaction.opened' });
    expect(entry?.leaf).toMatchObject({
      actor: { id: officer.id },
      opened: { IBAN: 1 },
      unopened: 0,
      reason: 'Complaint 118, asked by [EMAIL]',
    });
    expect(JSON.stringify(entry)).not.toMatch(new RegExp(`${IBAN}|${MAIL}`));
  });

  it('is told apart from what was changed, cut or made elsewhere, which leaves an entry too', async () => {
    const text = `[IBAN$${'A'.repeat(60)}] [PHONE$AAAAAAAAAAAA`;
    const { body } = await open(officer, text).expect(200);
    expect(body.tokens.map(({ problem }: { problem: string }) => problem)).toEqual([
      'unreadable',
      'malformed',
    ]);
    expect(body).toMatchObject({ text, opened: {} });
    const entries = await context.services.audit.entries({ limit: 100, type: 'redaction.opened' });
    expect(entries.at(-1)?.leaf).toMatchObject({ opened: {}, unopened: 2 });
  });

  it('is not opened without a reason, nor too many at a time', async () => {
    await open(officer, '[IBAN$AAAAAAAAA', 'because').expect(400);
    await open(officer, '[IBAN$AAAAAAAAA '.repeat(101)).expect(400);
    await open(officer, 'x'.repeat(100_001)).expect(400);
  });
});
