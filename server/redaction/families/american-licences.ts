import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { CodeRule, EntityFamily, NumberRule } from '../rule.ts';

const TYPE = 'US_DRIVER_LICENSE';

/** States whose numbers are digits alone: allowed lengths. Shorter ones than seven digits are not looked for: they are anything. */
const digitStates: readonly (readonly [state: string, lengths: readonly number[], example: string])[] = [
  ['AK', [7], '4829173'],
  ['AL', [7, 8], '48291736'],
  ['AR', [8, 9], '948291736'],
  ['CT', [9], '148291736'],
  ['DC', [7, 9], '4829173'],
  ['DE', [7], '1482917'],
  ['GA', [7, 8, 9], '048291736'],
  ['LA', [9], '004829173'],
  ['ME', [7, 8], '4829173'],
  ['MS', [9], '802917365'],
  ['NC', [8, 12], '000048291736'],
  ['NM', [8, 9], '148291736'],
  ['PA', [8], '24829173'],
  ['SC', [9, 10, 11], '104829173'],
  ['SD', [8, 9, 10], '01482917'],
  ['TN', [7, 8, 9], '084829173'],
  ['TX', [7, 8], '14829173'],
  ['UT', [7, 8, 9, 10], '148291736'],
  ['WY', [9, 10], '104829173'],
];

/** States whose numbers hold letters. */
const letterStates: readonly (readonly [
  state: string,
  lengths: readonly number[],
  shape: RegExp,
  example: string,
  wrong: string,
])[] = [
  ['AZ', [9], /^[A-Z]\d{8}$/, 'D04829173', 'D0482917'],
  ['CA', [8], /^[A-Z]\d{7}$/, 'F4829173', 'F482917'],
  ['CO', [9], /^\d{2}[A-Z]\d{6}$|^[A-Z]{1,2}\d{7,8}$/, '94K482917', '94K48291'],
  ['FL', [13], /^[A-Z]\d{12}$/, 'Q482917365048', 'Q48291736504'],
  ['HI', [9], /^H\d{8}$/, 'H04829173', 'H0482917'],
  ['IA', [9], /^\d{3}[A-Z]{2}\d{4}$/, '482QB9173', '482QB917'],
  ['ID', [9], /^[A-Z]{2}\d{6}[A-Z]$/, 'QB482917K', 'QB48291K'],
  ['IL', [12], /^[A-Z]\d{11}$/, 'Q48291736504', 'Q4829173650'],
  ['IN', [10], /^[A-Z]\d{9}$/, 'Q482917365', 'Q48291736'],
  ['KS', [9], /^K\d{8}$/, 'K04829173', 'K0482917'],
  ['KY', [9, 10], /^[A-Z]\d{8,9}$/, 'Q04829173', 'Q0482917'],
  ['MA', [9], /^S[A-Z0-9]\d{7}$/, 'S48291736', 'S4829173'],
  ['MD', [13], /^[A-Z]\d{12}$|^MD\d{11}$/, 'Q482917365048', 'Q48291736504'],
  ['MI', [13], /^[A-Z]\d{12}$/, 'Q482917365048', 'Q48291736504'],
  ['MN', [13], /^[A-Z]\d{12}$/, 'Q482917365048', 'Q48291736504'],
  ['MO', [10], /^[A-Z]\d{9}$|^\d{3}[A-Z]\d{6}$|^\d{9}[A-Z]$/, '482Q917365', '482Q91736'],
  ['MT', [9], /^[A-Z]\d{8}$/, 'Q48291736', 'Q4829173'],
  ['ND', [9], /^[A-Z]{3}\d{6}$/, 'QUI874829', 'QUI87482'],
  ['NE', [9], /^[ABCEGHPRVZ]\d{8}$/, 'H12829173', 'H1282917'],
  ['NH', [10], /^\d{2}[A-Z]{3}\d{5}$|^NH[A-Z]\d{7}$/, '06QEO87121', '06QEO8712'],
  ['NJ', [15], /^[A-Z]\d{14}$/, 'Q48291736504829', 'Q4829173650482'],
  ['NV', [9], /^X\d{8}$/, 'X04829173', 'X0482917'],
  ['NY', [8], /^[A-Z]\d{7}$/, 'Q4829173', 'Q482917'],
  ['OH', [8], /^[A-Z]{2}\d{6}$/, 'QB482917', 'QB48291'],
  ['OK', [10], /^[A-Z]\d{9}$/, 'Q082917365', 'Q08291736'],
  ['OR', [7], /^[A-Z]\d{6}$|^[A-Z]{2}\d{5}$/, 'Q482917', 'Q48291'],
  ['RI', [7], /^V\d{6}$/, 'V482917', 'V48291'],
  ['VA', [9], /^[A-Z]\d{8}$/, 'T64829173', 'T6482917'],
  ['VT', [8], /^\d{7}A$/, '4829173A', '482917A'],
  [
    'WA',
    [12],
    /^WDL[A-Z0-9]{9}$|^[A-Z]{2,5}\*{0,4}[A-Z]{1,2}\d{3}[A-Z0-9]{2}$/,
    'WDL48K29Q17B',
    'WDL48K29Q1',
  ],
  ['WI', [14], /^[A-Z]\d{13}$/, 'Q4829173650482', 'Q482917365048'],
  ['WV', [7], /^[A-Z]\d{6}$/, 'F482917', 'F48291'],
];

/** States that also issue, or issued, numbers of digits alone: the Social Security number's length, or a form of their own. */
const alsoDigits: readonly (readonly [state: string, lengths: readonly number[], example: string])[] = [
  ['CO', [9], '948291736'],
  ['IA', [9], '482917365'],
  ['IN', [10], '4829173650'],
  ['MT', [13], '0848291736504'],
  ['NV', [10, 12], '1482917365'],
  ['NY', [9], '482917365'],
  ['OH', [8], '48291736'],
  ['OR', [7], '4829173'],
  ['RI', [7, 8], '14829173'],
  ['VT', [8], '48291736'],
];

const WORDS = [
  'driver license',
  'drivers license',
  "driver's license",
  'driver licence',
  "driver's licence",
  'driving license',
  'license number',
  'license no',
  'dl',
  'dl number',
  'dl no',
  'dmv',
  '驾照',
  '驾照号',
  '驾驶证',
  '驾驶执照',
  '美国驾照',
];

/** Driving licences of the 50 states and the District of Columbia (formats of the motor vehicle administrators' association). */
export const americanLicences: EntityFamily = {
  types: [entityType(TYPE, { label: 'LICENCE', locale: 'US' }, WORDS)],
  rules: [
    ...digitStates.map(([state, lengths, example]) => digitLicence(state, state, lengths, example)),
    ...letterStates.map(([state, lengths, shape, example, wrong]) =>
      letterLicence(state, lengths, shape, example, wrong),
    ),
    ...alsoDigits.map(([state, lengths, example]) =>
      digitLicence(`${state}-digits`, state, lengths, example),
    ),
  ],
};

function digitLicence(id: string, state: string, lengths: readonly number[], example: string): NumberRule {
  return numberRule(`us-licence-${id.toLowerCase()}`, TYPE, {
    locale: `US-${state}`,
    validator: 'digits, context',
    score: 0.55,
    lengths,
    groupings: ['3-3-3', '2-3-3', '3-2-4', '4-2-4'],
    accept: () => true,
    found: [`driver license ⟦${example}⟧`],
    ignored: [`order ${example}`, `driver license ${example.slice(0, 6)}`],
  });
}

function letterLicence(
  state: string,
  lengths: readonly number[],
  shape: RegExp,
  example: string,
  wrong: string,
): CodeRule {
  return codeRule(`us-licence-${state.toLowerCase()}`, TYPE, {
    locale: `US-${state}`,
    validator: 'letters and digits, context',
    score: 0.6,
    lengths,
    groupings: [
      '1-8',
      '1-7',
      '4-3-3-3',
      '4-4-4',
      '1-3-3-3-3',
      '3-2-4',
      '3-3-3',
      '4-4-5',
      '1-3-2-3',
      '5-5-5',
      '4-4-4-2',
      '4-4-4-1',
    ],
    shape,
    found: [`driver license ⟦${example}⟧`],
    ignored: [`part ${example}`, `driver license ${wrong}`],
  });
}
