import { boundedMatch } from '../bounded.ts';
import type { EntityType } from '../entity-type.ts';
import type { EntityFamily, Span } from '../rule.ts';

const words = (
  'phone|phone number|telephone|tel|mobile|cell|cellphone|call|call me|call me at|fax|contact|contact number|ring|dial|whatsapp|text me|' +
  'office|answering at|reach me at|reach him at|reach her at|hotline|extension|my number|number is|' +
  '电话|手机|联系|致电|電話|携帯|携帯番号|전화|전화번호|handy|telefon|ligar'
).split('|');
const otherNumbers = ['isbn', 'version', 'order', 'tracking', 'build', 'invoice', 'serial'];

/** Phone numbers outside mainland China. */
export const phones: EntityFamily = {
  types: [phoneType('PHONE_INTL', '*'), phoneType('US_PHONE', 'US'), phoneType('HK_PHONE', 'HK')],
  rules: [
    {
      id: 'phone-e164',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'E.164 length',
      score: 0.85,
      context: 'free',
      needs: '+',
      pattern: /\+[1-9]\d{0,2}[ .()-]{0,3}\d[\d .()-]{5,18}\d(?:x\d{1,6})?/g,
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
      pattern: /00[1-9]\d{0,2}[ .()-]{1,3}\d[\d .()-]{5,18}\d(?:x\d{1,6})?/g,
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
      id: 'phone-trunk-zero',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'trunk prefix, three groups',
      score: 0.7,
      context: 'free',
      needs: '-',
      pattern: /0\d{1,3}-\d{3,4}-\d{4}/g,
      accept: internationalFound,
    },
    {
      id: 'phone-labelled',
      type: 'PHONE_INTL',
      kind: 'label',
      validator: 'context, 7 to 15 digits',
      score: 0.65,
      value: /[(+]?\d[\d .()/-]{5,22}\d(?:x\d{1,6})?/y,
      accept: internationalFound,
    },
    {
      id: 'phone-announced',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'context, groups of 7 to 15 digits',
      score: 0.6,
      context: 'required',
      pattern: /\(?\d{2,5}\)?[ .-]?\d{2,9}(?:[ .-]\d{2,5}){0,3}(?:x\d{1,6})?/g,
      accept: groupedFound,
    },
    {
      id: 'phone-us',
      type: 'US_PHONE',
      kind: 'pattern',
      validator: 'NANP groups',
      score: 0.8,
      context: 'free',
      pattern:
        /(?:(?:\+|00)?1[ .-]?)?(?:\(\d{3}\)[ .-]{0,2}|\d{3}[ .-]{1,2})\d{3}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?/g,
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
      accept: (digits) => /^[2-9]/.test(digits),
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

function phoneType(id: string, locale: string): EntityType {
  return {
    id,
    label: 'PHONE',
    tier: 'personal',
    locale,
    canonical: 'compact',
    context: words,
    unless: otherNumbers,
  };
}

function internationalFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/x.*$|\D/g, '').length;
  return digits >= 7 && digits <= 15 && !isDate(match[0]) ? phoneFound(match, text) : undefined;
}

/** Without a label right before it, a number in one piece is too weak. */
function groupedFound(match: RegExpExecArray, text: string): Span | undefined {
  return /\d[ .()-]{1,2}\d/.test(match[0]) ? internationalFound(match, text) : undefined;
}

function isDate(written: string): boolean {
  return /^(?:19|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2}$|^\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d$/.test(written);
}

function phoneFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || /\d[.,-]$|[.-]$/.test(text.slice(Math.max(0, span.start - 2), span.start))) {
    return undefined;
  }
  if (/^[.-]\d/.test(text.slice(span.end, span.end + 2))) return undefined;
  const opens = match[0].includes(')') && !match[0].includes('(') && text.charAt(span.start - 1) === '(';
  return opens ? { start: span.start - 1, end: span.end } : span;
}
