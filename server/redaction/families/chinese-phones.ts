import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { areaCodes } from '../tables/area-codes.ts';
import { createPrefixTest } from '../tables/number-prefixes.ts';

const mobileWords =
  '手机|手机号|手机号码|电话|電話|手機|联系电话|联系方式|号码|来电|致电|拨打|短信|微信|微信同号|本人电话|紧急联系人|收货人电话|' +
  'mobile|phone|cell|tel|call|contact|cellphone|telephone|whatsapp|sms|text';
const lineWords =
  '座机|固话|固定电话|办公电话|电话|電話|传真|傳真|热线|客服|客服电话|致电|拨打|来电|总机|联系电话|家庭电话|宅电|' +
  'tel|telephone|phone|fax|landline|hotline|call|office phone';
const isArea = createPrefixTest(areaCodes);

/** Mobile numbers (prefixes 13 to 19) and fixed lines of mainland China. */
export const chinesePhones: EntityFamily = {
  types: [
    {
      id: 'CN_MOBILE',
      label: 'PHONE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: mobileWords.split('|'),
      unless: ['订单', '单号', '流水号', 'order', 'tracking'],
    },
    {
      id: 'CN_LANDLINE',
      label: 'PHONE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: lineWords.split('|'),
    },
  ],
  rules: [
    {
      id: 'cn-mobile',
      type: 'CN_MOBILE',
      kind: 'number',
      validator: 'prefix 13 to 19',
      score: 0.85,
      context: 'free',
      lengths: [11],
      groupings: ['3-4-4', '3-3-5', '3-8', '7-4', '4-3-4', '5-6', '4-4-3'],
      wraps: true,
      accept: isMobile,
      tests: {
        found: [
          '请打⟦13728194605⟧',
          '⟦137-2819-4605⟧',
          '⟦137.281.94605⟧',
          '⟦137 2819 4605⟧找我',
          '手机⟦幺三七二八幺九四六零五⟧',
        ],
        ignored: ['流水号13728194605', '请打12728194605'],
      },
    },
    {
      id: 'cn-mobile-prefixed',
      type: 'CN_MOBILE',
      kind: 'literal',
      literals: ['+86', '0086', '(+86', '(86)', '(0086'],
      validator: 'country code, prefix 13 to 19',
      score: 0.95,
      pattern: /\(?(?:\+|00)?86\)?[ -]{0,2}\(?1[3-9]\d\)?[ .-]?\d{4}[ .-]?\d{4}/y,
      tests: {
        found: ['⟦+8613728194605⟧', '⟦0086-137-2819-4605⟧', '⟦(+86) 137 2819 4605⟧', '⟦+86 (137) 2819 4605⟧'],
        ignored: ['+8612728194605', '+861372819460'],
      },
    },
    {
      id: 'cn-mobile-prefixed-3-3-5',
      type: 'CN_MOBILE',
      kind: 'literal',
      literals: ['+86', '0086', '(+86', '(86)'],
      validator: 'country code, prefix 13 to 19, groups 3-3-5',
      score: 0.93,
      pattern: /\(?(?:\+|00)?86\)?[ -]{0,2}1[3-9]\d[ .-]\d{3}[ .-]\d{5}/y,
      tests: {
        found: ['⟦+86 137 281 94605⟧', '⟦0086-137-281-94605⟧'],
        ignored: ['+86 127 281 94605', '+86 137 281 9460'],
      },
    },
    {
      id: 'cn-mobile-86',
      type: 'CN_MOBILE',
      kind: 'number',
      validator: 'country code without a sign, prefix 13 to 19',
      score: 0.85,
      context: 'free',
      lengths: [13],
      groupings: ['2-11', '2-3-4-4', '2-3-3-5', '2-3-8'],
      accept: (digits) => digits.startsWith('86') && isMobile(digits.slice(2)),
      tests: {
        found: ['whatsapp ⟦8613728194605⟧', '⟦86-137-2819-4605⟧'],
        ignored: ['电话8713728194605', '流水号8613728194605'],
      },
    },
    {
      id: 'cn-iot-number',
      type: 'CN_MOBILE',
      kind: 'number',
      validator: '13 digits of machine cards, context',
      score: 0.7,
      context: 'required',
      lengths: [13],
      groupings: ['5-4-4', '5-8'],
      accept: (digits) => /^(?:10640|10641|10646|10647|10648|10649|14[019]|146|144)/.test(digits),
      tests: {
        found: ['物联网卡手机号⟦1064812345678⟧'],
        ignored: ['批号1064812345678', '手机号2064812345678'],
      },
    },
    {
      id: 'cn-landline',
      type: 'CN_LANDLINE',
      kind: 'number',
      validator: 'area code set apart',
      score: 0.8,
      context: 'free',
      lengths: [10, 11, 12],
      groupings: ['3-8', '4-7', '4-8', '3-4-4', '4-3-4', '4-4-4', '3-7'],
      accept: (digits, { grouping }) => isFixedLine(digits, grouping),
      tests: {
        found: ['⟦021-63918274⟧', '⟦0571 8826 3917⟧', '⟦0755-82639174⟧'],
        ignored: ['021-03918274', '0202-63918274', '打02163918274'],
      },
    },
    {
      id: 'cn-landline-whole',
      type: 'CN_LANDLINE',
      kind: 'number',
      validator: 'area code, context',
      score: 0.75,
      context: 'required',
      lengths: [10, 11, 12],
      groupings: [],
      accept: (digits) => isArea(digits) && /^[2-8]\d{6,7}$/.test(digits.slice(areaLength(digits))),
      tests: {
        found: ['座机⟦02163918274⟧', '传真：⟦057188263917⟧'],
        ignored: ['样品02163918274', '座机02103918274'],
      },
    },
    {
      id: 'cn-landline-brackets',
      type: 'CN_LANDLINE',
      kind: 'pattern',
      validator: 'area code in brackets',
      score: 0.85,
      context: 'free',
      needs: '(0',
      pattern: /\(0\d{2,3}\) ?[2-8]\d{2,3}[ -]?\d{4}/g,
      accept: bracketedFound,
      tests: {
        found: ['⟦(021) 6391 8274⟧', '电话：⟦(0571)88263917⟧'],
        ignored: ['(0202)63918274', '(021) 0391 8274'],
      },
    },
    {
      id: 'cn-landline-prefixed',
      type: 'CN_LANDLINE',
      kind: 'literal',
      literals: ['+86', '0086', '(+86'],
      validator: 'country code, area code without its 0',
      score: 0.9,
      pattern: /\(?(?:\+|00)86\)?[ -]{0,2}\(?0?\)?(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-8]\d{2,3}[ -]?\d{4}/y,
      accept: prefixedFound,
      tests: {
        found: ['⟦+86 21 6391 8274⟧', '⟦0086-571-88263917⟧', '⟦+86 (0)21 63918274⟧'],
        ignored: ['+86 202 6391 8274', '+86 21 0391 8274'],
      },
    },
    {
      id: 'cn-landline-extension',
      type: 'CN_LANDLINE',
      kind: 'number',
      validator: 'area code and extension',
      score: 0.85,
      context: 'free',
      lengths: [13, 14, 15, 16],
      groupings: [
        '3-8-3',
        '3-8-4',
        '3-8-5',
        '4-8-2',
        '4-8-3',
        '4-8-4',
        '4-7-3',
        '4-7-4',
        '3-4-4-3',
        '3-4-4-4',
      ],
      accept: (digits, { grouping }) => isFixedLine(digits.slice(0, 12), grouping.replace(/-\d+$/, '')),
      tests: {
        found: ['⟦021-63918274-801⟧', '⟦0571-88263917-8023⟧'],
        ignored: ['0202-63918274-801', '1021-63918274-801'],
      },
    },
    {
      id: 'cn-landline-extension-zh',
      type: 'CN_LANDLINE',
      kind: 'list',
      words: ['转', '转分机', '分机', 'ext', 'ext.'],
      validator: 'fixed line and extension in words',
      score: 0.86,
      context: 'free',
      accept: withExtension,
      tests: {
        found: ['⟦021-63918274转801⟧', '⟦0571-88263917 分机 8023⟧', '⟦63918274转801⟧'],
        ignored: ['下午转801房', '021-63918274 转人工'],
      },
    },
    {
      id: 'cn-landline-local',
      type: 'CN_LANDLINE',
      kind: 'label',
      validator: 'seven or eight digits, context',
      score: 0.6,
      value: /[2-8]\d{2,3}[ -]?\d{4}/y,
      accept: localFound,
      tests: {
        found: ['座机：⟦6391 8274⟧', '固话⟦63918274⟧'],
        ignored: ['座机：639182745', '座机：0391 8274', '电话：20260315'],
      },
    },
    {
      id: 'cn-service-line',
      type: 'CN_LANDLINE',
      kind: 'number',
      validator: '400 or 800, set apart',
      score: 0.85,
      context: 'free',
      lengths: [10],
      groupings: ['3-3-4', '3-4-3', '3-7'],
      accept: (digits, { grouping }) => /^[48]00/.test(digits) && grouping.includes('-'),
      tests: {
        found: ['⟦400-820-7391⟧', '⟦800-8207-391⟧', '⟦400 8207391⟧'],
        ignored: ['500-820-7391', '共4008207391元'],
      },
    },
    {
      id: 'cn-service-line-whole',
      type: 'CN_LANDLINE',
      kind: 'number',
      validator: '400 or 800, context',
      score: 0.75,
      context: 'required',
      lengths: [10],
      groupings: [],
      accept: (digits) => /^[48]00/.test(digits),
      tests: { found: ['客服热线⟦4008207391⟧'], ignored: ['共4008207391元', '热线5008207391'] },
    },
  ],
};

function isMobile(digits: string): boolean {
  return /^1[3-9]/.test(digits);
}

/** The first group is an area code, and the rest is a number that a fixed line can have. */
function isFixedLine(digits: string, grouping: string): boolean {
  const area = Number(/^\d+(?=-)/.exec(grouping)?.[0] ?? 0);
  return area === areaLength(digits) && isArea(digits) && /^[2-8]/.test(digits.slice(area));
}

function areaLength(digits: string): number {
  return /^0(?:10|2\d)/.test(digits) ? 3 : 4;
}

function bracketedFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/\D/g, '');
  const isWhole = match[0].indexOf(')') - 1 === areaLength(digits);
  return isWhole && isArea(digits) ? boundedMatch(match, text) : undefined;
}

function prefixedFound(match: RegExpExecArray, text: string): Span | undefined {
  const national = match[0].replace(/\D/g, '').replace(/^(?:00)?86/, '');
  return isArea(national.startsWith('0') ? national : `0${national}`) ? boundedMatch(match, text) : undefined;
}

/** A fixed line right before the word, and its extension right after it. */
function withExtension({ start, end }: Span, text: string): Span | undefined {
  const line = /(?:0\d{2,3}[ -]?)?[2-8]\d{2,3}[ -]?\d{4} ?$/.exec(text.slice(Math.max(0, start - 18), start));
  const extension = /^[ :.]{0,2}\d{2,5}/.exec(text.slice(end, end + 8));
  if (line === null || extension === null) return undefined;
  const from = start - line[0].length;
  const isPart = /\d/.test(text.charAt(from - 1)) || /\d/.test(text.charAt(end + extension[0].length));
  return isPart ? undefined : { start: from, end: end + extension[0].length };
}

function localFound(match: RegExpExecArray, text: string): Span | undefined {
  const isDate = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(match[0]);
  const goesOn = /^[.-]\d/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 2));
  return isDate || goesOn ? undefined : boundedMatch(match, text);
}
