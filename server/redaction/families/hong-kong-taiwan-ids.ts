import { boundedMatch, compactUpper } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isHkid } from '../validators/hkid.ts';
import { isTaiwanId } from '../validators/taiwan-id.ts';

const HKID = /([A-Za-z]{1,2})[ -]?(\d{3}[ -]?\d{3})[ -]?\(?([0-9Aa])\)?/g;
const SPELLED_HKID =
  /([A-Za-z])[ \n]?(\d[ .\n]?\d[ .\n]?\d[ .\n]?\d[ .\n]?\d[ .\n]?\d)[ .\n]?\(?[ .\n]?([0-9Aa])[ .\n]?\)?/g;

/** Identity cards of Hong Kong, Macau and Taiwan. */
export const hongKongTaiwanIds: EntityFamily = {
  types: [
    {
      id: 'HK_ID',
      label: 'HK_ID',
      tier: 'critical',
      locale: 'HK',
      canonical: 'compact',
      context: [
        '香港身份证',
        '香港身份證',
        '身份證',
        '身份证',
        'hkid',
        'hong kong identity card',
        'hong kong id',
        'identity card',
        'id card',
      ],
    },
    {
      id: 'MO_ID',
      label: 'MO_ID',
      tier: 'critical',
      locale: 'MO',
      canonical: 'compact',
      context: [
        '澳门身份证',
        '澳門身份證',
        '澳门居民身份证',
        '澳門居民身份證',
        'macau id',
        'macao id',
        'bir',
      ],
    },
    {
      id: 'TW_ID',
      label: 'TW_ID',
      tier: 'critical',
      locale: 'TW',
      canonical: 'compact',
      context: ['身分證', '台湾身份证', '臺灣身分證', 'taiwan id'],
    },
    {
      id: 'TW_ARC',
      label: 'TW_ID',
      tier: 'critical',
      locale: 'TW',
      canonical: 'compact',
      context: ['居留证', '居留證', '統一證號', 'resident certificate'],
    },
  ],
  rules: [
    {
      id: 'hk-id',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11',
      score: 0.9,
      context: 'free',
      pattern: /[A-Z]{1,2}\d{6}\([0-9A]\)/g,
      accept: hkidFound,
    },
    {
      id: 'hk-id-labelled',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11, context',
      score: 0.85,
      context: 'required',
      pattern: HKID,
      accept: hkidFound,
    },
    {
      id: 'hk-id-spelled',
      type: 'HK_ID',
      kind: 'pattern',
      validator: 'mod 11, context',
      score: 0.85,
      context: 'required',
      pattern: SPELLED_HKID,
      accept: hkidFound,
    },
    {
      id: 'mo-id',
      type: 'MO_ID',
      kind: 'pattern',
      validator: 'format, context',
      score: 0.75,
      context: 'required',
      pattern: /[157]\d{3}[ -]?\d{3}[ /]?\(?\d\)?/g,
      accept: closedMatch,
    },
    {
      id: 'tw-id',
      type: 'TW_ID',
      kind: 'pattern',
      validator: 'weights mod 10',
      score: 0.9,
      context: 'free',
      pattern: /[A-Za-z][12]\d{8}/g,
      accept: taiwanFound,
    },
    {
      id: 'tw-arc',
      type: 'TW_ARC',
      kind: 'pattern',
      validator: 'weights mod 10',
      score: 0.9,
      context: 'free',
      pattern: /[A-Z][89]\d{8}/g,
      accept: taiwanFound,
    },
  ],
};

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

function taiwanFound(match: RegExpExecArray, text: string): Span | undefined {
  return isTaiwanId(compactUpper(match[0])) ? boundedMatch(match, text) : undefined;
}
