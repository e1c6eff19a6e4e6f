import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import type { Detector } from '../../../server/redaction/detector.ts';
import { maskExchange } from '../../../server/redaction/mask-exchange.ts';
import { loadMaskProfiles } from '../../../server/redaction/mask-profile.ts';
import { createRedactor } from '../../../server/redaction/redactor.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { createEverythingRedactor, everything } from './redaction-bench.ts';

const broken: Detector = {
  id: 'broken',
  detect(view) {
    throw new Error(`cannot read ${view.text}`);
  },
};

async function errorOf(act: () => unknown): Promise<AppError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('It did not fail with an AppError.');
}

describe('masking fails closed', () => {
  it('with 503 and without the text when a detector throws', async () => {
    const redactor = createRedactor({ profiles: [everything], random: systemRandom, detectors: [broken] });
    const error = await errorOf(() => redactor.openVault('baseline').mask('lin@example.com'));
    expect(error).toMatchObject({ code: 'ERR_REDACTION_FAILED', status: 503 });
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('lin@');
  });

  it('with 413 when a text is too long to be searched', async () => {
    const redactor = createRedactor({ profiles: [everything], random: systemRandom, maxLength: 10 });
    const vault = redactor.openVault('baseline');
    expect(await vault.mask('no numbers')).toBe('no numbers');
    expect(await errorOf(() => vault.mask('no numbers!'))).toMatchObject({
      code: 'ERR_REQUEST_TOO_LARGE',
      status: 413,
    });
  });

  it('with 503 when a detector takes too long, also when it is the last one', async () => {
    let time = 0;
    const slow: Detector = {
      id: 'slow',
      detect() {
        time += 60;
        return [];
      },
    };
    const redact = (detectors: readonly Detector[]) =>
      createRedactor({
        profiles: [everything],
        random: systemRandom,
        detectors,
        deadlineMs: 100,
        now: () => time,
      }).openVault('baseline');
    expect(await redact([slow]).mask('lin@example.com')).toBe('lin@example.com');
    for (const detectors of [
      [slow, slow],
      [slow, slow, slow],
    ]) {
      time = 0;
      const error = await errorOf(() => redact(detectors).mask('lin@example.com'));
      expect(error).toMatchObject({ code: 'ERR_REDACTION_FAILED', status: 503 });
      expect(time).toBe(120);
    }
  });

  it('for a profile that is not there', async () => {
    const redactor = createEverythingRedactor();
    expect((await errorOf(() => redactor.openVault('none'))).code).toBe('ERR_POLICY_INVALID');
  });
});

describe('a preview', () => {
  const redactor = createEverythingRedactor();

  it('has findings in UTF-16 offsets of the input that are disjoint, in order and replaced', () => {
    const text = '😀 姓名：林秋月，手机１３７２８１９４６０５，mail lin@example.com';
    const { masked, findings } = redactor.previewByRules(text);
    expect(findings.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ['CN_PERSON_NAME', '林秋月'],
      ['CN_MOBILE', '１３７２８１９４６０５'],
      ['EMAIL', 'lin@example.com'],
    ]);
    expect(masked).toMatch(/^😀 姓名：\[PERSON_1\w\]，手机\[PHONE_1\w\]，mail \[EMAIL_1\w\]$/);
  });

  it('keeps findings disjoint for any text', () => {
    const parts = fc.constantFrom(
      '13728194605',
      'lin@x.cn',
      '6228480012345678903',
      ' ',
      '-',
      '姓名：林秋',
      'key=',
      'a1b2',
    );
    const check = fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
      const { findings } = redactor.previewByRules(list.join(''));
      for (const [index, finding] of findings.entries()) {
        expect(finding.start).toBeLessThan(finding.end);
        expect(finding.start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0);
        expect(finding.score).toBeGreaterThan(0);
        expect(finding.score).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('reports no finding for text that only looks like a placeholder', () => {
    expect(redactor.previewByRules('[PERSON_1K]').findings).toEqual([]);
  });
});

describe('the listing', () => {
  const { types, rules, totals } = createEverythingRedactor().list();

  it('counts at least 30 types, each with a rule', () => {
    expect(totals).toMatchObject({ types: types.length, rules: rules.length });
    expect(types.length).toBeGreaterThanOrEqual(30);
    expect(types.filter((type) => type.rules.length === 0)).toEqual([]);
  });

  it('has labels that a placeholder can carry', () => {
    for (const { label } of types) expect(label).toMatch(/^[A-Z][A-Z_]{1,9}$/);
  });
});

describe('maskExchange', () => {
  const redactor = createRedactor({ profiles: loadMaskProfiles('policies/redaction'), random: systemRandom });
  const admitted = {
    id: 'ex',
    principal: { kind: 'user', id: 'u', name: 'n', roles: ['member'] },
    messages: [
      { role: 'system', content: 'The caller is lin@example.com.' },
      { role: 'user', content: '我的手机是13728194605，邮箱lin@example.com' },
      { role: 'tool', content: 'balance of 6228480012345678903' },
    ],
    attached: [],
    model: {
      id: 'm',
      purpose: 'chat',
      title: 'm',
      path: 'm',
      files: {},
      licence: 'x',
      contextTokens: 1,
      memoryMib: 1,
    },
    collections: [],
    groups: [],
    obligations: { maskProfile: 'baseline', restore: 'all', grounding: 'off', unsupported: 'remove' },
    policy: { bundle: '', reasons: [] },
    sampling: { maxTokens: 1, temperature: 0, topP: 1, stop: [] },
    format: { kind: 'text' },
    signal: new AbortController().signal,
  } as const;

  it('masks every message, whatever its role, with one vault', async () => {
    const masked = await maskExchange(redactor, admitted);
    const text = masked.messages.map(({ content }) => content).join('\n');
    expect(text).not.toMatch(/lin@|137281|622848/);
    expect(text.match(/\[EMAIL_1[A-Z]\]/g)?.length).toBe(2);
    expect(masked.messages.map(({ content }) => masked.vault.restore(content))).toEqual(
      admitted.messages.map(({ content }) => content),
    );
    expect(masked.vault.counts()).toEqual({ EMAIL: 1, CN_MOBILE: 1, CN_BANK_CARD: 1 });
  });

  it('masks calls and results of tools, and they stay JSON', async () => {
    const masked = await maskExchange(redactor, {
      ...admitted,
      messages: [
        { role: 'assistant', content: '', calls: [{ name: 'look_up', input: '{"phone":13728194605}' }] },
        { role: 'tool', content: '{"mail":"lin\\u0040example.com"}' },
        { role: 'assistant', content: 'Wait.', calls: [{ name: 'lin@example.com', input: 'not JSON' }] },
      ],
    });
    const [called, result, second] = masked.messages.map(({ content }) => content);
    expect(called).toMatch(/^look_up \{"phone":"\[PHONE_1[A-Z]\]"\}$/);
    expect(result).toMatch(/^\{"mail":"\[EMAIL_1[A-Z]\]"\}$/);
    expect(second).toMatch(/^Wait\.\n\[EMAIL_1[A-Z]\] not JSON$/);
  });

  it('refuses a schema with a number that would have to be masked', async () => {
    const format = (enumerated: number) => ({
      kind: 'json-schema' as const,
      schema: { type: 'integer', enum: [enumerated] },
    });
    expect((await maskExchange(redactor, { ...admitted, format: format(42) })).format).toEqual(format(42));
    for (const number of [13_728_194_605, Number('110105194912310038')]) {
      const error = await errorOf(() => maskExchange(redactor, { ...admitted, format: format(number) }));
      expect(error).toMatchObject({ code: 'ERR_REQUEST_INVALID', status: 400 });
      expect(error.message).not.toMatch(/\d/);
    }
  });

  it('masks attached passages, their file names included, with the same vault', async () => {
    const masked = await maskExchange(redactor, {
      ...admitted,
      attached: [
        { chunk: 'c', file: 'f', title: 'lin@example.com.txt', location: '', text: '13728194605', score: 1 },
      ],
    });
    const [passage] = masked.attached;
    const [, question] = masked.messages;
    expect(passage?.title).not.toContain('lin@example.com');
    expect(question?.content).toContain(passage?.text);
    expect(masked.vault.restore(passage?.title ?? '')).toBe('lin@example.com.txt');
  });

  it('masks a name in an earlier message that a later one gives away', async () => {
    const masked = await maskExchange(redactor, {
      ...admitted,
      messages: [
        { role: 'user', content: '林秋月昨天来过' },
        { role: 'user', content: '客户林秋月，手机13728194605' },
      ],
    });
    expect(masked.messages[0]?.content).toMatch(/^\[PERSON_1[A-Z]\]昨天来过$/);
  });

  it('masks under the profile that policy demands', async () => {
    const text = '月薪28000元';
    const content = async (maskProfile: string): Promise<string> =>
      (
        await maskExchange(redactor, {
          ...admitted,
          messages: [{ role: 'user', content: text }],
          obligations: { ...admitted.obligations, maskProfile },
        })
      ).messages[0]?.content ?? '';
    expect(await content('baseline')).toBe(text);
    expect(await content('finance')).toMatch(/^月薪\[AMOUNT_1[A-Z]\]$/);
  });
});
