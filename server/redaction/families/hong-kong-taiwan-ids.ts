import { boundedMatch, compactUpper } from '../bounded.ts';
import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isHkid } from '../validators/hkid.ts';
import { isTaiwanId } from '../validators/taiwan-id.ts';
import { isTaiwanUbn } from '../validators/taiwan-ubn.ts';

const SPELLED_HKID =
  /([A-Za-z])[ \n]?(\d[ .\n]?\d[ .\n]?\d[ .\n]?\d[ .\n]?\d[ .\n]?\d)[ .\n]?\(?[ .\n]?([0-9Aa])[ .\n]?\)?/g;

/** Identity cards of Hong Kong, Macau and Taiwan, and Taiwan's business number. */
export const hongKongTaiwanIds: EntityFamily = {
  types: [
    entityType('HK_ID', { label: 'HK_ID', locale: 'HK' }, [
      '香港身份证',
      '香港身份證',
      '身份證',
      '身份证',
      'hkid',
      'hong kong identity card',
      'hong kong id',
      'identity card',
      'id card',
    ]),
    entityType('MO_ID', { label: 'MO_ID', locale: 'MO' }, [
      '澳门身份证',
      '澳門身份證',
      '澳门居民身份证',
      '澳門居民身份證',
      '澳门永久性居民',
      'macau id',
      'macao id',
      'bir',
      'bilhete de identidade',
    ]),
    entityType('TW_ID', { label: 'TW_ID', locale: 'TW' }, [
      '身分證',
      '身分證字號',
      '台湾身份证',
      '臺灣身分證',
      '國民身分證',
      '國民身份證',
      'taiwan id',
      'taiwan national id',
    ]),
    entityType('TW_ARC', { label: 'TW_ID', locale: 'TW' }, [
      '居留证',
      '居留證',
      '統一證號',
      '统一证号',
      '外僑居留',
      'resident certificate',
      'arc number',
      'ui number',
    ]),
    entityType('TW_UBN', { label: 'ORG_ID', tier: 'indirect', locale: 'TW' }, [
      '統一編號',
      '统一编号',
      '統編',
      '统编',
      'unified business number',
      'ubn',
      'gui number',
      'tax id',
    ]),
  ],
  rules: [
    {
      id: 'hk-id',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11, check digit in brackets',
      score: 0.9,
      context: 'free',
      needs: '(',
      pattern: /[A-Z]{1,2}\d{6}\([0-9A]\)/g,
      accept: hkidFound,
      tests: {
        found: ['⟦G481726(4)⟧', '编号⟦WX302918(0)⟧'],
        ignored: ['G481726(9)', '香港身份证 G481726(9)'],
      },
    },
    {
      id: 'hk-id-labelled',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11, context',
      score: 0.85,
      context: 'required',
      pattern: /([A-Za-z]{1,2})[ -]?(\d{3}[ -]?\d{3})[ -]?\(?([0-9Aa])\)?/g,
      accept: hkidFound,
      tests: {
        found: ['HKID: ⟦G4817264⟧', '香港身份证 ⟦wx302918(0)⟧'],
        ignored: ['型号G4817264', 'HKID: G4817269'],
      },
    },
    {
      id: 'hk-id-spelled',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11, context; read out or over two lines',
      score: 0.85,
      context: 'required',
      pattern: SPELLED_HKID,
      accept: hkidFound,
      tests: {
        found: ['香港身份证 ⟦G 4 8 1 7 2 6 ( 4 )⟧'],
        ignored: ['型号 G 4 8 1 7 2 6 ( 4 )', 'HKID G 4 8 1 7 2 6 ( 9 )'],
      },
    },
    {
      id: 'mo-id',
      type: 'MO_ID',
      kind: 'pattern',
      validator: 'first digit 1, 5 or 7, context',
      score: 0.75,
      context: 'required',
      pattern: /[157]\d{3}[ -]?\d{3}[ /]?\(?\d\)?/g,
      accept: closedMatch,
      tests: {
        found: ['澳门身份证：⟦5192837(4)⟧', 'Macau ID ⟦1482917/3⟧'],
        ignored: ['单号5192837(4)', '澳门身份证：2192837(4)'],
      },
    },
    codeRule('tw-id', 'TW_ID', {
      validator: 'letter as two digits, weights, mod 10',
      score: 0.9,
      context: 'free',
      lengths: [10],
      groupings: ['1-9', '1-1-8', '1-3-3-3', '4-3-3'],
      shape: /^[A-Z][12]\d{8}$/,
      accept: isTaiwanId,
      keepUnverified: true,
      found: ['身分證字號 ⟦F182736450⟧', '⟦f282736452⟧'],
      ignored: ['F182736459', 'F382736450'],
    }),
    codeRule('tw-arc', 'TW_ARC', {
      validator: 'letter as two digits, weights, mod 10 (number since 2021)',
      score: 0.9,
      context: 'free',
      lengths: [10],
      groupings: ['1-9', '1-1-8'],
      shape: /^[A-Z][89]\d{8}$/,
      accept: isTaiwanId,
      keepUnverified: true,
      found: ['居留證 ⟦A880123454⟧', '⟦C982736453⟧'],
      ignored: ['A880123459', 'A780123450'],
    }),
    codeRule('tw-arc-2020', 'TW_ARC', {
      validator: 'two letters, weights, mod 10 (number until 2020)',
      score: 0.85,
      lengths: [10],
      groupings: ['2-8'],
      shape: /^[A-Z][ABCD]\d{8}$/,
      accept: isOldArc,
      keepUnverified: true,
      standsAlone: true,
      found: ['居留證統一證號 ⟦FA82736458⟧'],
      ignored: ['型號 FA82736458', 'FA82736459'],
    }),
    numberRule('tw-ubn', 'TW_UBN', {
      validator: 'digit sums mod 5 (since 2023) or mod 10',
      score: 0.75,
      lengths: [8],
      accept: isTaiwanUbn,
      found: ['統一編號：⟦48291734⟧', '統編 ⟦20482970⟧'],
      ignored: ['訂單 48291734', '統編 48291738'],
    }),
  ],
};

/** The second letter stands for the last digit of its number: A to D are 0 to 3. */
function isOldArc(code: string): boolean {
  return isTaiwanId(`${code.charAt(0)}${code.charCodeAt(1) - 0x41}${code.slice(2)}`);
}

function hkidFound(match: RegExpExecArray, text: string): Span | undefined {
  const parts = /^([A-Z]{1,2})(\d{6})([0-9A])$/.exec(compactUpper(match[0]).replace(/[()]/g, ''));
  const [, letters = '', digits = '', check = ''] = parts ?? [];
  return parts !== null && isHkid(letters, digits, check) ? closedMatch(match, text) : undefined;
}

/** The match, with both brackets of the check digit or with neither. */
function closedMatch(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || match[0].includes('(') || !match[0].endsWith(')')) return span;
  return { start: span.start, end: span.end - 1 };
}
