import type { EntityFamily } from '../rule.ts';
import { wholeMatch } from '../rule.ts';
import { provinceCodes } from '../tables/province-codes.ts';
import { isPlausibleCompactDate } from '../validators/calendar.ts';
import { isResidentId, looksLikeResidentId } from '../validators/resident-id.ts';

const idWords = [
  '身份证',
  '身份证件',
  '身份号',
  '身分证',
  '证件',
  '公民身份',
  '身份证明',
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

/** Resident ID (GB 11643-1999) and its first generation of 15 digits. */
export const chineseIds: EntityFamily = {
  types: [
    {
      id: 'CN_RESIDENT_ID',
      label: 'CN_ID',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: idWords,
    },
    {
      id: 'CN_RESIDENT_ID_15',
      label: 'CN_ID',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: [...idWords, '一代证'],
    },
    {
      id: 'HKMOTW_RESIDENCE_PERMIT',
      label: 'CN_ID',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['居住证', 'residence permit'],
    },
  ],
  rules: [
    {
      id: 'cn-resident-id-18',
      type: 'CN_RESIDENT_ID',
      kind: 'number',
      validator: 'ISO 7064 MOD 11-2, date, province',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['6-8-4', '6-4-4-4', '6-4-2-2-4', '3-3-4-4-4', '6-12', '14-4', '3-3-8-4'],
      checkLetter: true,
      wraps: true,
      accept: (digits) => isResidentId(digits) && !isHongKongMacauTaiwan(digits),
      tests: {
        found: ['身份证号⟦310104198706123070⟧', 'ID ⟦310104 19870612 3070⟧', '⟦310104198\n706123070⟧ 身份证'],
        ignored: ['310104198706123071', '310104198713123070', 'a310104198706123070b'],
      },
    },
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
    },
    {
      id: 'cn-resident-id-15',
      type: 'CN_RESIDENT_ID_15',
      kind: 'number',
      validator: 'date, province, context',
      score: 0.7,
      context: 'required',
      lengths: [15],
      groupings: ['6-6-3'],
      accept: (digits) =>
        provinceCodes.has(digits.slice(0, 2)) && isPlausibleCompactDate(`19${digits.slice(6, 12)}`),
    },
    {
      id: 'hkmotw-residence-permit',
      type: 'HKMOTW_RESIDENCE_PERMIT',
      kind: 'number',
      validator: 'ISO 7064 MOD 11-2, date, 81/82/83',
      score: 0.95,
      context: 'free',
      lengths: [18],
      groupings: ['6-8-4'],
      checkLetter: true,
      wraps: true,
      accept: (digits) => isResidentId(digits) && isHongKongMacauTaiwan(digits),
    },
  ],
};

function isHongKongMacauTaiwan(id: string): boolean {
  return /^8[123]0000/.test(id);
}
