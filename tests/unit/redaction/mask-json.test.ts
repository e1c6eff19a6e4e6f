import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskJson } from '../../../server/redaction/mask-json.ts';
import { createEverythingRedactor } from './redaction-bench.ts';

const redactor = createEverythingRedactor();

async function mask(text: string): Promise<{ masked: string; restored: string }> {
  const vault = redactor.openVault('baseline');
  const masked = await maskJson(text, vault);
  return { masked, restored: vault.restore(masked, 'json') };
}

/** Numbers that are values come back as texts. */
function readAsTexts(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value));
}

describe('masked JSON', () => {
  it('stays JSON, and comes back as it was', async () => {
    const value = {
      to: ['lin@example.com', 'a "quoted" \\ line\n'],
      phone: '13728194605',
      password: 'Tr0ub4dor\\&3x',
      n: [1, -2.5e3, true, null],
    };
    const { masked, restored } = await mask(JSON.stringify(value, null, 2));
    const parsed = JSON.parse(masked);
    expect(parsed.to[0]).toMatch(/^\[EMAIL_1[A-Z]\]$/);
    expect(parsed.phone).toMatch(/^\[PHONE_1[A-Z]\]$/);
    expect(parsed.password).toMatch(/^\[PASSWORD_1[A-Z]\]$/);
    expect(parsed.n).toEqual(value.n);
    expect(JSON.parse(restored)).toEqual(value);
  });

  it('has no value left that was written with escapes', async () => {
    const escaped = '{"mail":"lin\\u0040example.com","\\u59d3\\u540d":"\\u6797\\u79cb\\u6708"}';
    const { masked, restored } = await mask(escaped);
    expect(masked).not.toMatch(/example|林|6797/);
    expect(JSON.parse(restored)).toEqual(JSON.parse(escaped));
  });

  it('has no number left that is a value, however long it is', async () => {
    const { masked } = await mask('{"phone":13728194605,"card":6228480012345678903,"count":12}');
    expect(masked).not.toMatch(/13728194605|622848/);
    expect(JSON.parse(masked).count).toBe(12);
    const id = (await mask('{"身份证号":110105194912310038}')).masked;
    expect(id).not.toContain('110105');
  });

  it('takes the key for the word that announces a value', async () => {
    expect((await mask('{"passport":"E12345678"}')).masked).not.toContain('E12345678');
    expect((await mask('{"password":"Tr0ub4dor&3x"}')).masked).not.toContain('Tr0ub4dor');
  });

  it('masks keys', async () => {
    expect((await mask('{"lin@example.com":1}')).masked).toMatch(/^\{"\[EMAIL_1[A-Z]\]":1\}$/);
  });

  it.each(['mail lin@example.com', '{"mail": lin@example.com}', '[lin@example.com', '"lin@example.com"'])(
    'is masked as text when it is none: %s',
    async (text) => {
      const { masked, restored } = await mask(text);
      expect(masked).not.toContain('lin@');
      expect(restored).toBe(text);
    },
  );

  it('says the same after restoring, whatever it holds', async () => {
    const check = fc.asyncProperty(fc.json({ maxDepth: 4 }), async (json) => {
      expect(readAsTexts((await mask(json)).restored)).toEqual(readAsTexts(json));
    });
    await fc.assert(check, { numRuns: 300 });
  });
});
