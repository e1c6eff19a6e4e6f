import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

const words = [
  'phone',
  'phone number',
  'telephone',
  'tel',
  'mobile',
  'cell',
  'cellphone',
  'call',
  'call me at',
  'fax',
  'contact',
  'ring',
  'dial',
  'whatsapp',
  'text me',
  '电话',
  '手机',
  '联系',
  '致电',
  '電話',
];

/** Phone numbers outside mainland China. */
export const phones: EntityFamily = {
  types: [
    {
      id: 'PHONE_INTL',
      label: 'PHONE',
      tier: 'personal',
      locale: '*',
      canonical: 'compact',
      context: words,
      unless: ['isbn', 'version', 'order', 'tracking', 'build'],
    },
    {
      id: 'US_PHONE',
      label: 'PHONE',
      tier: 'personal',
      locale: 'US',
      canonical: 'compact',
      context: words,
      unless: ['isbn', 'version', 'order', 'tracking', 'build'],
    },
    { id: 'HK_PHONE', label: 'PHONE', tier: 'personal', locale: 'HK', canonical: 'compact', context: words },
  ],
  rules: [
    {
      id: 'phone-e164',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'E.164 length',
      score: 0.85,
      context: 'free',
      needs: '+',
      pattern: /\+[1-9]\d{0,2}[ .()-]{0,3}\d[\d .()-]{5,18}\d/g,
      accept: internationalFound,
    },
    {
      id: 'phone-international-prefix',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'E.164 length, context',
      score: 0.75,
      context: 'required',
      needs: '00',
      pattern: /00[1-9]\d{0,2}[ .()-]{1,3}\d[\d .()-]{5,18}\d/g,
      accept: internationalFound,
    },
    {
      id: 'phone-uk',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'UK numbering plan',
      score: 0.75,
      context: 'free',
      pattern: /\(?0(?:20|11\d|1\d1|1\d{3}|7\d{3}|3\d{2}|800)\)?[ -]\d{3,4}[ -]?\d{3,4}/g,
      accept: internationalFound,
    },
    {
      id: 'phone-labelled',
      type: 'PHONE_INTL',
      kind: 'label',
      validator: 'context, 7 to 15 digits',
      score: 0.65,
      value: /[(+]?\d[\d .()/-]{5,22}\d/y,
      accept: internationalFound,
    },
    {
      id: 'phone-us',
      type: 'US_PHONE',
      kind: 'pattern',
      validator: 'NANP',
      score: 0.8,
      context: 'free',
      pattern: /(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?/g,
      accept: phoneFound,
    },
    {
      id: 'phone-us-bare',
      type: 'US_PHONE',
      kind: 'number',
      validator: 'NANP, context',
      score: 0.7,
      context: 'required',
      lengths: [10],
      groupings: ['3-7', '6-4', '3-3-4'],
      accept: (digits) => /^[2-9]\d{2}[2-9]/.test(digits),
    },
    {
      id: 'phone-hk',
      type: 'HK_PHONE',
      kind: 'pattern',
      validator: 'country code',
      score: 0.9,
      context: 'free',
      needs: '852',
      pattern: /\(?\+?852\)?[ -]?[2-9]\d{3}[ -]?\d{4}/g,
      accept: phoneFound,
    },
  ],
};

function internationalFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 ? phoneFound(match, text) : undefined;
}

function phoneFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || /[\d.]-?$/.test(text.slice(Math.max(0, span.start - 2), span.start)))
    return undefined;
  return /^[.-]\d/.test(text.slice(span.end, span.end + 2)) ? undefined : span;
}
