import * as fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { isPlausibleDate } from '../../../server/redaction/validators/calendar.ts';
import { passesBase58Check } from '../../../server/redaction/validators/base58-check.ts';
import { passesBech32 } from '../../../server/redaction/validators/bech32.ts';
import { isHkid } from '../../../server/redaction/validators/hkid.ts';
import { isIban } from '../../../server/redaction/validators/iban.ts';
import { passesLuhn } from '../../../server/redaction/validators/luhn.ts';
import { isNric } from '../../../server/redaction/validators/nric.ts';
import { isResidentId, passesMod112 } from '../../../server/redaction/validators/resident-id.ts';
import { isTaiwanId } from '../../../server/redaction/validators/taiwan-id.ts';
import { isUscc } from '../../../server/redaction/validators/uscc.ts';
import { passesVerhoeff } from '../../../server/redaction/validators/verhoeff.ts';
import { isVin } from '../../../server/redaction/validators/vin.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true });

/** The last characters of the alphabet that the check accepts. */
function accepted(prefix: string, alphabet: string, check: (value: string) => boolean): string {
  return alphabet
    .split('')
    .filter((last) => check(prefix + last))
    .join('');
}

describe('a check character', () => {
  it('of a resident ID is the one that an independent library accepts', () => {
    const check = fc.property(date, digits(3), (birth, sequence) => {
      const prefix = `110105${birth.toISOString().slice(0, 10).replaceAll('-', '')}${sequence}`;
      const ours = accepted(prefix, '0123456789X', isResidentId);
      expect(ours).toHaveLength(1);
      expect(stdnum['CN']?.['ric']?.validate(prefix + ours).isValid).toBe(true);
    });
    fc.assert(check);
  });

  it('of a credit code is one of 31, and agrees with an independent library where that one is right', () => {
    const check = fc.property(digits(8), digits(8), (organisation, area) => {
      const prefix = `9131${area.slice(0, 4)}${organisation}0`;
      const ours = accepted(prefix, '0123456789ABCDEFGHJKLMNPQRTUWXY', isUscc);
      expect(ours).toHaveLength(1);
      const theirs = stdnum['CN']?.['uscc']?.validate(prefix + ours).isValid;
      // The library refuses every code whose check character is 0.
      expect(theirs).toBe(ours !== '0');
    });
    fc.assert(check);
  });

  it('of a Hong Kong card is the one that an independent library accepts', () => {
    const check = fc.property(fc.constantFrom('A', 'G', 'Z', 'WX', 'XA'), digits(6), (letters, number) => {
      const ours = accepted('', '0123456789A', (last) => isHkid(letters, number, last));
      expect(ours).toHaveLength(1);
      expect(stdnum['HK']?.['hkid']?.validate(`${letters}${number}(${ours})`).isValid).toBe(true);
    });
    fc.assert(check);
  });

  it('of a Taiwan ID is the one that an independent library accepts', () => {
    const check = fc.property(
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')),
      digits(7),
      (letter, number) => {
        const prefix = `${letter}1${number}`;
        const ours = accepted(prefix, '0123456789', isTaiwanId);
        expect(ours).toHaveLength(1);
        expect(stdnum['TW']?.['natid']?.validate(prefix + ours).isValid).toBe(true);
      },
    );
    fc.assert(check);
  });

  it('of an Aadhaar number is the one that an independent library accepts', () => {
    const check = fc.property(digits(10), (number) => {
      const prefix = `5${number}`;
      const ours = accepted(prefix, '0123456789', passesVerhoeff);
      expect(ours).toHaveLength(1);
      expect(stdnum['IN']?.['aadhaar']?.validate(prefix + ours).isValid).toBe(true);
    });
    fc.assert(check);
  });

  it('is one of ten by Luhn, and finds every wrong digit', () => {
    const check = fc.property(
      digits(15),
      fc.nat(14),
      fc.integer({ min: 1, max: 9 }),
      (prefix, place, change) => {
        const number = prefix + accepted(prefix, '0123456789', passesLuhn);
        expect(number).toHaveLength(16);
        const wrong = String((Number(number.charAt(place)) + change) % 10);
        expect(passesLuhn(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
      },
    );
    fc.assert(check);
  });

  it('finds every wrong digit and every swap of neighbours in a resident ID', () => {
    const check = fc.property(digits(17), fc.nat(15), (prefix, place) => {
      const number = prefix + accepted(prefix, '0123456789X', passesMod112);
      const [a, b] = [number.charAt(place), number.charAt(place + 1)];
      fc.pre(a !== b);
      expect(passesMod112(number.slice(0, place) + b + a + number.slice(place + 2))).toBe(false);
    });
    fc.assert(check);
  });
});

describe('published examples', () => {
  it.each([
    ['IBAN', isIban('GB82WEST12345698765432') && isIban('DE89370400440532013000')],
    ['NRIC', isNric('S1234567D') && isNric('F1612347K') && isNric('M1234567K')],
    ['VIN', isVin('1M8GDM9AXKP042788')],
    ['Base58Check', passesBase58Check('1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2')],
    ['bech32', passesBech32('bc', 'qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq')],
    ['bech32m', passesBech32('bc', 'p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0')],
  ])('%s pass', (_name, passes) => {
    expect(passes).toBe(true);
  });

  it.each([
    ['IBAN', isIban('GB82WEST12345698765433') || isIban('GB82WEST1234569876543')],
    ['NRIC', isNric('S1234567E')],
    ['VIN', isVin('1M8GDM9A0KP042788')],
    ['Base58Check', passesBase58Check('1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3')],
    ['bech32', passesBech32('bc', 'qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp')],
  ])('%s with a wrong character fail', (_name, passes) => {
    expect(passes).toBe(false);
  });

  it('knows the calendar', () => {
    expect([
      isPlausibleDate(2000, 2, 29),
      isPlausibleDate(1900, 2, 29),
      isPlausibleDate(1987, 4, 31),
    ]).toEqual([true, false, false]);
  });
});
