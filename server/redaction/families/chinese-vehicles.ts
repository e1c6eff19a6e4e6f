import { boundedMatch } from '../bounded.ts';
import { entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, PatternRule } from '../rule.ts';
import { isResidentId } from '../validators/resident-id.ts';

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';
const DOT = '[ ·.•-]?';
/** Letters of places and serials: no I and no O. */
const LETTER = '[A-HJ-NP-Z]';
const SERIAL = '[A-HJ-NP-Z0-9]';

/** Plates by GA 36-2018, GB/T 36 of the armed forces, and their forms in running text. */
const plates: readonly (readonly [
  id: string,
  what: string,
  pattern: string,
  example: string,
  wrong: string,
])[] = [
  ['ordinary', 'five characters', `${PROVINCE}${LETTER}${DOT}${SERIAL}{5}`, '苏E·7K492', '苏E·7K4'],
  [
    'energy-small',
    'new energy, small: D to K first',
    `${PROVINCE}${LETTER}${DOT}[A-HJK]${SERIAL}\\d{4}`,
    '粤BD19283',
    '粤BX19283',
  ],
  [
    'energy-large',
    'new energy, large: D to K last',
    `${PROVINCE}${LETTER}${DOT}\\d{5}[A-HJK]`,
    '沪A·48291D',
    '沪A·48291X',
  ],
  ['police', 'police 警', `${PROVINCE}${LETTER}${DOT}${SERIAL}{4}警`, '京A·4829警', '京A·482警'],
  ['learner', 'training vehicle 学', `${PROVINCE}${LETTER}${DOT}${SERIAL}{4}学`, '浙A·4829学', '浙A·482学'],
  ['trailer', 'trailer 挂', `${PROVINCE}${LETTER}${DOT}${SERIAL}{4}挂`, '鲁B·4829挂', '鲁B·482挂'],
  ['hong-kong', 'vehicle of Hong Kong 港', `粤Z${DOT}${SERIAL}{4}港`, '粤Z·48K9港', '粤B·48K9港'],
  ['macau', 'vehicle of Macau 澳', `粤Z${DOT}${SERIAL}{4}澳`, '粤Z·48K9澳', '粤B·48K9澳'],
  ['consulate', 'consulate 领', `${PROVINCE}${LETTER}${DOT}${SERIAL}{4}领`, '沪A·4829领', '沪A·482领'],
  ['embassy', 'embassy 使 (2017)', `\\d{3}${DOT}\\d{3}使`, '148291使', '14829使'],
  ['embassy-2007', 'embassy 使 (until 2017)', `使${DOT}\\d{6}`, '使148291', '使14829'],
  [
    'emergency',
    'emergency services 应急',
    `${PROVINCE}[XS]${DOT}${SERIAL}{4}应急`,
    '京X·4829应急',
    '京A·4829应急',
  ],
  [
    'armed-police',
    'armed police WJ (2012)',
    `WJ${DOT}${PROVINCE}?${DOT}\\d{4}[0-9XBTSHJD]`,
    'WJ京·48291',
    'WJ京·4829',
  ],
  ['military', 'armed forces (2012)', `[VZHKEBSLJNGC][A-DKR-VXY]${DOT}\\d{5}`, 'VA·48291', 'VA·4829'],
  [
    'military-2004',
    'armed forces (until 2012)',
    `[军空海北沈兰济南广成][A-Z]${DOT}\\d{5}`,
    '海C·48291',
    '海C·4829',
  ],
  ['temporary', 'temporary 临', `${PROVINCE}${LETTER}${DOT}${SERIAL}{4,6}临`, '苏E·48291临', '苏E·48临'],
];

/** Vehicles and drivers of mainland China. */
export const chineseVehicles: EntityFamily = {
  types: [
    entityType('CN_LICENSE_PLATE', { label: 'PLATE', tier: 'indirect', locale: 'CN' }, [
      '车牌',
      '车牌号',
      '号牌',
      '车辆',
      '车号',
      '牌照',
      '軍牌',
      '军牌',
      '車牌',
      'license plate',
      'plate number',
      'number plate',
    ]),
    entityType('CN_DRIVER_LICENSE', { label: 'LICENCE', locale: 'CN' }, [
      '驾驶证',
      '驾照',
      '驾驶证号',
      '档案编号',
      '駕駛證',
      'driving licence',
      'driving license',
      'driver license',
      "driver's license",
    ]),
  ],
  rules: [
    ...plates.map(([id, what, pattern, example, wrong]) => plate(id, what, pattern, example, wrong)),
    numberRule('cn-driver-license', 'CN_DRIVER_LICENSE', {
      validator: 'resident ID, ISO 7064 MOD 11-2',
      score: 0.8,
      lengths: [18],
      checkLetter: true,
      accept: isResidentId,
      found: ['驾驶证号：⟦310104198706123070⟧'],
      ignored: ['流水310104198706123070', '驾驶证号310104198706123071'],
    }),
    numberRule('cn-driver-license-file', 'CN_DRIVER_LICENSE', {
      validator: 'twelve digits of the file, context (GA 482)',
      score: 0.75,
      lengths: [12],
      accept: () => true,
      found: ['驾驶证档案编号：⟦310048291736⟧'],
      ignored: ['单号310048291736', '档案编号31004829173'],
    }),
  ],
};

/** Military plates look like part numbers: they take the word. */
function plate(id: string, what: string, pattern: string, example: string, wrong: string): PatternRule {
  const isMilitary = id === 'military';
  return {
    id: `cn-plate-${id}`,
    type: 'CN_LICENSE_PLATE',
    kind: 'pattern',
    validator: `GA 36: ${what}`,
    score: 0.9,
    context: isMilitary ? 'required' : 'free',
    ...needs(pattern),
    pattern: new RegExp(pattern, 'g'),
    accept: (match, text) =>
      (match[0].match(/\d/g)?.length ?? 0) < 2 ? undefined : boundedMatch(match, text),
    tests: {
      found: [isMilitary ? `军牌⟦${example}⟧` : `⟦${example}⟧停在门口`],
      ignored: [`${wrong}停在门口`, isMilitary ? `型号${example}` : `中${example.slice(1)}`],
    },
  };
}

/** The Hanzi with which a special plate ends, where it does: texts without it are not searched. */
function needs(pattern: string): { readonly needs?: string } {
  const mark = /[使警学挂港澳领临急]$|^使|^WJ/.exec(pattern);
  return mark === null ? {} : { needs: mark[0] };
}
