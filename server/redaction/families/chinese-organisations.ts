import { boundedMatch, compactUpper } from '../bounded.ts';
import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily } from '../rule.ts';
import {
  isBusinessRegistration,
  isOldTaxpayerId,
  isOrganisationCode,
} from '../validators/chinese-registers.ts';
import { isResidentId } from '../validators/resident-id.ts';
import { isUscc } from '../validators/uscc.ts';

const ORGANISATION = { label: 'ORG_ID', tier: 'indirect', locale: 'CN' } as const;
const GROUPED = /[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y](?:[ .\n-]?[0-9A-HJ-NP-RTUW-Ya-hj-np-rtuw-y]){17}/g;
const taxWords = [
  '纳税人识别号',
  '纳税人识别码',
  '税务登记号',
  '税务登记证',
  '税号',
  '納稅人識別號',
  'taxpayer id',
  'tax id',
  'tin',
];

/** Registers of organisations and insured people in mainland China. */
export const chineseOrganisations: EntityFamily = {
  types: [
    entityType('CN_USCC', ORGANISATION, [
      '统一社会信用代码',
      '社会信用代码',
      '信用代码',
      '统一代码',
      '社会组织代码',
      '机关代码',
      '纳税人识别号',
      '税号',
      'unified social credit code',
      'social credit code',
      'credit code',
      'uscc',
    ]),
    entityType('CN_ORG_CODE', ORGANISATION, [
      '组织机构代码',
      '机构代码',
      '组织机构代码证',
      '組織機構代碼',
      'organisation code',
      'organization code',
    ]),
    entityType('CN_BUSINESS_REG', ORGANISATION, [
      '注册号',
      '工商注册号',
      '营业执照号',
      '营业执照',
      '工商登记号',
      '註冊號',
      'business registration',
      'registration number',
    ]),
    entityType('CN_TAXPAYER_ID', { label: 'TAX_ID', locale: 'CN' }, taxWords),
    entityType('CN_SOCIAL_SECURITY', { label: 'CN_ID', locale: 'CN' }, [
      '社保卡',
      '社会保障号',
      '社会保障卡',
      '社保号',
      '医保卡',
      '医保编号',
      '医保号',
      '社保编号',
      '社保電腦號',
      '社保电脑号',
      'social security card',
      'medical insurance',
    ]),
  ],
  rules: [
    codeRule('cn-uscc', 'CN_USCC', {
      validator: 'GB 32100 mod 31',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['2-6-9-1', '2-6-10', '8-10', '8-9-1', '17-1', '4-4-4-4-2', '6-6-6'],
      shape: /^[159ANY][1-59][0-9A-HJ-NP-RTUW-Y]{16}$/,
      accept: isUscc,
      found: ['公司代码：⟦91310115MA1K4ABC7T⟧', '⟦91 310115 MA1K4ABC7 T⟧'],
      ignored: ['91310115MA1K4ABC7U', '913100010000000070'],
    }),
    {
      id: 'cn-uscc-grouped',
      type: 'CN_USCC',
      kind: 'pattern',
      validator: 'GB 32100 mod 31, context; any grouping, digits alone',
      score: 0.9,
      context: 'required',
      pattern: GROUPED,
      accept(match, text) {
        const code = compactUpper(match[0]);
        return /^[1-9A-HJ-NP-RTUW-Y][1-59]/.test(code) && isUscc(code)
          ? boundedMatch(match, text)
          : undefined;
      },
      tests: {
        found: ['信用代码⟦913100010000000070⟧', '统一社会信用代码⟦9131 0115 MA1K\n4ABC 7T⟧'],
        ignored: ['流水913100010000000070', '信用代码913100010000000071'],
      },
    },
    codeRule('cn-org-code', 'CN_ORG_CODE', {
      validator: 'GB 11714 mod 11',
      lengths: [9],
      groupings: ['8-1'],
      shape: /^[0-9A-Z]{8}[0-9X]$/,
      accept: isOrganisationCode,
      found: ['组织机构代码⟦MA1K4ABC-4⟧', '组织机构代码：⟦MB4829174⟧'],
      ignored: ['型号MA1K4ABC-4', '组织机构代码MA1K4ABC-9'],
    }),
    numberRule('cn-org-code-digits', 'CN_ORG_CODE', {
      validator: 'GB 11714 mod 11, digits alone',
      score: 0.75,
      lengths: [9],
      groupings: ['8-1'],
      checkLetter: true,
      accept: isOrganisationCode,
      found: ['组织机构代码⟦48291736-3⟧'],
      ignored: ['单号482917363', '组织机构代码48291736-9'],
    }),
    numberRule('cn-business-reg', 'CN_BUSINESS_REG', {
      validator: 'GS 15, ISO 7064 MOD 11,10, province',
      lengths: [15],
      groupings: ['6-8-1', '6-9', '3-3-8-1'],
      accept: isBusinessRegistration,
      found: ['工商注册号：⟦310104482917369⟧'],
      ignored: ['单号310104482917363', '注册号310104482917368'],
    }),
    numberRule('cn-taxpayer-id-15', 'CN_TAXPAYER_ID', {
      validator: 'province and organisation code (GB 11714)',
      score: 0.85,
      lengths: [15],
      groupings: ['6-9', '6-8-1'],
      checkLetter: true,
      accept: isOldTaxpayerId,
      found: ['纳税人识别号⟦310104482917363⟧'],
      ignored: ['单号310104482917363', '税号310104482917369'],
    }),
    codeRule('cn-taxpayer-id-15-letters', 'CN_TAXPAYER_ID', {
      validator: 'province and organisation code with letters (GB 11714)',
      score: 0.85,
      lengths: [15],
      groupings: ['6-9', '6-8-1'],
      shape: /^\d{6}[0-9A-Z]{8}[0-9X]$/,
      accept: isOldTaxpayerId,
      found: ['税务登记号⟦310104MA1K4ABC4⟧'],
      ignored: ['批号310104MA1K4ABC4', '税号310104MA1K4ABC9'],
    }),
    numberRule('cn-taxpayer-id-20', 'CN_TAXPAYER_ID', {
      validator: 'resident ID (ISO 7064 MOD 11-2) and two digits',
      score: 0.9,
      lengths: [20],
      accept: isOldTaxpayerId,
      found: ['税号：⟦31010419870612307001⟧'],
      ignored: ['流水31010419870612307001', '税号31010419870612307101'],
    }),
    numberRule('cn-taxpayer-id-18', 'CN_TAXPAYER_ID', {
      validator: 'resident ID of a self-employed person',
      score: 0.8,
      lengths: [18],
      checkLetter: true,
      accept: isResidentId,
      found: ['个体户纳税人识别号：⟦310104198706123070⟧'],
      ignored: ['流水310104198706123070', '税号310104198706123071'],
    }),
    numberRule('cn-social-security', 'CN_SOCIAL_SECURITY', {
      validator: '8 to 17 digits, no mobile number, context',
      score: 0.75,
      lengths: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
      checkLetter: true,
      accept: (digits) => !/^1[3-9]\d{9}$/.test(digits),
      found: ['社保卡号：⟦482917365⟧', '医保编号⟦310104482917365⟧'],
      ignored: ['单号482917365', '社保卡号4829173', '医保卡落下了，打电话13728194605'],
    }),
    codeRule('cn-social-security-letter', 'CN_SOCIAL_SECURITY', {
      validator: 'letter and 8 or 9 digits of the card, context',
      score: 0.75,
      lengths: [9, 10],
      shape: /^[A-Z]\d{8,9}$/,
      found: ['社保卡号：⟦B82019374⟧'],
      ignored: ['型号B82019374', '社保卡号B8201937'],
    }),
    numberRule('cn-social-security-number', 'CN_SOCIAL_SECURITY', {
      validator: 'resident ID, ISO 7064 MOD 11-2',
      score: 0.8,
      lengths: [18],
      checkLetter: true,
      accept: isResidentId,
      found: ['社会保障号码：⟦310104198706123070⟧'],
      ignored: ['流水310104198706123070', '社会保障号310104198706123071'],
    }),
  ],
};
