import { boundedMatch } from '../bounded.ts';
import type { EntityType, Tier } from '../entity-type.ts';
import type { EntityFamily, LabelRule, Span } from '../rule.ts';

/** Numbers that an organisation gave to a person or a case: type, label, tier, country, words. */
const numbered: readonly (readonly [string, string, Tier, string, readonly string[]])[] = [
  ['CN_MEDICAL_RECORD', 'RECORD', 'indirect', 'CN', ['病历号', '住院号', '门诊号', '就诊卡号']],
  ['MEDICAL_RECORD_NUMBER', 'RECORD', 'indirect', '*', ['mrn', 'medical record number', 'medical record no']],
  ['CN_STUDENT_ID', 'STAFF_ID', 'indirect', 'CN', ['学号', '准考证号', '考生号', '学籍号', 'student id']],
  [
    'EMPLOYEE_ID',
    'STAFF_ID',
    'indirect',
    '*',
    ['工号', '员工编号', '员工号', 'employee id', 'employee number', 'badge number', 'staff id'],
  ],
  [
    'CUSTOMER_ID',
    'CUSTOMER',
    'attribute',
    '*',
    ['客户号', '客户编号', '会员号', 'customer id', 'customer number', 'client id'],
  ],
  [
    'POLICY_NUMBER',
    'POLICY',
    'attribute',
    '*',
    ['保单号', '保险单号', '保单编号', 'policy number', 'policy no'],
  ],
  ['CN_HOUSING_FUND', 'ACCOUNT', 'critical', 'CN', ['公积金账号', '公积金号', 'housing fund account']],
];

const CASE_NUMBER =
  /[(（〔]\d{4}[)）〕][\u4e00-\u9fff0-9]{2,12}(?:民|刑|行|执|破|财|商)[\u4e00-\u9fff]{0,4}\d{1,7}号/g;

/** Reference numbers: a value right after its word, with at least one digit. */
export const referenceNumbers: EntityFamily = {
  types: [
    ...numbered.map(([id, label, tier, locale, context]): EntityType => ({
      id,
      label,
      tier,
      locale,
      canonical: 'compact',
      context,
    })),
    {
      id: 'CN_CASE_NUMBER',
      label: 'CASE',
      tier: 'attribute',
      locale: 'CN',
      canonical: 'compact',
      context: ['案号', '案件编号'],
    },
  ],
  rules: [
    ...numbered.map(([type]): LabelRule => ({
      id: type.toLowerCase().replaceAll('_', '-'),
      type,
      kind: 'label',
      validator: 'context',
      score: 0.7,
      value: /[A-Za-z]{0,6}-?\d[A-Za-z0-9-]{2,19}/y,
      accept: numberFound,
    })),
    {
      id: 'cn-case-number',
      type: 'CN_CASE_NUMBER',
      kind: 'pattern',
      validator: 'format',
      score: 0.9,
      context: 'free',
      needs: '号',
      pattern: CASE_NUMBER,
      accept: (match) => ({ start: match.index, end: match.index + match[0].length }),
    },
  ],
};

function numberFound(match: RegExpExecArray, text: string): Span | undefined {
  return boundedMatch(match, text);
}
