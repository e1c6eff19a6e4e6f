import { boundedMatch } from '../bounded.ts';
import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isDea, isEin, isItin, isNpi, isSsn } from '../validators/north-american-numbers.ts';

const US = 'US';

/** Numbers of people and organisations in the United States. */
export const americanIds: EntityFamily = {
  types: [
    {
      ...entityType('US_SSN', { label: 'SSN', locale: US }, [
        'ssn',
        'ssns',
        'social security',
        'social security number',
        'soc sec',
        '社会安全号',
        '社会安全号码',
        '社安号',
        '社保号',
      ]),
      unless: ['version', 'part', 'serial'],
    },
    entityType('US_ITIN', { label: 'TAX_ID', locale: US }, [
      'itin',
      'individual taxpayer',
      'taxpayer id',
      'tax id',
      'tin',
      '美国个人税号',
      '个人税号',
      '税号',
    ]),
    entityType('US_EIN', { label: 'TAX_ID', tier: 'indirect', locale: US }, [
      'ein',
      'employer identification',
      'employer id',
      'fein',
      'federal tax id',
      '雇主识别号',
      '雇主税号',
    ]),
    entityType('US_PASSPORT', { label: 'PASSPORT', locale: US }, [
      'us passport',
      'passport',
      'passport number',
      'passport no',
      'travel document',
      'travel passport',
      'passport card',
      '美国护照',
    ]),
    entityType('US_NPI', { label: 'HEALTH_ID', tier: 'indirect', locale: US }, [
      'npi',
      'national provider',
      'provider identifier',
      'provider id',
      'provider number',
      '医疗服务者编号',
    ]),
    entityType('US_DEA', { label: 'HEALTH_ID', locale: US }, [
      'dea',
      'dea number',
      'dea registration',
      'prescriber',
      'certificate number',
      'medical license',
      '药品管制注册号',
    ]),
    entityType('US_MBI', { label: 'HEALTH_ID', locale: US }, [
      'mbi',
      'medicare',
      'medicare id',
      'medicare number',
      'medicare beneficiary',
      '联邦医保号',
      '医保号',
    ]),
  ],
  rules: [
    {
      id: 'us-ssn-grouped',
      type: 'US_SSN',
      kind: 'pattern',
      validator: 'area, group and serial ranges',
      score: 0.85,
      context: 'free',
      begins: 'word',
      pattern: /\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{3}\.\d{2}\.\d{4}/g,
      accept: ssnFound,
      tests: {
        found: ['⟦219-48-3756⟧', 'abc ⟦219 48 3756⟧ abc'],
        ignored: ['666-48-3756', '219-00-3756', '12-219-48-3756'],
      },
    },
    numberRule('us-ssn-labelled', 'US_SSN', {
      validator: 'area, group and serial ranges, context',
      lengths: [9],
      groupings: ['3-2-4', '3-6', '5-4'],
      wraps: true,
      accept: isSsn,
      found: ['SSN: ⟦219483756⟧', '社会安全号⟦219483756⟧'],
      ignored: ['part 219483756', 'SSN 666483756'],
    }),
    {
      id: 'us-ssn-broken',
      type: 'US_SSN',
      kind: 'pattern',
      validator: 'area, group and serial ranges, context; over two lines',
      score: 0.75,
      context: 'required',
      needs: '-',
      begins: 'word',
      pattern: /\d[ \n]?\d[ \n]?\d[ \n]?-[ \n]?\d[ \n]?\d[ \n]?-[ \n]?\d[ \n]?\d[ \n]?\d[ \n]?\d/g,
      accept: ssnFound,
      tests: { found: ['SSN: ⟦219-4\n8-3756⟧'], ignored: ['code 219-4\n8-3756', 'SSN: 666-4\n8-3756'] },
    },
    numberRule('us-itin', 'US_ITIN', {
      validator: 'first digit 9, group ranges',
      lengths: [9],
      groupings: ['3-2-4', '3-6', '5-4'],
      accept: isItin,
      standsAlone: true,
      found: ['ITIN ⟦948-72-9173⟧', '⟦948729173⟧'],
      ignored: ['order 948729173', 'ITIN 948-67-9173'],
    }),
    numberRule('us-itin-grouped', 'US_ITIN', {
      validator: 'first digit 9, group ranges, written 3-2-4',
      score: 0.8,
      context: 'free',
      lengths: [9],
      groupings: ['3-2-4'],
      accept: (digits, { grouping }) => grouping === '3-2-4' && isItin(digits),
      found: ['⟦948-72-9173⟧'],
      ignored: ['948-67-9173', '948729173'],
    }),
    numberRule('us-ein', 'US_EIN', {
      validator: 'prefix of an IRS campus, context',
      score: 0.75,
      lengths: [9],
      groupings: ['2-7'],
      accept: isEin,
      found: ['EIN ⟦48-2917365⟧', 'employer identification number ⟦482917365⟧'],
      ignored: ['order 48-2917365', 'EIN 07-2917365'],
    }),
    numberRule('us-passport', 'US_PASSPORT', {
      validator: 'nine digits, context',
      score: 0.6,
      lengths: [9],
      groupings: ['3-3-3'],
      accept: () => true,
      found: ['US passport ⟦482910375⟧'],
      ignored: ['order 482910375', 'passport 48291037'],
    }),
    codeRule('us-passport-2021', 'US_PASSPORT', {
      validator: 'letter and eight digits, context',
      score: 0.67,
      lengths: [9],
      groupings: ['1-8'],
      shape: /^[A-Z]\d{8}$/,
      standsAlone: true,
      found: ['travel document ⟦A48291036⟧', '⟦A48291036⟧'],
      ignored: ['part A48291036', 'passport A4829103'],
    }),
    codeRule('us-passport-card', 'US_PASSPORT', {
      validator: 'C and eight digits of the card, context',
      score: 0.66,
      lengths: [9],
      shape: /^C\d{8}$/,
      found: ['passport card ⟦C48291036⟧'],
      ignored: ['part C48291036', 'passport card C4829103'],
    }),
    numberRule('us-npi', 'US_NPI', {
      validator: 'Luhn with 80840 before it',
      score: 0.85,
      lengths: [10],
      groupings: ['4-3-3', '3-3-4'],
      accept: isNpi,
      standsAlone: true,
      found: ['NPI ⟦1482917360⟧', '⟦1482917360⟧'],
      ignored: ['order 1482917360', 'NPI 1482917369'],
    }),
    dea('practitioner', 'A, B, F or G: practitioners, hospitals and pharmacies', '[ABFG][A-Z9]', 'BQ'),
    dea('mid-level', 'M: mid-level practitioners', 'M[A-Z9]', 'MQ'),
    dea('distributor', 'other kinds of registrants', '[C-EHJ-LPRSTUX][A-Z9]', 'RQ'),
    codeRule('us-mbi', 'US_MBI', {
      validator: 'kind of character at each place',
      score: 0.9,
      context: 'free',
      lengths: [11],
      groupings: ['4-3-4'],
      shape:
        /^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/,
      found: ['MBI ⟦4QG8-KR2-MK91⟧', '⟦4QG8KR2MK91⟧'],
      ignored: ['4SG8-KR2-MK91', '0QG8KR2MK91'],
    }),
  ],
};

function dea(kind: string, what: string, letters: string, example: string): EntityFamily['rules'][number] {
  return codeRule(`us-dea-${kind}`, 'US_DEA', {
    validator: `${what}; odd places plus twice the even ones`,
    score: 0.85,
    lengths: [9],
    groupings: ['2-7'],
    shape: new RegExp(`^${letters}\\d{7}$`),
    accept: isDea,
    standsAlone: true,
    found: [`DEA ⟦${example}4829175⟧`, `⟦${example}4829175⟧`],
    ignored: [`part ${example}4829175`, `DEA ${example}4829170`],
  });
}

function ssnFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || touchesDash(text, span)) return undefined;
  return isSsn(match[0].replace(/\D/g, '')) ? span : undefined;
}

function touchesDash(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  return /-$|\d[ .]$/.test(before) || /^[-. ]\d/.test(text.slice(span.end, span.end + 2));
}
