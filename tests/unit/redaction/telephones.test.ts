import { getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, it } from 'vitest';
import { nationalTelephones } from '../../../server/redaction/tables/national-telephones.ts';
import {
  createInternationalCheck,
  createNationalCheck,
} from '../../../server/redaction/validators/telephone.ts';

describe('a telephone number', () => {
  it.each(nationalTelephones.map(([country]) => country))(
    'that %s shows as an example is assigned',
    (country) => {
      const example = getExampleNumber(country, examples);
      if (example === undefined) throw new Error(`There is no example for ${country}.`);
      expect(createNationalCheck(country)(example.nationalNumber)).toBe(true);
      expect(createInternationalCheck()(example.number.slice(1))).toBe(true);
    },
  );

  it.each(['1', '10000000000', '999123456', '44123', '86112345678901234'])(
    '+%s is not assigned',
    (digits) => {
      expect(createInternationalCheck()(digits)).toBe(false);
    },
  );
});
