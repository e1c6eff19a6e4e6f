import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../helpers/sign-in-as.ts';
import { createTestContext, type TestContext } from '../helpers/test-context.ts';

let context: TestContext;
let member: string;
let supervisor: string;
let auditor: string;
let administrator: string;

beforeAll(async () => {
  context = await createTestContext();
  member = (await signInAs(context, 'member')).cookie;
  supervisor = (await signInAs(context, 'supervisor')).cookie;
  auditor = (await signInAs(context, 'auditor')).cookie;
  administrator = (await signInAs(context, 'administrator')).cookie;
});

afterAll(() => context[Symbol.asyncDispose]());

function preview(cookie: string, body: object): request.Test {
  return request(context.app).post('/api/redaction/preview').set('cookie', cookie).send(body);
}

function get(cookie: string, path: string): request.Test {
  return request(context.app).get(path).set('cookie', cookie);
}

describe('a preview', () => {
  it('tells the rule, its check and the word that announced a value', async () => {
    const text = 'My passport is E12345678, thanks.';
    const { body } = await preview(member, { text }).expect(200);
    expect(body.profile).toBe('baseline');
    const [found] = body.findings;
    expect(text.slice(found.start, found.end)).toBe('E12345678');
    expect(found.reason.kind).toBe('rule');
    expect(found.reason.validator).toMatch(/\w/);
    expect(text.slice(found.reason.word.start, found.reason.word.end)).toBe('passport');
  });

  it('tells that a value is masked because it stands elsewhere, or is encoded', async () => {
    const mail = 'lin.yue@example.com';
    const text = `Passport E12345678. Later again: E12345678. Encoded: ${Buffer.from(mail).toString('base64')}`;
    const { body } = await preview(member, { text }).expect(200);
    const kinds = body.findings.map((found: { reason: { kind: string } }) => found.reason.kind);
    expect(kinds).toEqual(['rule', 'repeated', 'encoded']);
  });

  it('gives scores in whole hundredths', async () => {
    const text =
      'passport E12345678, card 4111 1111 1111 1111, 手机13812345678, credit card 5500 0000 0000 0004, IBAN GB82WEST12345698765432';
    const { body } = await preview(member, { text }).expect(200);
    const scores: number[] = body.findings.map(({ score }: { score: number }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores.map(String).filter((score) => !/^(1|0\.\d\d?)$/.test(score))).toEqual([]);
  });

  it('names no word for a value that needs none', async () => {
    const { body } = await preview(member, { text: 'Write to lin.yue@example.com.' }).expect(200);
    expect(body.findings[0].reason).not.toHaveProperty('word');
  });

  it('shows another profile than one’s own to those who read the rules only', async () => {
    await preview(member, { text: 'x', profile: 'health' }).expect(403);
    await preview(member, { text: 'x', profile: 'baseline' }).expect(200);
    await preview(supervisor, { text: 'x', profile: 'health' }).expect(200);
    await preview(supervisor, { text: 'x', profile: 'nothing' }).expect(400);
  });
});

describe('the rules of masking', () => {
  it('are listed with what each profile does to each type', async () => {
    const types = await get(auditor, '/api/redaction/types').expect(200);
    expect(types.body.totals.types).toBe(types.body.types.length);
    const { body } = await get(auditor, '/api/redaction/profiles').expect(200);
    const health = body.profiles.find(({ name }: { name: string }) => name === 'health');
    expect(health.types).toHaveLength(types.body.totals.types);
    const because = (id: string): unknown => health.types.find(({ type }: { type: string }) => type === id);
    expect(because('CN_USCC')).toMatchObject({ masked: false, because: 'excluded' });
    expect(because('ETHNICITY')).toMatchObject({ masked: true, because: 'included' });
    expect(because('EMAIL')).toMatchObject({ masked: true, because: 'tier', operator: 'mask' });
    expect(because('DATE_OF_BIRTH')).toMatchObject({ masked: true, operator: 'generalise' });
    expect(because('CN_USCC')).not.toHaveProperty('operator');
  });

  it('are counted type by type, small enough to be sent at once', async () => {
    const { body, text } = await get(auditor, '/api/redaction/types').expect(200);
    const sum = (count: (type: { rules: string[]; tests: Record<string, number> }) => number): number =>
      body.types.reduce(
        (total: number, type: { rules: string[]; tests: Record<string, number> }) => total + count(type),
        0,
      );
    expect(body.totals.rules).toBe(sum(({ rules }) => rules.length));
    expect(body.totals.positives).toBe(sum(({ tests }) => tests['positives'] ?? 0));
    expect(body.totals.negatives).toBe(sum(({ tests }) => tests['negatives'] ?? 0));
    expect(text.length / body.totals.types).toBeLessThan(1_000);
  });

  it('are told in full for one type, with the texts that test them', async () => {
    const { body } = await get(auditor, '/api/redaction/types/CREDIT_CARD').expect(200);
    expect(body.context.en).toContain('credit card');
    expect(body.context.zh).toContain('信用卡');
    const visa = body.rules.find(({ id }: { id: string }) => id === 'card-visa');
    expect(visa).toMatchObject({ kind: 'number', locale: 'visa', needsContext: false });
    expect(visa.forms).toEqual(expect.arrayContaining(['16', '4-4-4-4']));
    expect(visa.positives[0]).toMatch(/⟦.+⟧/);
    expect(visa.negatives).not.toEqual([]);
    await get(auditor, '/api/redaction/types/NO_SUCH_TYPE').expect(404);
  });

  it('say of every type what really happens to it', async () => {
    const { body } = await get(auditor, '/api/redaction/profiles').expect(200);
    const text = 'Salary: 25000 yuan a month.';
    for (const { name, types } of body.profiles) {
      const listed = types.find(({ type }: { type: string }) => type === 'SALARY_AMOUNT').masked;
      const { findings } = (await preview(supervisor, { text, profile: name }).expect(200)).body;
      expect([name, findings.some(({ type }: { type: string }) => type === 'SALARY_AMOUNT')]).toEqual([
        name,
        listed,
      ]);
    }
  });

  it('are not for everybody', async () => {
    await get(member, '/api/redaction/types').expect(403);
    await get(member, '/api/redaction/types/EMAIL').expect(403);
    await get(member, '/api/redaction/profiles').expect(403);
  });
});

describe('the rules of an operator', () => {
  const path = '/api/redaction/custom-rules';
  const check = (cookie: string, body: object): request.Test =>
    request(context.app).post(`${path}/check`).set('cookie', cookie).send(body);

  it('are listed in pages with the tests as they come out', async () => {
    const { body } = await get(auditor, `${path}?limit=1`).expect(200);
    expect(body).toMatchObject({ total: 2, next: 'project-code-names' });
    expect(body.rules).toMatchObject([
      {
        id: 'project-code-names',
        type: 'PROJECT_CODE_NAME',
        tier: 'indirect',
        file: 'project-code-names.yaml',
        line: 8,
        wordCount: 4,
        context: [],
        profiles: expect.arrayContaining(['baseline', 'strict']),
      },
    ]);
    expect(body.rules[0].tests.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      Array.from({ length: 4 }, () => 'passed'),
    );
    const rest = await get(auditor, `${path}?limit=1&after=${body.next}`).expect(200);
    expect(rest.body.rules).toMatchObject([{ id: 'project-numbers', context: ['project', '项目', '立项'] }]);
    expect(rest.body).not.toHaveProperty('next');
    await get(auditor, `${path}?after=no-such-rule`).expect(400);
    await get(member, path).expect(403);
  });

  it('are tried without being kept', async () => {
    const { policies } = context.services;
    const { text } = policies.files().find((file) => file.path.endsWith('project-code-names.yaml')) ?? {
      text: '',
    };
    const draft = { file: 'project-code-names.yaml', text: text.replaceAll('Heron', 'Kestrel') };
    const { body } = await check(administrator, { ...draft, sample: 'Ask Project Kestrel.' }).expect(200);
    expect(body.problems).toEqual([]);
    expect(body.findings).toEqual([
      { type: 'PROJECT_CODE_NAME', rule: 'project-code-names', start: 4, end: 19 },
    ]);
    const after = await preview(supervisor, { text: 'Ask Project Kestrel and Project Heron.' }).expect(200);
    expect(after.body.findings.map(({ start }: { start: number }) => start)).toEqual([24]);
  });

  it('are tried by those who try policies, within bounds', async () => {
    await check(supervisor, { text: 'x' }).expect(403);
    await check(administrator, { text: 'x'.repeat(200_001) }).expect(400);
    await check(administrator, { text: 'x', file: '../x.yaml' }).expect(400);
    const { body } = await check(administrator, { text: 'rules:\n  - 5' }).expect(200);
    expect(body.problems).toMatchObject([{ line: 2 }]);
  });
});
