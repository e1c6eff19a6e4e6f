import { boundedMatch } from '../bounded.ts';
import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, PatternRule } from '../rule.ts';
import { wholeMatch } from '../rule.ts';
import { provinceCodes } from '../tables/province-codes.ts';
import { isPlausibleCompactDate, startsWithYymmdd } from '../validators/calendar.ts';
import { isResidentId, looksLikeResidentId, passesMod112 } from '../validators/resident-id.ts';

const CN = { label: 'CN_ID', locale: 'CN' };
const idWords = [
  '身份证',
  '身份证件',
  '身份号',
  '身分证',
  '证件',
  '公民身份',
  '身份证明',
  '證件',
  'id card',
  'identity card',
  'citizen id',
  'resident id',
  'id number',
  'id no',
  'idcard',
  'id_card',
  'sfz',
];

/** Kinds of military documents: the Hanzi before `字第`, or the seal of a service or region. */
const militaryKinds: readonly (readonly [id: string, seals: string, example: string])[] = [
  ['officer', '军政参后装成', '军'],
  ['soldier', '兵士', '士'],
  ['civilian', '文职', '文'],
  ['region', '广海空北沈兰济南武', '海'],
];

/** Identity numbers of mainland China: resident ID (GB 11643-1999) and the documents beside it. */
export const chineseIds: EntityFamily = {
  types: [
    entityType('CN_RESIDENT_ID', CN, idWords),
    entityType('CN_RESIDENT_ID_15', CN, [...idWords, '一代证']),
    entityType('HKMOTW_RESIDENCE_PERMIT', CN, ['居住证', '居住證', 'residence permit']),
    entityType('CN_FOREIGN_PR_ID', CN, [
      '永久居留身份证',
      '外国人永久居留',
      '永居证',
      '永居身份证',
      '五星卡',
      'permanent residence',
      'permanent resident card',
      'foreign permanent resident',
      'green card',
    ]),
    entityType('CN_MILITARY_ID', CN, [
      '军官证',
      '士兵证',
      '文职干部证',
      '军人证',
      '义务兵证',
      '文职人员证',
      '军人保障卡',
      'military id',
      'officer id',
      'soldier id',
    ]),
    entityType('CN_POLICE_ID', CN, [
      '警号',
      '警官证',
      '人民警察证',
      '警察证',
      '警員編號',
      'police badge',
      'badge number',
      'police id',
    ]),
    entityType('CN_BIRTH_CERT', CN, [
      '出生医学证明',
      '出生证',
      '出生证编号',
      '出生医学证明编号',
      'birth certificate',
    ]),
    entityType('CN_HUKOU', CN, [
      '户口簿',
      '户口本',
      '户号',
      '户口簿号',
      '户籍号',
      'household register',
      'household registration',
      'hukou',
    ]),
  ],
  rules: [
    numberRule('cn-resident-id-18', 'CN_RESIDENT_ID', {
      validator: 'ISO 7064 MOD 11-2, date, province',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['6-8-4', '6-4-4-4', '6-4-2-2-4', '3-3-4-4-4', '6-12', '14-4', '3-3-8-4'],
      checkLetter: true,
      wraps: true,
      accept: (digits) => isResidentId(digits) && !isHongKongMacauTaiwan(digits),
      found: ['号码是⟦310104198706123070⟧。', '⟦310104 19870612 3070⟧'],
      ignored: ['订单310104198706123079已发货', '流水9310104198706123070'],
    }),
    {
      // A labelled number with a typo is still somebody's: 17 to 19 digits right after the word.
      id: 'cn-resident-id-labelled',
      type: 'CN_RESIDENT_ID',
      kind: 'label',
      validator: 'context, province or date',
      score: 0.6,
      value: /\d{6}[ -]?\d{2,8}[ -]?\d{2,8}(?:[ -]?\d{1,4})?[Xx]?/y,
      accept(match) {
        const digits = match[0].replace(/[ -]/g, '');
        const isPlausible =
          digits.length >= 17 &&
          digits.length <= 19 &&
          (provinceCodes.has(digits.slice(0, 2)) || looksLikeResidentId(digits));
        return isPlausible ? wholeMatch(match) : undefined;
      },
      tests: {
        found: ['身份证：⟦310104198706123071⟧（录入有误）'],
        ignored: ['身份证号310104', '订单310104198706123071'],
      },
    },
    numberRule('cn-resident-id-15', 'CN_RESIDENT_ID_15', {
      validator: 'date, province, context',
      score: 0.7,
      lengths: [15],
      groupings: ['6-6-3'],
      accept: (digits) =>
        provinceCodes.has(digits.slice(0, 2)) && isPlausibleCompactDate(`19${digits.slice(6, 12)}`),
      found: ['一代身份证 ⟦310104870612307⟧'],
      ignored: ['单号310104870612307', '一代身份证 310104871312307'],
    }),
    numberRule('hkmotw-residence-permit', 'HKMOTW_RESIDENCE_PERMIT', {
      validator: 'ISO 7064 MOD 11-2, date, 81/82/83',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['6-8-4'],
      checkLetter: true,
      wraps: true,
      accept: (digits) => isResidentId(digits) && isHongKongMacauTaiwan(digits),
      keepUnverified: true,
      found: ['居住证⟦810000198802141137⟧', '⟦830000198802141130⟧'],
      ignored: ['810000198802141139', '840000198802141130'],
    }),
    numberRule('cn-foreign-pr-id', 'CN_FOREIGN_PR_ID', {
      validator: 'ISO 7064 MOD 11-2, date, first digit 9 (card of 2023)',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['6-8-4'],
      checkLetter: true,
      accept: (digits) =>
        digits.startsWith('9') && isPlausibleCompactDate(digits.slice(6, 14)) && passesMod112(digits),
      keepUnverified: true,
      found: ['永居证号⟦931440198706124821⟧'],
      ignored: ['订单931440198706124829', '订单931440198713124820'],
    }),
    codeRule('cn-foreign-pr-id-2004', 'CN_FOREIGN_PR_ID', {
      validator: 'country, place and date of the older card, context',
      lengths: [15],
      groupings: ['3-12'],
      shape: /^[A-Z]{3}\d{12}$/,
      accept: (code) => startsWithYymmdd(code.slice(7)),
      found: ['外国人永久居留身份证⟦FRA310487061248⟧'],
      ignored: ['批次FRA310487061248', '永居证FRA310487131248'],
    }),
    ...militaryKinds.map(([kind, seals, example]) => militaryId(kind, seals, example)),
    {
      id: 'cn-military-id-labelled',
      type: 'CN_MILITARY_ID',
      kind: 'number',
      validator: 'format, context',
      score: 0.75,
      context: 'required',
      lengths: [6, 7, 8],
      groupings: [],
      accept: () => true,
      tests: { found: ['军官证号⟦20193847⟧'], ignored: ['编号20193847', '军官证20193'] },
    },
    numberRule('cn-police-id', 'CN_POLICE_ID', {
      validator: 'six digits, context',
      score: 0.7,
      lengths: [6],
      accept: () => true,
      found: ['警号⟦048291⟧', 'police badge ⟦048291⟧'],
      ignored: ['房间048291', '警号04829'],
    }),
    codeRule('cn-birth-cert', 'CN_BIRTH_CERT', {
      validator: 'letter and nine digits, context',
      lengths: [10],
      groupings: ['1-9'],
      shape: /^[A-Z]\d{9}$/,
      found: ['出生医学证明编号：⟦Q482917365⟧'],
      ignored: ['型号Q482917365', '出生证Q48291736'],
    }),
    numberRule('cn-hukou', 'CN_HUKOU', {
      validator: '9 to 18 digits, context',
      score: 0.7,
      lengths: [9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
      accept: () => true,
      found: ['户号：⟦482917365⟧', '户口簿 ⟦310104482917365⟧'],
      ignored: ['单号482917365', '户号48291736'],
    }),
  ],
};

function militaryId(kind: string, seals: string, example: string): PatternRule {
  return {
    id: `cn-military-id-${kind}`,
    type: 'CN_MILITARY_ID',
    kind: 'pattern',
    validator: 'seal, 字第 and 4 to 8 digits',
    score: 0.85,
    context: 'free',
    needs: '字第',
    pattern: new RegExp(`[${seals}]字第\\d{4,8}`, 'g'),
    accept: boundedMatch,
    tests: {
      found: [`证件：⟦${example}字第20193847⟧号`],
      ignored: ['建字第20193847号', `${example}字第201号`],
    },
  };
}

function isHongKongMacauTaiwan(id: string): boolean {
  return /^8[123]0000/.test(id);
}
