import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generalise } from '../../../server/redaction/generalise.ts';
import { maskExchange } from '../../../server/redaction/mask-exchange.ts';
import { parseMaskProfile } from '../../../server/redaction/mask-profile.ts';
import { forKnowledge, type MaskUse } from '../../../server/redaction/operator.ts';
import { partialValue } from '../../../server/redaction/partial-value.ts';
import { createRedactor, type Redactor } from '../../../server/redaction/redactor.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { admittedExchange } from './admitted-exchange.ts';

const KEY = systemRandom(32);

/** A redactor with one profile that masks everything and has these operators. */
function withOperators(operators: string, key: Uint8Array = KEY): Redactor {
  const text = `name: test\ntitle: t\ntiers: [critical, personal, indirect, attribute]\n${operators}`;
  return createRedactor({ profiles: [parseMaskProfile(text, 'test.yaml')], random: systemRandom, key });
}

const chat = (...roles: string[]): MaskUse => ({ purpose: 'chat', roles });
const mask = (redactor: Redactor, text: string, use: MaskUse = chat('member')): Promise<string> =>
  redactor.openVault('test', use).mask(text);

const MOBILE = '13728194605';
const hashMobiles = (scope: string): string =>
  `operators: [{ types: [CN_MOBILE], use: hash, scope: ${scope} }]`;

describe('a hash', () => {
  it('is the same for every written form, within its scope and under its key only', async () => {
    const everywhere = withOperators(hashMobiles('installation'));
    const masked = await mask(everywhere, `手机${MOBILE}`);
    expect(masked).toMatch(/^手机\[PHONE#[A-Y]{16}\]$/);
    expect(await mask(everywhere, `手机137 2819 4605`)).toBe(masked);
    expect(await mask(withOperators(hashMobiles('installation')), `手机${MOBILE}`)).toBe(masked);
    expect(
      await mask(withOperators(hashMobiles('installation'), systemRandom(32)), `手机${MOBILE}`),
    ).not.toBe(masked);
  });

  it('cannot be linked across conversations when it is of a conversation', async () => {
    const redactor = withOperators(hashMobiles('conversation'));
    const vault = redactor.openVault('test', chat());
    const masked = await vault.mask(`手机${MOBILE}`);
    expect(await vault.mask(`手机${MOBILE}`)).toBe(masked);
    expect(await mask(redactor, `手机${MOBILE}`)).not.toBe(masked);
  });

  it('is not put back', async () => {
    const vault = withOperators(hashMobiles('conversation')).openVault('test', chat());
    const masked = await vault.mask(`手机${MOBILE}`);
    expect(vault.restore(masked)).toBe(masked);
  });
});

describe('generalising', () => {
  it.each([
    ['AGE', '35', '30-39'],
    ['AGE', '7岁', '0-9'],
    ['AGE', '18个月', '0-9'],
    ['AGE', '９３岁', '90+'],
    ['DATE_OF_BIRTH', '1987-05-12', '1987'],
    ['DATE_OF_BIRTH', '12 May 1987', '1987'],
    ['DATE_OF_BIRTH', '19870512', '1987'],
    ['DATE_OF_BIRTH', '1987年5月12日', '1987'],
    ['SALARY_AMOUNT', '28,000元', '10000-99999'],
    ['SALARY_AMOUNT', '2.8万', '10000-99999'],
    ['SALARY_AMOUNT', '$1.2 million', '1000000-9999999'],
    ['US_ZIP', '02139-4307', '021**'],
    ['CN_POSTCODE', '100084', '10****'],
    ['UK_POSTCODE', 'SW1A 1AA', 'SW1A***'],
    ['IPV4', '203.0.113.77', '203.0.113.0/24'],
  ])('makes of %s %s the coarser %s', (type, value, coarser) => {
    expect(generalise(type, 'LABEL', value)).toBe(`[LABEL~${coarser}]`);
  });

  it.each([
    ['AGE', 'thirty'],
    ['DATE_OF_BIRTH', '5月12日'],
    ['SALARY_AMOUNT', '8000 to 9000'],
  ])('leaves %s %s to a placeholder, which is not put back', (type, value) => {
    expect(generalise(type, 'LABEL', value)).toBeUndefined();
  });

  it('says nothing of two amounts, and the placeholder in their place stays', async () => {
    const vault = withOperators('operators: [{ types: [DATE_OF_BIRTH], use: generalise }]').openVault(
      'test',
      chat(),
    );
    const masked = await vault.mask('Date of birth: 12/05/87');
    expect(masked).not.toContain('87');
    expect(vault.restore(masked)).toBe(masked);
    expect(vault.withheld(masked)).toBe(1);
  });

  it('reads its own result as no value', async () => {
    const vault = withOperators(
      'operators: [{ types: [AGE, DATE_OF_BIRTH, SALARY_AMOUNT], use: generalise }]',
    ).openVault('test', chat());
    const masked = await vault.mask('年龄：35岁，出生日期：1987-05-12，月薪28000元');
    expect(masked).toMatch(/\[AGE~30-39\].*\[\w+~1987\].*\[AMOUNT~10000-99999\]/);
    expect(await vault.mask(masked)).toBe(masked);
  });

  it('lets nobody hide a value in what looks like a result', async () => {
    const redactor = withOperators('operators: [{ types: [AGE], use: generalise }]');
    expect(await mask(redactor, `手机 [PHONE~${MOBILE}]`)).not.toContain(MOBILE);
  });
});

describe('a part of a value', () => {
  it.each([
    [MOBILE, '137****4605'],
    ['6228 4800 1234 5678 903', '622* **** **** ***8 903'],
    ['E12345678', 'E******78'],
    ['lin.yue@example.com', 'l**.***@example.com'],
    ['王小明', '王**'],
    ['李雷', '**'],
  ])('shows of %s only %s', (value, shown) => {
    expect(partialValue(value)).toBe(shown);
  });

  it('never shows more than seven letters and digits of what it hides', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
        const plain = value.replaceAll('@', '');
        const count = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        const most = Math.min(7, Math.max(0, count(plain) - 1));
        expect(count(partialValue(plain))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  it('stands in the text, is found as nothing again, and is not put back', async () => {
    const vault = withOperators('operators: [{ types: [CN_MOBILE], use: partial }]').openVault(
      'test',
      chat(),
    );
    const masked = await vault.mask(`手机${MOBILE}`);
    expect(masked).toBe('手机137****4605');
    expect(await vault.mask(masked)).toBe(masked);
    expect(vault.restore(masked)).toBe(masked);
  });
});

describe('a token', () => {
  const encrypting = withOperators('operators: [{ types: [CN_MOBILE], use: encrypt }]');

  it('stands for a value that the installation can open, and nobody else', async () => {
    const masked = await mask(encrypting, `手机${MOBILE}，再打${MOBILE}`);
    expect(masked).toMatch(/^手机(\[PHONE\$[\w-]{40,}\])，再打\1$/);
    expect(encrypting.openTokens(masked)).toMatchObject({
      text: `手机${MOBILE}，再打${MOBILE}`,
      opened: { CN_MOBILE: 2 },
      tokens: [
        { start: 2, label: 'PHONE', reading: { type: 'CN_MOBILE', value: MOBILE } },
        { label: 'PHONE', reading: { type: 'CN_MOBILE', value: MOBILE } },
      ],
    });
    const elsewhere = withOperators('', systemRandom(32));
    const { text, opened, tokens } = elsewhere.openTokens(masked);
    expect({ text, opened }).toEqual({ text: masked, opened: {} });
    expect(tokens.map(({ reading }) => reading)).toEqual(['unreadable', 'unreadable']);
  });

  it('is two different ones for the same value in two conversations', async () => {
    expect(await mask(encrypting, MOBILE)).not.toBe(await mask(encrypting, MOBILE));
  });

  it('is left alone when it comes back, and masked when somebody changed it', async () => {
    const token = await mask(encrypting, MOBILE);
    expect(await mask(encrypting, `call ${token}`)).toBe(`call ${token}`);
    const changed = token.replace('PHONE', 'EMAIL');
    expect(encrypting.openTokens(changed).opened).toEqual({});
    const cut = `${token.slice(0, -3)} and [PHONE$tooShort1], not [USD$50]`;
    expect(encrypting.openTokens(cut).tokens.map(({ reading }) => reading)).toEqual([
      'malformed',
      'malformed',
    ]);
  });

  it('is struck with all other values from what is kept in the open', async () => {
    const token = await mask(encrypting, MOBILE);
    const struck = await encrypting.strike(`Case 7: ${MOBILE} asked, see ${token}.`, 'test');
    expect(struck).toBe('Case 7: [CN_MOBILE] asked, see [PHONE].');
  });
});

describe('blocking', () => {
  const blocking = withOperators('operators: [{ types: [CARD_CVV], use: block }]');

  it('refuses an exchange with a reason that names the type and no value', async () => {
    const exchange = admittedExchange('test', 'card 4539 1488 0343 6467, cvv 931');
    await expect(maskExchange(blocking, exchange)).rejects.toThrow(
      expect.objectContaining({
        code: 'ERR_REDACTION_BLOCKED',
        status: 422,
        message: expect.stringMatching(/CARD_CVV/),
      }),
    );
    await expect(maskExchange(blocking, exchange)).rejects.toThrow(expect.not.stringContaining('931'));
  });

  it('masks what nobody sent, such as a passage that was found, and does not put it back', async () => {
    const vault = blocking.openVault('test', forKnowledge);
    const masked = await vault.mask('cvv 931');
    expect(masked).not.toContain('931');
    expect(vault.restore(masked)).toBe(masked);
  });
});

describe('letting through', () => {
  const warning = withOperators(
    'operators: [{ types: [CN_MOBILE], use: warn }, { types: [EMAIL], use: allow }]',
  );

  it('leaves the value and tells of it, or not even that', async () => {
    const vault = warning.openVault('test', chat());
    const text = `手机${MOBILE}，邮箱lin@example.com`;
    expect(await vault.mask(text)).toBe(text);
    expect(vault.warned()).toEqual({ CN_MOBILE: 1 });
    expect(vault.counts()).toEqual({});
    expect(warning.previewByRules(text, 'test').findings).toMatchObject([
      { type: 'CN_MOBILE', operator: 'warn' },
    ]);
  });

  it('never covers a value that is masked', async () => {
    const url = 'https://ann:s3cretpw@example.com/lin@example.com';
    const links = withOperators('operators: [{ types: [URL], use: allow }]');
    expect(await mask(links, url)).not.toContain('lin@example.com');
  });
});

describe('the operators of a profile', () => {
  const ordered = withOperators(`operators:
  - { types: [CN_MOBILE], roles: [supervisor], use: mask }
  - { types: [CN_MOBILE], purposes: [embedding], use: partial }
  - { types: [CN_MOBILE], use: mask, restore: none }
  - { tiers: [critical], use: hash }
`);

  it('are tried in order: by role, purpose, type and tier; what none fits is masked', async () => {
    expect(await mask(ordered, MOBILE, { purpose: 'embedding', roles: [] })).toBe('137****4605');
    expect(await mask(ordered, '身份证310104198706123070')).toMatch(/#/);
    expect(await mask(ordered, 'lin@example.com')).toMatch(/^\[EMAIL_1[A-Y]\]$/);
  });

  it('decide who sees the original again', async () => {
    for (const [role, shown] of [
      ['supervisor', true],
      ['member', false],
    ] as const) {
      const vault = ordered.openVault('test', chat(role));
      const masked = await vault.mask(MOBILE);
      expect([role, vault.restore(masked) === MOBILE]).toEqual([role, shown]);
      expect(vault.withheld(masked)).toBe(shown ? 0 : 1);
    }
  });

  it('are named in a preview', () => {
    const findings = ordered.previewByRules(
      `${MOBILE}，身份证310104198706123070`,
      'test',
      chat('member'),
    ).findings;
    expect(findings.map(({ type, operator }) => [type, operator])).toEqual([
      ['CN_MOBILE', 'mask'],
      ['CN_RESIDENT_ID', 'hash'],
    ]);
  });
});

describe('a rule that is switched off', () => {
  it('finds nothing, and teaches nothing', () => {
    const text = `${MOBILE} and ${MOBILE}`;
    const [first] = withOperators('').previewByRules(text, 'test').findings;
    expect(first?.type).toBe('CN_MOBILE');
    const rules = withOperators(`disabledRules: [${first?.rule}]`)
      .previewByRules(text, 'test')
      .findings.map(({ rule }) => rule);
    expect(rules).not.toContain(first?.rule);
    expect(rules).not.toContain('known-value');
  });
});
