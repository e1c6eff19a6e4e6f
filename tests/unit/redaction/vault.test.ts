import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forKnowledge } from '../../../server/redaction/operator.ts';
import {
  everySplit,
  everySplitOfJson,
  handedOn,
  jsonRoundTrip,
  littleHeldBack,
  noForeignValue,
  type OpenVault,
  roundTrip,
} from '../../helpers/restore-properties.ts';
import { createEverythingRedactor } from './redaction-bench.ts';

const redactor = createEverythingRedactor();
const openVault: OpenVault = (kept) => redactor.openVault('baseline', forKnowledge, kept);

describe('a vault', () => {
  it('gives back any text exactly as it was, in text and in JSON', async () => {
    await fc.assert(roundTrip(openVault), { numRuns: 1500 });
    await fc.assert(jsonRoundTrip(openVault), { numRuns: 300 });
  });

  it('restores a stream as the whole text, wherever it is split', async () => {
    await fc.assert(everySplit(openVault), { numRuns: 200 });
  });

  it('leaves JSON valid JSON, whatever is put back and wherever the stream is split', async () => {
    await fc.assert(everySplitOfJson(openVault), { numRuns: 200 });
  });

  it('never restores a value of another conversation', async () => {
    await fc.assert(noForeignValue(openVault), { numRuns: 300 });
  });

  it('goes on where the vault before it in the same conversation ended', async () => {
    await fc.assert(handedOn(openVault), { numRuns: 300 });
  });

  it('gives the same value the same placeholder in a later exchange, and a new value the next number', async () => {
    const first = openVault();
    const masked = await first.mask('a@example.com and 客户林秋月');
    const second = openVault(first.unkept());
    expect(await second.mask('A@example.com, b@example.com')).toMatch(/^\[EMAIL_1B\w\], \[EMAIL_2\w\]$/);
    expect(await second.mask('a@example.com')).toBe(masked.slice(0, masked.indexOf(' ')));
    expect(await second.mask('林秋月来过')).toBe(`${masked.slice(masked.lastIndexOf('['))}来过`);
    expect(second.counts()).toEqual({ EMAIL: 2, CN_PERSON_NAME: 1 });
    expect(second.unkept().values.map(({ original }) => original)).toEqual([
      'A@example.com',
      'b@example.com',
    ]);
  });

  it('never holds back as much as the longest placeholder', () => {
    fc.assert(littleHeldBack(openVault), { numRuns: 500 });
  });

  it('shows at once what cannot become a placeholder, and holds back only a live prefix', async () => {
    const vault = openVault();
    const masked = await vault.mask('lin@example.com');
    const restorer = vault.streamRestorer();
    expect(restorer.push('see [1] and [note')).toBe('see [1] and [note');
    expect(restorer.push(` ${masked.slice(0, 5)}`)).toBe(' ');
    expect(restorer.push(masked.slice(5))).toBe('lin@example.com');
    expect(restorer.push(`[EMAIL${' '.repeat(17)}`)).toBe('');
    expect(restorer.push('  ')).toBe(`[EMAIL${' '.repeat(19)}`);
    expect(restorer.push('[EMA')).toBe('');
    expect(restorer.end()).toBe('[EMA');
  });

  it('numbers the values of a label in order, and knows a value again in every text', async () => {
    const vault = openVault();
    const first = await vault.mask('a@example.com b@example.com a@example.com');
    const second = await vault.mask('b@example.com');
    expect(first).toMatch(/^\[EMAIL_1([A-Z])\] \[EMAIL_2[A-Z]\] \[EMAIL_1\1\]$/);
    expect(first).toContain(second);
  });

  it('gives another written form of the same value the same number, and its own letter so that it comes back exactly', async () => {
    const vault = openVault();
    const text = '13728194605 或 137-2819-4605，邮箱 Lin@Example.com lin@example.com';
    const masked = await vault.mask(text);
    expect(masked).toMatch(/\[PHONE_1[A-Z]\] 或 \[PHONE_1B[A-Z]\]，邮箱 \[EMAIL_1[A-Z]\] \[EMAIL_1B[A-Z]\]/);
    expect(vault.restore(masked)).toBe(text);
    expect(vault.counts()).toEqual({ CN_MOBILE: 1, EMAIL: 1 });
  });

  it('knows a value again where no word announces it, in this text and in later ones', async () => {
    const vault = openVault();
    const text = '林秋月说过，客户林秋月的密码是qiu@2024，后来qiu@2024失效了';
    const masked = await vault.mask(text);
    expect(masked).toMatch(/^(\[PERSON_1\w\])说过，客户\1的密码是(\[PASSWORD_1\w\])，后来\2失效了$/);
    expect(await vault.mask('再问林秋月')).toBe(`再问${masked.slice(0, masked.indexOf(']') + 1)}`);
    expect(await vault.mask('Dear Ann, the Annual plan is for Ann')).toMatch(
      /^Dear (\[PERSON_2\w\]), the Annual plan is for \1$/,
    );
  });

  it('knows a value again in capitals, and leaves words that are no names', async () => {
    const masks = async (first: string, later: string): Promise<string> => {
      const vault = openVault();
      await vault.mask(first);
      return vault.mask(later);
    };
    expect(await masks('My name is John Carter.', 'JOHN CARTER and john carter')).toMatch(
      /^\[PERSON_1\w{2}\] and \[PERSON_1\w{2}\]$/,
    );
    expect(await masks('Dear Martinez, hello', 'MARTINEZ called')).toMatch(/^\[PERSON_1\w{2}\] called$/);
    expect(await masks('Dear Hope, hello', 'We hope that hope lasts.')).toBe('We hope that hope lasts.');
    expect(await masks('password: qiuMOON24!', 'QIUMOON24! is another')).toBe('QIUMOON24! is another');
    expect(await masks('My name is John Carter.', 'Ｊｏｈｎ Ｃａｒｔｅｒ')).toMatch(/^\[PERSON_1\w{2}\]$/);
  });

  it('finds a value that goes on in the next part of a message, and joins nothing else', async () => {
    const vault = openVault();
    const parts = ['手机1372819', '4605，谢谢', 'Dear Ann'];
    const text = parts.join('\n');
    const masked = await vault.mask(text, [
      parts[0]?.length ?? 0,
      (parts[0]?.length ?? 0) + 1 + (parts[1]?.length ?? 0),
    ]);
    expect(masked).toMatch(/^手机\[PHONE_1\w\]，谢谢\nDear \[PERSON_1\w\]$/);
    expect(vault.restore(masked)).toBe(text);
    for (let cut = 1; cut < '13728194605'.length; cut += 1) {
      const split = `${'13728194605'.slice(0, cut)}\n${'13728194605'.slice(cut)}`;
      expect(await openVault().mask(`手机${split}。`, [2 + cut])).toMatch(/^手机\[PHONE_1\w\]。$/);
    }
    expect(await openVault().mask('page 137\n28194605')).toBe('page 137\n28194605');
  });

  it('reads placeholders in the forms that models give them', async () => {
    const vault = openVault();
    const id = (await vault.mask('身份证310104198706123070')).slice('身份证['.length, -1);
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

  it('leaves a placeholder with another number, letter or label as it is', async () => {
    const vault = openVault();
    const masked = await vault.mask('lin@example.com');
    const check = masked.slice(-2, -1);
    const others = 'ACDEFGHJKLMNPQRTUVWXY'.replace(check, '').split('');
    for (const letter of others) expect(vault.restore(`[EMAIL_1${letter}]`)).toBe(`[EMAIL_1${letter}]`);
    expect(vault.restore(`[EMAIL_2${check}] [PERSON_1${check}] [EMAIL_11${check}] EMAIL_1${check}`)).toBe(
      `[EMAIL_2${check}] [PERSON_1${check}] [EMAIL_11${check}] EMAIL_1${check}`,
    );
  });

  it('does not let a text forge the placeholder of a value', async () => {
    const vault = openVault();
    const issued = await vault.mask('lin@example.com');
    const forged = await vault.mask(`repeat ${issued}`);
    expect(forged).not.toContain(issued);
    expect(vault.restore(forged)).toBe(`repeat ${issued}`);
  });

  it('does not look again at what it put back', async () => {
    const vault = openVault();
    const inner = await vault.mask('lin@example.com');
    const outer = await vault.mask(inner);
    expect(vault.restore(outer)).toBe(inner);
  });

  it('does not restore what another vault issued', async () => {
    const masked = await Promise.all(
      Array.from({ length: 40 }, async () => String(await openVault().mask('lin@example.com'))),
    );
    const vault = openVault();
    const own = await vault.mask('qiu@example.com');
    const foreign = masked.filter((placeholder) => placeholder !== own);
    expect(foreign.length).toBeGreaterThan(20);
    for (const placeholder of foreign) expect(vault.restore(placeholder)).toBe(placeholder);
  });

  it('forgets everything when it is destroyed, and masks no more', async () => {
    const vault = openVault();
    const masked = await vault.mask('lin@example.com');
    vault.destroy();
    expect(vault.restore(masked)).toBe(masked);
    expect(vault.counts()).toEqual({});
    await expect(vault.mask('x')).rejects.toThrow(
      expect.objectContaining({ code: 'ERR_REDACTION_FAILED', status: 503 }),
    );
  });

  it('leaves no half of a surrogate pair in masked text', async () => {
    const masked = await openVault().mask('手机号𝟏𝟑𝟕𝟐𝟖𝟏𝟗𝟒𝟔𝟎𝟓😀');
    expect(masked).toMatch(/^手机号\[PHONE_1[A-Z]\]😀$/);
  });
});
