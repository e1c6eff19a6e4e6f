import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PLACEHOLDER_LENGTH } from '../../../server/redaction/placeholder-grammar.ts';
import { createEverythingRedactor } from './redaction-bench.ts';

const redactor = createEverythingRedactor();
const openVault = () => redactor.openVault('baseline');

/** Text that is likely to hold values, look-alikes of placeholders, brackets, escapes and broken surrogates. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '[',
        ']',
        '\\[',
        '\\]',
        '【',
        '］',
        '[PERSON_1K]',
        '[phone 1b]',
        '【CN_ID_2Q】',
        '\\[EMAIL\\_1K\\]',
      ),
      fc.constantFrom(
        '[PERSON_',
        '1K]',
        '[LITERAL_1K]',
        '[**CARD_1K**]',
        '[[',
        '[1]',
        '_',
        '*',
        '\n',
        ' ',
        '，',
      ),
      fc.constantFrom(
        '\ud83d',
        '\udc00',
        '😀',
        '\u200b',
        '13728194605',
        '137 2819 4605',
        'lin@example.com',
        'LIN@example.com',
      ),
      fc.constantFrom(
        '客户林秋月',
        'password: a1b2c3!',
        '身份证号310104198706123070',
        '6228480012345678903',
        'https://a:b1c2@x.cn/',
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** What models make of a placeholder, and what attackers write. */
const mangled = (masked: string) =>
  fc.constantFrom(
    masked,
    masked.replaceAll('_', '\\_'),
    masked.toLowerCase(),
    masked.replaceAll('[', '【').replaceAll(']', '】'),
    masked.slice(1),
    `${masked}[PERSON_1`,
  );

describe('a vault', () => {
  it('gives back any text exactly as it was', () => {
    const check = fc.property(hostileText, (text) => {
      const vault = openVault();
      expect(vault.restore(vault.mask(text))).toBe(text);
    });
    fc.assert(check, { numRuns: 2000 });
  });

  it('gives back several texts masked one after the other', () => {
    const check = fc.property(fc.array(hostileText, { maxLength: 4 }), (texts) => {
      const vault = openVault();
      const masked = texts.map((text) => vault.mask(text));
      expect(masked.map((text) => vault.restore(text))).toEqual(texts);
    });
    fc.assert(check, { numRuns: 300 });
  });

  it('restores a stream as the whole text, wherever it is split', () => {
    const texts = fc.tuple(hostileText, hostileText).chain(([text, extra]) => {
      const vault = openVault();
      return fc.tuple(fc.constant(vault), mangled(vault.mask(text)), fc.constant(extra));
    });
    const check = fc.property(texts, ([vault, masked, extra]) => {
      const answer = masked + extra;
      const whole = vault.restore(answer);
      for (let split = 0; split <= answer.length; split += 1) {
        const restorer = vault.streamRestorer();
        expect(
          restorer.push(answer.slice(0, split)) + restorer.push(answer.slice(split)) + restorer.end(),
        ).toBe(whole);
      }
      const single = vault.streamRestorer();
      const shown = answer.split('').map((unit) => single.push(unit));
      expect(shown.join('') + single.end()).toBe(whole);
    });
    fc.assert(check, { numRuns: 300 });
  });

  it('never holds back as much as the longest placeholder', () => {
    const check = fc.property(hostileText, (text) => {
      const restorer = openVault().streamRestorer();
      let shown = 0;
      for (let index = 0; index < text.length; index += 1) {
        shown += restorer.push(text.charAt(index)).length;
        expect(index + 1 - shown).toBeLessThan(MAX_PLACEHOLDER_LENGTH);
      }
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('shows at once what cannot become a placeholder, and holds back only a live prefix', () => {
    const vault = openVault();
    const masked = vault.mask('lin@example.com');
    const restorer = vault.streamRestorer();
    expect(restorer.push('see [1] and [note')).toBe('see [1] and [note');
    expect(restorer.push(` ${masked.slice(0, 5)}`)).toBe(' ');
    expect(restorer.push(masked.slice(5))).toBe('lin@example.com');
    expect(restorer.push(`[EMAIL${' '.repeat(17)}`)).toBe('');
    expect(restorer.push('  ')).toBe(`[EMAIL${' '.repeat(19)}`);
    expect(restorer.push('[EMA')).toBe('');
    expect(restorer.end()).toBe('[EMA');
  });

  it('numbers the values of a label in order, and knows a value again in every text', () => {
    const vault = openVault();
    const first = vault.mask('a@example.com b@example.com a@example.com');
    const second = vault.mask('b@example.com');
    expect(first).toMatch(/^\[EMAIL_1([A-Z])\] \[EMAIL_2[A-Z]\] \[EMAIL_1\1\]$/);
    expect(first).toContain(second);
  });

  it('gives another written form of the same value the same number, and its own letter so that it comes back exactly', () => {
    const vault = openVault();
    const text = '13728194605 或 137-2819-4605，邮箱 Lin@Example.com lin@example.com';
    const masked = vault.mask(text);
    expect(masked).toMatch(/\[PHONE_1[A-Z]\] 或 \[PHONE_1B[A-Z]\]，邮箱 \[EMAIL_1[A-Z]\] \[EMAIL_1B[A-Z]\]/);
    expect(vault.restore(masked)).toBe(text);
    expect(vault.counts()).toEqual({ CN_MOBILE: 1, EMAIL: 1 });
  });

  it('knows a value again where no word announces it, in this text and in later ones', () => {
    const vault = openVault();
    const text = '林秋月说过，客户林秋月的密码是qiu@2024，后来qiu@2024失效了';
    const masked = vault.mask(text);
    expect(masked).toMatch(/^(\[PERSON_1\w\])说过，客户\1的密码是(\[PASSWORD_1\w\])，后来\2失效了$/);
    expect(vault.mask('再问林秋月')).toBe(`再问${masked.slice(0, masked.indexOf(']') + 1)}`);
    expect(vault.mask('Dear Ann, the Annual plan is for Ann')).toMatch(
      /^Dear (\[PERSON_2\w\]), the Annual plan is for \1$/,
    );
  });

  it('reads placeholders in the forms that models give them', () => {
    const vault = openVault();
    const id = vault.mask('身份证310104198706123070').slice('身份证['.length, -1);
    const check = id.slice(-1);
    const forms = [
      `[${id}]`,
      `[${id.toLowerCase()}]`,
      `[ ${id} ]`,
      `【${id}】`,
      `［ＣＮ＿ＩＤ＿１${check}］`,
      `[CN ID 1${check}]`,
      `[CN-ID-1${check}]`,
      `[CN\\_ID\\_1${check}]`,
      `\\[CN\\_ID\\_1${check}\\]`,
      `[**${id}**]`,
    ];
    expect(forms.map((form) => vault.restore(`**${form}**`))).toEqual(
      forms.map(() => '**310104198706123070**'),
    );
  });

  it('leaves a placeholder with another number, letter or label as it is', () => {
    const vault = openVault();
    const masked = vault.mask('lin@example.com');
    const check = masked.slice(-2, -1);
    const others = 'ACDEFGHJKLMNPQRTUVWXY'.replace(check, '').split('');
    for (const letter of others) expect(vault.restore(`[EMAIL_1${letter}]`)).toBe(`[EMAIL_1${letter}]`);
    expect(vault.restore(`[EMAIL_2${check}] [PERSON_1${check}] [EMAIL_11${check}] EMAIL_1${check}`)).toBe(
      `[EMAIL_2${check}] [PERSON_1${check}] [EMAIL_11${check}] EMAIL_1${check}`,
    );
  });

  it('does not let a text forge the placeholder of a value', () => {
    const vault = openVault();
    const issued = vault.mask('lin@example.com');
    const forged = vault.mask(`repeat ${issued}`);
    expect(forged).not.toContain(issued);
    expect(vault.restore(forged)).toBe(`repeat ${issued}`);
  });

  it('does not look again at what it put back', () => {
    const vault = openVault();
    const inner = vault.mask('lin@example.com');
    const outer = vault.mask(inner);
    expect(vault.restore(outer)).toBe(inner);
  });

  it('does not restore what another vault issued', () => {
    const masked = Array.from({ length: 40 }, () => openVault().mask('lin@example.com'));
    const vault = openVault();
    const own = vault.mask('qiu@example.com');
    const foreign = masked.filter((placeholder) => placeholder !== own);
    expect(foreign.length).toBeGreaterThan(20);
    for (const placeholder of foreign) expect(vault.restore(placeholder)).toBe(placeholder);
  });

  it('forgets everything when it is destroyed, and masks no more', () => {
    const vault = openVault();
    const masked = vault.mask('lin@example.com');
    vault.destroy();
    expect(vault.restore(masked)).toBe(masked);
    expect(vault.counts()).toEqual({});
    expect(() => vault.mask('x')).toThrow(
      expect.objectContaining({ code: 'ERR_REDACTION_FAILED', status: 503 }),
    );
  });

  it('leaves no half of a surrogate pair in masked text', () => {
    const masked = openVault().mask('手机号𝟏𝟑𝟕𝟐𝟖𝟏𝟗𝟒𝟔𝟎𝟓😀');
    expect(masked).toMatch(/^手机号\[PHONE_1[A-Z]\]😀$/);
  });
});
