import type { EntityType } from '../entity-type.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { createInternationalCheck } from '../validators/telephone.ts';
import { groupedFound, internationalFound, phoneFound } from '../validators/written-telephone.ts';
import { nationalPhoneRules } from './national-phones.ts';

const words = (
  'phone|phone number|telephone|tel|mobile|cell|cellphone|call|call me|call me at|fax|contact|contact number|ring|dial|whatsapp|text me|' +
  'office|answering at|reach me at|reach him at|reach her at|hotline|extension|my number|number is|mobile number|' +
  '电话|手机|手机号|联系|致电|電話|手機|携帯|携帯番号|전화|전화번호|휴대폰|handy|mobil|mobilnummer|telefon|telefonnummer|telefono|teléfono|móvil|celular|' +
  'téléphone|portable|gsm|ligar|telefone|cep|cep no|numaram'
).split('|');
const otherNumbers = ['isbn', 'version', 'order', 'tracking', 'build', 'invoice', 'serial'];
const isAssigned = createInternationalCheck();

/** Phone numbers outside mainland China. */
export const phones: EntityFamily = {
  types: [phoneType('PHONE_INTL', '*'), phoneType('US_PHONE', 'US'), phoneType('HK_PHONE', 'HK')],
  rules: [
    {
      id: 'phone-e164-assigned',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'E.164, numbering plan of the country',
      score: 0.9,
      context: 'free',
      needs: '+',
      pattern: /\+[1-9]\d{0,2}[ .()/-]{0,3}\d[\d .()/-]{4,18}\d/g,
      accept: assignedFound,
      tests: {
        found: ['⟦+49 30 12345678⟧', '⟦+442079460958⟧ please', '⟦+33 (0)1 42 68 53 00⟧'],
        ignored: ['+49 1', '+999 12345678', '1+4420794609'],
      },
    },
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
      tests: { found: ['⟦+49 30 9182 7364⟧', '⟦+1-202-555-0147x12⟧'], ignored: ['+49 30', 'a+5'] },
    },
    {
      id: 'phone-international-prefix',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'E.164 length, context',
      score: 0.75,
      context: 'required',
      needs: '00',
      begins: 'word',
      pattern: /00[1-9]\d{0,2}[ .()-]{1,3}\d[\d .()-]{5,18}\d(?:x\d{1,6})?/g,
      accept: internationalFound,
      tests: { found: ['call ⟦0049 30 9182 7364⟧'], ignored: ['part 0049 30 9182 7364', 'call 0049 30'] },
    },
    {
      id: 'phone-uk',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'UK numbering plan',
      score: 0.75,
      context: 'free',
      begins: 'word',
      pattern: /\(?0(?:20|11\d|1\d1|1\d{3}|7\d{3}|3\d{2}|800)\)?[ -]\d{3,4}[ -]?\d{3,4}/g,
      accept: internationalFound,
      tests: {
        found: ['⟦020 7946 0958⟧', '⟦(0161) 496 0000⟧'],
        ignored: ['090 7946 0958', 'x020 7946 0958'],
      },
    },
    {
      id: 'phone-trunk-zero',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'trunk prefix, three groups',
      score: 0.7,
      context: 'free',
      needs: '-',
      begins: 'word',
      pattern: /0\d{1,3}-\d{3,4}-\d{4}/g,
      accept: internationalFound,
      tests: { found: ['⟦03-5321-3111⟧'], ignored: ['13-5321-3111', '2026-03-5321-3111'] },
    },
    {
      id: 'phone-labelled',
      type: 'PHONE_INTL',
      kind: 'label',
      validator: 'context, 7 to 15 digits',
      score: 0.65,
      value: /[(+]?\d[\d .()/-]{5,22}\d(?:x\d{1,6})?/y,
      accept: internationalFound,
      tests: {
        found: ['phone: ⟦785 8949⟧', 'fax ⟦(030) 918/27364⟧'],
        ignored: ['phone: 12', 'page 785 8949'],
      },
    },
    {
      id: 'phone-announced',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'context, groups of 7 to 15 digits',
      score: 0.6,
      context: 'required',
      begins: 'word',
      pattern: /\(?\d{2,5}\)?[ .-]?\d{2,9}(?:[ .-]\d{2,5}){0,3}(?:x\d{1,6})?/g,
      accept: groupedFound,
      tests: {
        found: ['She is not answering at ⟦785 8949⟧', 'call him on ⟦415 555 0132⟧'],
        ignored: ['answering at 7858', 'rows 785 8949'],
      },
    },
    {
      id: 'phone-us',
      type: 'US_PHONE',
      kind: 'pattern',
      validator: 'NANP groups',
      score: 0.8,
      context: 'free',
      begins: 'word',
      pattern:
        /(?:(?:\+|00)?1[ .-]?)?(?:\(\d{3}\)[ .-]{0,2}|\d{3}[ .-]{1,2})\d{3}[ .-]\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?/g,
      accept: phoneFound,
      tests: {
        found: ['⟦(202) 555-0147⟧', '⟦202-555-0147 ext. 12⟧', '⟦+1 202 555 0147⟧'],
        ignored: ['x202-555-0147', '202-55-0147'],
      },
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
      tests: { found: ['call ⟦2025550147⟧'], ignored: ['item 2025550147', 'call 1025550147'] },
    },
    ...nationalPhoneRules,
    {
      id: 'phone-hk-local',
      type: 'HK_PHONE',
      kind: 'number',
      validator: 'Hong Kong numbering plan, context',
      score: 0.66,
      context: 'required',
      lengths: [8],
      groupings: ['4-4'],
      accept: isHongKongNumber,
      tests: {
        found: ['電話 ⟦2918 3746⟧', '电话：⟦91234567⟧'],
        ignored: ['編號 2918 3746', '电话：20260315', '電話 1918 3746', '合同HT29183746，电话另附'],
      },
    },
    {
      id: 'phone-011',
      type: 'PHONE_INTL',
      kind: 'pattern',
      validator: 'North American prefix for calls abroad, numbering plan',
      score: 0.85,
      context: 'free',
      needs: '011',
      begins: 'word',
      pattern: /011[ -][1-9]\d{0,2}[ .()-]{0,3}\d[\d .()-]{4,18}\d/g,
      accept: assignedFound,
      tests: { found: ['dial ⟦011 44 20 7946 0958⟧'], ignored: ['dial 011 999 12345678', 'row 011 44'] },
    },
    {
      id: 'phone-tel-uri',
      type: 'PHONE_INTL',
      kind: 'literal',
      literals: ['tel:', 'sms:', 'callto:'],
      validator: 'RFC 3966',
      score: 0.9,
      pattern: /(?:tel|sms|callto):(\+?[\d().-]{7,20}\d)/y,
      accept: afterScheme,
      tests: { found: ['<a href="tel:⟦+49-30-12345678⟧">'], ignored: ['tel:none', 'tel:12'] },
    },
    {
      id: 'phone-hk',
      type: 'HK_PHONE',
      kind: 'pattern',
      validator: 'country code',
      score: 0.92,
      context: 'free',
      needs: '852',
      begins: 'word',
      pattern: /\(?\+?852\)?[ -]?[2-9]\d{3}[ -]?\d{4}/g,
      accept: phoneFound,
      tests: {
        found: ['電話 ⟦+852 2918 3746⟧', '⟦(852) 29183746⟧'],
        ignored: ['853 2918 3746', '+852 1918 3746'],
      },
    },
    {
      id: 'phone-macao',
      type: 'PHONE_INTL',
      kind: 'pattern',
      locale: 'MO',
      validator: 'country code',
      score: 0.91,
      context: 'free',
      needs: '853',
      begins: 'word',
      pattern: /\(?\+?853\)?[ -]?(?:6\d|28|8[1-9])\d{2}[ -]?\d{4}/g,
      accept: phoneFound,
      tests: {
        found: ['⟦+853 6612 3456⟧', '⟦(853) 2833 4455⟧'],
        ignored: ['852 6612 3456', '+853 1612 3456'],
      },
    },
    {
      id: 'phone-taiwan',
      type: 'PHONE_INTL',
      kind: 'pattern',
      locale: 'TW',
      validator: 'country code',
      score: 0.91,
      context: 'free',
      needs: '886',
      begins: 'word',
      pattern: /\(?\+?886\)?[ -]?\(?0?\)?(?:9\d{2}[ -]?\d{3}[ -]?\d{3}|[2-8]\d?[ -]\d{3,4}[ -]?\d{4})/g,
      accept: phoneFound,
      tests: {
        found: ['⟦+886 912 345 678⟧', '⟦886-2-2345-6789⟧'],
        ignored: ['+885 912 345 678', '+886 112 345 678'],
      },
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

/** The number that the plan of its country assigns, up to where it still does. */
function assignedFound(match: RegExpExecArray, text: string): Span | undefined {
  const written = match[0].replace(/[ .()/-]{1,3}$/, '');
  const digits = written.replace(/\(0\)|\D/g, '').replace(/^011/, '');
  return isAssigned(digits) ? phoneFound(match, text) : undefined;
}

function afterScheme(match: RegExpExecArray): Span | undefined {
  const end = match.index + match[0].length;
  return { start: end - (match[1]?.length ?? 0), end };
}

/** Eight digits from 2 to 9 that are not a date. */
function isHongKongNumber(digits: string): boolean {
  return /^[2-9]/.test(digits) && !/^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}
