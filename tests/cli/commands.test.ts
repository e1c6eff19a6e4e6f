import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli } from '../helpers/run-cli.ts';
import { runInProcess } from '../helpers/run-in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'intramura-commands-'));
const environment = { INTRAMURA_DATA: join(folder, 'data'), INTRAMURA_SAMPLES: 'off' };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('usage', () => {
  it('no command, an unknown one and a wrong option exit with 64', async () => {
    expect((await runCli([])).code).toBe(64);
    expect((await runCli(['dance'])).code).toBe(64);
    expect((await runCli(['audit', 'verify', '--loudly'])).code).toBe(64);
    expect((await runCli(['audit', 'prove'])).code).toBe(64);
  });

  it('help lists every command', async () => {
    const { code, out } = await runCli(['help']);
    expect(code).toBe(0);
    for (const name of ['serve', 'demo', 'ask', 'redact', 'knowledge import', 'audit verify', 'backup']) {
      expect(out).toContain(name);
    }
  });
});

describe('redact', () => {
  it('masks JSON Lines in order, with findings at UTF-16 offsets of the input', async () => {
    const lines = [
      { id: 'a', text: '😀 mail me at jo@mail.example' },
      { id: 2, text: 'nothing here' },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const { code, out } = await runCli(['redact'], { input, environment });
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
    expect(code).toBe(0);
    expect(first).toMatchObject({
      id: 'a',
      masked: expect.stringMatching(/^😀 mail me at \[EMAIL_1[A-Z]\]$/),
      findings: [{ type: 'EMAIL', start: 14, end: 29 }],
    });
    expect(second).toEqual({ id: 2, masked: 'nothing here', findings: [] });
  });

  it('says which line is not JSON', async () => {
    const result = await runInProcess(['redact'], { input: '{"text":"ok"}\nnot json\n', environment });
    expect(result.code).toBe(64);
    expect(result.err).toContain('Line 2');
  });

  it('takes any language tag, runs the rules of all locales, and refuses what is no tag', async () => {
    const input = '{"text":"手机13812345678"}\n';
    const german = await runInProcess(['redact', '--locale', 'de-CH'], { input, environment });
    expect(german.out).toContain('CN_MOBILE');
    const wrong = await runInProcess(['redact', '--locale', 'not a locale'], { input, environment });
    expect(wrong.code).toBe(64);
    expect(wrong.err).toContain('BCP 47');
  });

  it('lists its types and rules with totals', async () => {
    const { out } = await runInProcess(['redact', '--list'], { environment });
    const listing = z
      .object({ totals: z.object({ types: z.number(), rules: z.number() }) })
      .parse(JSON.parse(out));
    expect(listing.totals.types).toBeGreaterThanOrEqual(25);
  });
});

describe('knowledge, ask, audit and backup', () => {
  it('go through one life of a small organisation', { timeout: 180_000 }, async () => {
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    writeFileSync(
      join(documents, 'parking.md'),
      '# Parking\n\nVisitors may park on level minus three for two hours.\n',
    );
    const imported = await runCli(['knowledge', 'import', documents, '--collection', 'house'], {
      environment,
    });
    const reports = imported.out
      .trim()
      .split('\n')
      .map((line) => z.looseObject({ status: z.string() }).parse(JSON.parse(line)));
    expect(reports.filter(({ status }) => status === 'imported')).toHaveLength(1);

    const again = await runInProcess(
      ['knowledge', 'import', join(documents, 'parking.md'), '--collection', 'house'],
      {
        environment,
      },
    );
    expect(JSON.parse(again.out)).toMatchObject({ status: 'unchanged' });

    const found = await runInProcess(['knowledge', 'search', 'visitors park', '--collection', 'house'], {
      environment,
    });
    expect(JSON.parse(found.out)).toMatchObject({ hits: [{ title: 'Parking' }] });

    const asked = await runCli(['ask', 'How long may visitors park?', '--json'], { environment });
    expect(JSON.parse(asked.out)).toMatchObject({
      answer: 'Visitors may park on level minus three for two hours. [1]',
      sources: [{ title: 'Parking' }],
    });

    writeFileSync(
      join(folder, 'eval.jsonl'),
      `${JSON.stringify({ query: 'parking', relevant: ['parking.md'] })}\n`,
    );
    const scored = await runInProcess(
      ['knowledge', 'eval', join(folder, 'eval.jsonl'), '--collection', 'house'],
      {
        environment,
      },
    );
    expect(scored.code).toBe(0);

    const proof = await runInProcess(['audit', 'prove', '--seq', '1'], { environment });
    writeFileSync(join(folder, 'proof.txt'), proof.out);
    expect(
      (await runInProcess(['audit', 'check-proof', join(folder, 'proof.txt')], { environment })).code,
    ).toBe(0);

    const exported = await runInProcess(['audit', 'export', '--format', 'jsonl'], { environment });
    writeFileSync(join(folder, 'log.jsonl'), exported.out);
    expect(
      (await runInProcess(['audit', 'verify', '--export', join(folder, 'log.jsonl')], { environment })).code,
    ).toBe(0);

    const epochKey = 'audit-epoch-1.key';
    const safe = ['--epoch-keys', join(folder, 'safe')];
    expect((await runInProcess(['backup', join(folder, 'backup'), ...safe], { environment })).code).toBe(0);
    expect(existsSync(join(folder, 'backup', 'audit-keys.db'))).toBe(true);
    expect(readdirSync(join(folder, 'backup', 'keys'))).not.toContain(epochKey);
    expect(readdirSync(join(folder, 'safe'))).toEqual([epochKey]);
    const whole = { ...environment, INTRAMURA_DATA: join(folder, 'whole') };
    await runInProcess(['restore', join(folder, 'backup'), ...safe], { environment: whole });
    expect(existsSync(join(folder, 'whole', 'audit-keys.db'))).toBe(true);
    expect(readdirSync(join(folder, 'whole', 'keys'))).toContain(epochKey);
    const elsewhere = { ...environment, INTRAMURA_DATA: join(folder, 'restored') };
    expect((await runInProcess(['restore', join(folder, 'backup')], { environment: elsewhere })).code).toBe(
      0,
    );
    expect(existsSync(join(folder, 'restored', 'keys.db'))).toBe(true);
    const restored = await runInProcess(['ask', 'How long may visitors park?', '--json'], {
      environment: elsewhere,
    });
    expect(restored.out).toContain('level minus three');
    expect((await runInProcess(['audit', 'verify'], { environment: elsewhere })).code).toBe(0);
  });
});

describe('people', () => {
  const people = { ...environment, INTRAMURA_DATA: join(folder, 'people') };

  it('are added, get another password and are disabled', { timeout: 120_000 }, async () => {
    const input = 'correct horse\n';
    const added = await runInProcess(['user', 'add', 'Ada', '--role', 'member'], {
      input,
      environment: people,
    });
    expect(JSON.parse(added.out)).toMatchObject({ username: 'ada', roles: ['member'] });
    const password = await runInProcess(['user', 'password', 'ADA'], {
      input: 'battery staple\n',
      environment: people,
    });
    expect(JSON.parse(password.out)).toMatchObject({ username: 'ada', changed: 'password' });
    const disabled = await runInProcess(['user', 'disable', 'ada'], { environment: people });
    expect(JSON.parse(disabled.out)).toMatchObject({ username: 'ada', changed: 'disabled' });
    const log = await runInProcess(['audit', 'export', '--format', 'jsonl'], { environment: people });
    expect(log.out.match(/user\.updated/g)).toHaveLength(2);
    expect(log.out).not.toMatch(/staple/);
    const nobody = await runInProcess(['user', 'disable', 'nobody'], { environment: people });
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('ERR_NOT_FOUND')]);
  });

  it('get no password that is too short', async () => {
    const short = await runInProcess(['user', 'password', 'ada'], { input: 'short\n', environment: people });
    expect(short.code).toBe(64);
    expect(short.err).toContain('at least 8 characters');
    expect(short.err).not.toContain('short\n');
  });
});

describe('policy and configuration', () => {
  it('the policies meet their tests', async () => {
    const { code, out } = await runCli(['policy', 'test'], { environment });
    expect(code).toBe(0);
    expect(out).toMatch(/^\d{2,} passed, 0 failed/);
  });

  it('a decision is explained', async () => {
    const file = join(folder, 'decide.json');
    writeFileSync(file, JSON.stringify({ principal: { roles: ['auditor'] }, action: 'audit:read' }));
    const { out } = await runInProcess(['policy', 'decide', file], { environment });
    expect(JSON.parse(out)).toMatchObject({ allowed: true, reasons: [expect.any(String)] });
  });

  it.each([
    ['is not there', undefined, 'cannot be read'],
    ['is not JSON', '{"principal":', 'not JSON'],
    ['has another shape', '{"principal":{"roles":["king"]},"action":"audit:read"}', 'principal.roles.0'],
  ])('a decision request that %s is wrong usage', async (name, content, message) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.json`);
    if (content !== undefined) writeFileSync(file, content);
    const { code, err } = await runInProcess(['policy', 'decide', file], { environment });
    expect(code).toBe(64);
    expect(err).toContain(message);
  });

  it('the configuration is printed without secrets', async () => {
    const secret = { ...environment, INTRAMURA_ADMIN_PASSWORD: 'very-secret-indeed' };
    const { out } = await runInProcess(['config', 'print'], { environment: secret });
    expect(JSON.parse(out)).toMatchObject({ host: '127.0.0.1' });
    expect(out).not.toContain('very-secret-indeed');
  });

  it('docs/configuration.md is what the settings say', async () => {
    const { renderConfigurationDocs } = await import('../../scripts/configuration-docs.ts');
    expect(readFileSync('docs/configuration.md', 'utf8')).toBe(renderConfigurationDocs());
  });
});
