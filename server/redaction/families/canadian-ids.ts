import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, NumberRule } from '../rule.ts';
import { passesLuhn } from '../validators/luhn.ts';
import { isBritishColumbiaPhn, isSin } from '../validators/north-american-numbers.ts';

/** Provinces whose health number is digits without a published check: length and how they are written. */
const plain: readonly (readonly [
  province: string,
  length: number,
  groupings: readonly string[],
  example: string,
])[] = [
  ['AB', 9, ['5-4', '4-5'], '48291-7365'],
  ['MB', 9, ['3-3-3', '6-3'], '482 917 365'],
  ['SK', 9, ['3-3-3'], '482 917 365'],
  ['NB', 9, ['3-3-3'], '482-917-365'],
  ['NL', 12, ['3-3-3-3', '4-4-4'], '482 917 365 048'],
  ['PE', 8, ['4-4'], '4829 1736'],
  ['YT', 9, ['3-3-3'], '002-917-365'],
  ['NU', 9, ['3-3-3'], '148-291-736'],
];

/** Numbers of people in Canada. */
export const canadianIds: EntityFamily = {
  types: [
    entityType('CA_SIN', { label: 'SIN', locale: 'CA' }, [
      'sin',
      'social insurance',
      'nas',
      "numéro d'assurance sociale",
      'assurance sociale',
      '社会保险号',
      '加拿大社保号',
      '工卡号',
    ]),
    entityType('CA_HEALTH', { label: 'HEALTH_ID', locale: 'CA' }, [
      'health card',
      'health number',
      'ohip',
      'phn',
      'personal health number',
      'ramq',
      'carte santé',
      'assurance maladie',
      'health insurance',
      'care card',
      'medicare card',
      '健康卡',
      '医疗卡',
      '加拿大医保号',
    ]),
  ],
  rules: [
    numberRule('ca-sin', 'CA_SIN', {
      validator: 'Luhn, first digit',
      score: 0.85,
      lengths: [9],
      groupings: ['3-3-3'],
      accept: isSin,
      keepUnverified: true,
      standsAlone: true,
      found: ['SIN ⟦482 917 366⟧', 'NAS : ⟦482917366⟧'],
      ignored: ['order 482917366', '482917369'],
    }),
    numberRule('ca-health-on', 'CA_HEALTH', {
      locale: 'CA-ON',
      validator: 'Luhn',
      lengths: [10],
      groupings: ['4-3-3'],
      accept: passesLuhn,
      keepUnverified: true,
      found: ['OHIP ⟦4829-173-659⟧'],
      ignored: ['order 4829173659', '4829173659'],
    }),
    codeRule('ca-health-on-version', 'CA_HEALTH', {
      locale: 'CA-ON',
      validator: 'Luhn, version code',
      score: 0.85,
      lengths: [11, 12],
      groupings: ['4-3-3-2', '4-3-3-1', '10-2', '10-1'],
      shape: /^\d{10}[A-Z]{1,2}$/,
      accept: (code) => passesLuhn(code.slice(0, 10)),
      found: ['health card ⟦4829-173-659-KV⟧'],
      ignored: ['order 4829-173-659-KV', 'OHIP 4829173658KV'],
    }),
    numberRule('ca-health-bc', 'CA_HEALTH', {
      locale: 'CA-BC',
      validator: 'first digit 9, mod 11',
      score: 0.85,
      lengths: [10],
      groupings: ['4-3-3'],
      accept: isBritishColumbiaPhn,
      standsAlone: true,
      found: ['PHN ⟦9482 917 367⟧'],
      ignored: ['order 9482917367', '9482917369'],
    }),
    codeRule('ca-health-qc', 'CA_HEALTH', {
      locale: 'CA-QC',
      validator: 'name, date of birth (50 more in the month for women)',
      score: 0.85,
      context: 'free',
      lengths: [12],
      groupings: ['4-4-4'],
      shape: /^[A-Z]{4}\d{2}(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d{2}$/,
      found: ['RAMQ ⟦QUIO 8756 1248⟧', '⟦QUIO87061248⟧'],
      ignored: ['QUIO 8713 1248', 'QUI87061248'],
    }),
    numberRule('ca-health-ns', 'CA_HEALTH', {
      locale: 'CA-NS',
      validator: 'Luhn',
      lengths: [10],
      groupings: ['4-3-3'],
      accept: (digits) => digits.startsWith('0') && passesLuhn(digits),
      found: ['health card ⟦0029 173 655⟧'],
      ignored: ['order 0029173655', '0029173659'],
    }),
    codeRule('ca-health-nt', 'CA_HEALTH', {
      locale: 'CA-NT',
      validator: 'N, D, M or T and seven digits, context',
      score: 0.7,
      lengths: [8],
      groupings: ['1-7', '1-3-4'],
      shape: /^[NDMT]\d{7}$/,
      found: ['health card ⟦N4829173⟧'],
      ignored: ['order N4829173', 'health card K4829173'],
    }),
    ...plain.map(([province, length, groupings, example]) =>
      plainHealthNumber(province, length, groupings, example),
    ),
  ],
};

function plainHealthNumber(
  province: string,
  length: number,
  groupings: readonly string[],
  example: string,
): NumberRule {
  return numberRule(`ca-health-${province.toLowerCase()}`, 'CA_HEALTH', {
    locale: `CA-${province}`,
    validator: `${length} digits, context`,
    score: 0.65,
    lengths: [length],
    groupings,
    accept: () => true,
    found: [`health card ⟦${example}⟧`],
    ignored: [`order ${example}`, `health card ${example.slice(0, -1)}`],
  });
}
