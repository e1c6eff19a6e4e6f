import { describe, expect, it } from 'vitest';
import { countKinds, kindOfType } from '../../../admin-ui/src/data/value-kinds.ts';

describe('the kind of a masked value', () => {
  it.each([
    ['CN_PERSON_NAME', 'name'],
    ['PERSON', 'name'],
    ['CN_MOBILE', 'phone'],
    ['CN_RESIDENT_ID', 'nationalId'],
    ['HK_ID', 'nationalId'],
    ['US_SSN', 'nationalId'],
    ['CN_PASSPORT', 'passport'],
    ['HKMO_HOME_RETURN_PERMIT', 'passport'],
    ['US_DRIVER_LICENSE', 'drivingLicence'],
    ['UK_DRIVING_LICENCE', 'drivingLicence'],
    ['CN_LICENSE_PLATE', 'vehicle'],
    ['DE_TAX_ID', 'taxId'],
    ['EU_VAT', 'taxId'],
    ['CN_BANK_CARD', 'card'],
    ['CARD_CVV', 'cardCode'],
    ['US_BANK_ACCOUNT', 'bankAccount'],
    ['AWS_ACCESS_KEY_ID', 'accessKey'],
    ['GITHUB_TOKEN', 'accessKey'],
    ['GENERIC_API_KEY', 'accessKey'],
    ['PRIVATE_KEY_PEM', 'privateKey'],
    ['CUSTOMER_ID', 'recordNumber'],
    ['SOMETHING_NEW', 'other'],
  ])('of type %s is %s', (type, kind) => {
    expect(kindOfType(type)).toBe(kind);
  });

  it('joins the counts of types that people call the same, most personal first', () => {
    expect(countKinds({ IBAN: 1, PERSON: 1, CN_PERSON_NAME: 2, EMAIL: 0 })).toEqual([
      { kind: 'name', count: 3 },
      { kind: 'bankAccount', count: 1 },
    ]);
  });
});
