import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

const mobileWords = [
  '手机',
  '手机号',
  '电话',
  '電話',
  '联系电话',
  '联系方式',
  '号码',
  '来电',
  '致电',
  '拨打',
  '微信',
  'mobile',
  'phone',
  'cell',
  'tel',
  'call',
  'contact',
  'cellphone',
  'telephone',
  'whatsapp',
];
const lineWords = [
  '座机',
  '固话',
  '电话',
  '電話',
  '传真',
  '热线',
  '客服',
  '致电',
  '拨打',
  '来电',
  'tel',
  'telephone',
  'phone',
  'fax',
  'landline',
  'hotline',
  'call',
];
const numerals = '零〇一二三四五六七八九';

/** Mobile numbers (prefixes 13 to 19) and fixed lines of mainland China. */
export const chinesePhones: EntityFamily = {
  types: [
    {
      id: 'CN_MOBILE',
      label: 'PHONE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: mobileWords,
      unless: ['订单', '单号', '流水号', 'order', 'tracking'],
    },
    {
      id: 'CN_LANDLINE',
      label: 'PHONE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: lineWords,
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
      groupings: ['3-4-4', '3-3-5', '3-8', '7-4', '4-3-4', '5-6'],
      wraps: true,
      accept: isMobile,
    },
    {
      id: 'cn-mobile-prefixed',
      type: 'CN_MOBILE',
      kind: 'pattern',
      validator: 'country code, prefix 13 to 19',
      score: 0.95,
      context: 'free',
      pattern: /(?:\+|00)86[ -]?\(?1[3-9]\d\)?[ .-]?\d{4}[ .-]?\d{4}/g,
      accept: boundedMatch,
    },
    {
      id: 'cn-mobile-86',
      type: 'CN_MOBILE',
      kind: 'number',
      validator: 'country code, prefix 13 to 19',
      score: 0.85,
      context: 'free',
      lengths: [13],
      groupings: ['2-11', '2-3-4-4'],
      accept: (digits) => digits.startsWith('86') && isMobile(digits.slice(2)),
    },
    {
      id: 'cn-mobile-hanzi',
      type: 'CN_MOBILE',
      kind: 'pattern',
      validator: 'prefix 13 to 19',
      score: 0.85,
      context: 'free',
      pattern: /[一幺][三四五六七八九][零〇一幺二三四五六七八九]{9}/g,
      accept: spokenFound,
    },
    {
      id: 'cn-landline',
      type: 'CN_LANDLINE',
      kind: 'pattern',
      validator: 'area code',
      score: 0.8,
      context: 'free',
      pattern:
        /(?:\+86[ -]?)?\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{1,2}[2-8]\d{2,3}[ -]?\d{4}(?:[ -转]{1,3}\d{1,5})?/g,
      accept: landlineFound,
    },
    {
      id: 'cn-landline-labelled',
      type: 'CN_LANDLINE',
      kind: 'pattern',
      validator: 'area code, context',
      score: 0.75,
      context: 'required',
      pattern: /\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-8]\d{2,3}[ -]?\d{4}/g,
      accept: landlineFound,
    },
    {
      id: 'cn-service-line',
      type: 'CN_LANDLINE',
      kind: 'pattern',
      validator: '400/800 format',
      score: 0.85,
      context: 'free',
      pattern: /[48]00-\d{3}-?\d{4}|[48]00-\d{4}-\d{3}/g,
      accept: landlineFound,
    },
  ],
};

function isMobile(digits: string): boolean {
  return /^1[3-9]/.test(digits);
}

function spokenFound(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  return numerals.includes(text.charAt(end) || ' ') ? undefined : { start: match.index, end };
}

function landlineFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (
    span === undefined ||
    /[\d.]-?$/.test(text.slice(Math.max(0, span.start - 2), span.start)) ||
    /^[-.]\d/.test(text.slice(span.end, span.end + 2))
  )
    return undefined;
  return span;
}
