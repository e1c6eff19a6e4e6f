import { expect, it } from 'vitest';
import type { MaskProfile } from '../../../admin-ui/src/api/schema.ts';
import { isSameTreatment, treatmentsOf } from '../../../admin-ui/src/pages/redaction/treatments.ts';

/** As the server lists it. */
const profile: MaskProfile = {
  name: 'site',
  title: '',
  tiers: ['critical'],
  include: [],
  exclude: [],
  disabledRules: [],
  operators: [
    { use: 'mask', types: ['IBAN'], roles: ['supervisor'], restore: 'all' },
    { use: 'hash', types: ['IBAN'], scope: 'installation' },
    { use: 'block', types: ['IBAN'] },
    { use: 'mask', tiers: ['critical'], restore: 'none' },
  ],
  types: [
    { type: 'IBAN', masked: true, because: 'tier', operator: 'hash' },
    { type: 'PIN', masked: true, because: 'tier', operator: 'mask' },
    { type: 'AGE', masked: false, because: 'not-in-tiers' },
  ],
};

it('tells what happens to a type: the rules in their order, up to the one that is for everybody', () => {
  const treatments = treatmentsOf(profile, (type) => (type === 'AGE' ? 'attribute' : 'critical'));
  expect(Object.fromEntries(treatments)).toEqual({
    IBAN: {
      because: 'tier',
      treatments: [
        { use: 'mask', roles: ['supervisor'] },
        { use: 'hash', scope: 'installation' },
      ],
    },
    PIN: { because: 'tier', treatments: [{ use: 'mask', restore: 'none' }] },
    AGE: { because: 'not-in-tiers', treatments: [{ use: undefined }] },
  });
  expect(isSameTreatment(treatments.get('IBAN'), treatments.get('PIN'))).toBe(false);
});
