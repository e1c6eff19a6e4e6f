import * as fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { cardNetworks } from '../../../server/redaction/tables/card-networks.ts';
import { chineseBankCards } from '../../../server/redaction/tables/chinese-bank-cards.ts';
import { ibanStructures } from '../../../server/redaction/tables/iban-structures.ts';
import { createPrefixTest } from '../../../server/redaction/tables/number-prefixes.ts';
import { isAbaRouting, isClabe } from '../../../server/redaction/validators/bank-numbers.ts';
import { isIban } from '../../../server/redaction/validators/iban.ts';
import { isCusip, isIsin, isLei, isSedol } from '../../../server/redaction/validators/securities.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
const place = fc.nat();

/** The digit at a place, counted round, is another one. */
function withOtherDigit(value: string, at: number, add: number): string {
  const places = value.split('').flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  const index = places[at % places.length] ?? 0;
  const other = (Number(value.charAt(index)) + 1 + (add % 9)) % 10;
  return `${value.slice(0, index)}${other}${value.slice(index + 1)}`;
}

describe('an IBAN', () => {
  it.each(ibanStructures)('of $country has the check digits that long division gives', ({ example }) => {
    const moved = example.slice(4) + example.slice(0, 4);
    const number = BigInt(
      moved
        .split('')
        .map((character) => Number.parseInt(character, 36))
        .join(''),
    );
    expect(number % 97n).toBe(1n);
    expect(isIban(example)).toBe(true);
  });

  it('is refused when one digit is wrong, or one character too many', () => {
    const check = fc.property(fc.constantFrom(...ibanStructures), place, place, ({ example }, at, add) => {
      expect(isIban(withOtherDigit(example, at, add))).toBe(false);
      expect(isIban(`${example}0`)).toBe(false);
    });
    fc.assert(check);
  });
});

describe('a CLABE', () => {
  it('has the check digit that an independent library accepts', () => {
    const check = fc.property(digits(14), (account) => {
      const prefix = `002${account}`;
      const ours = '0123456789'.split('').filter((last) => isClabe(prefix + last));
      expect(ours).toHaveLength(1);
      const theirs = stdnum['MX']?.['clabe']?.validate(prefix + (ours[0] ?? ''));
      expect(theirs?.isValid === true || theirs?.error?.name === 'InvalidComponent').toBe(true);
    });
    fc.assert(check);
  });
});

describe('a number that is published', () => {
  it.each([
    ['routing number', isAbaRouting, ['021000021', '121000248', '071923899', '011401533']],
    ['ISIN', isIsin, ['US0378331005', 'GB0002634946', 'AU0000XVGZA3', 'CNE000000016']],
    ['CUSIP', isCusip, ['037833100', '38259P508', '594918104', '17275R102']],
    ['SEDOL', isSedol, ['0263494', 'B0YBKJ7', '7108899', '2282765']],
    ['LEI', isLei, ['549300DTUYXVMJXZNY75', '5493001KJTIIGC8Y1R12', '506700GE1G29325QX363']],
  ] as const)('%s passes, and fails with one digit changed', (_, accepts, numbers) => {
    const check = fc.property(fc.constantFrom(...numbers), place, place, (number, at, add) => {
      expect(accepts(number)).toBe(true);
      expect(accepts(withOtherDigit(number, at, add))).toBe(false);
    });
    fc.assert(check);
  });
});

describe('issuer prefixes', () => {
  it('hold what lies between the ends of a range, in as many digits as these have', () => {
    const isIssued = createPrefixTest('2221-2720 34 0098-0101');
    expect(['2221', '2500', '27209', '340', '00990', '0100'].every(isIssued)).toBe(true);
    expect(['2220', '2721', '35', '0102', '98'].some(isIssued)).toBe(false);
  });

  it.each([
    ...cardNetworks.map(([id, , prefixes]) => [id, prefixes]),
    ...chineseBankCards.map(([id, , prefixes]) => [id, prefixes]),
  ])('of %s are digits and rising ranges', (_, prefixes = '') => {
    for (const range of prefixes.split(' ')) {
      expect(range).toMatch(/^\d{1,8}(?:-\d{1,8})?$/);
      const [low = '', high = low] = range.split('-');
      expect(Number(high)).toBeGreaterThanOrEqual(Number(low));
      expect(high).toHaveLength(low.length);
    }
  });
});
