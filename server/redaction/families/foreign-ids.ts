import { boundedMatch, compactUpper } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isNric } from '../validators/nric.ts';
import { passesVerhoeff } from '../validators/verhoeff.ts';

const NINO =
  /[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]/g;
const unusedNinoPrefixes = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ']);
/** Numbers that were printed in advertisements (Social Security Administration). */
const advertisedSsns = new Set(['078051120', '219099999', '457555462']);

/** National numbers outside China. */
export const foreignIds: EntityFamily = {
  types: [
    {
      id: 'US_SSN',
      label: 'SSN',
      tier: 'critical',
      locale: 'US',
      canonical: 'compact',
      context: [
        'ssn',
        'ssns',
        'social security',
        'social security number',
        'soc sec',
        '社会安全号',
        '社安号',
        '社保号',
      ],
      unless: ['version', 'part', 'serial'],
    },
    {
      id: 'UK_NINO',
      label: 'NINO',
      tier: 'critical',
      locale: 'GB',
      canonical: 'compact',
      context: ['nino', 'national insurance', 'ni number', '国民保险号'],
    },
    {
      id: 'IN_AADHAAR',
      label: 'AADHAAR',
      tier: 'critical',
      locale: 'IN',
      canonical: 'compact',
      context: ['aadhaar', 'aadhar', 'uidai', '印度身份证'],
    },
    {
      id: 'SG_NRIC',
      label: 'NRIC',
      tier: 'critical',
      locale: 'SG',
      canonical: 'compact',
      context: ['nric', 'fin', '新加坡身份证'],
    },
    {
      id: 'US_PASSPORT',
      label: 'PASSPORT',
      tier: 'critical',
      locale: 'US',
      canonical: 'compact',
      context: ['passport', 'passport number', 'passport no', 'us passport'],
    },
  ],
  rules: [
    {
      id: 'us-ssn-grouped',
      type: 'US_SSN',
      kind: 'pattern',
      validator: 'area, group and serial ranges',
      score: 0.85,
      context: 'free',
      pattern: /\d{3}-\d{2}-\d{4}|\d{3} \d{2} \d{4}|\d{3}\.\d{2}\.\d{4}/g,
      accept: ssnFound,
    },
    {
      id: 'us-ssn-labelled',
      type: 'US_SSN',
      kind: 'number',
      validator: 'area, group and serial ranges, context',
      score: 0.8,
      context: 'required',
      lengths: [9],
      groupings: ['3-2-4', '3-6', '5-4'],
      wraps: true,
      accept: isSsn,
    },
    {
      id: 'us-ssn-broken',
      type: 'US_SSN',
      kind: 'pattern',
      validator: 'area, group and serial ranges, context',
      score: 0.75,
      context: 'required',
      needs: '-',
      pattern: /\d[ \n]?\d[ \n]?\d[ \n]?-[ \n]?\d[ \n]?\d[ \n]?-[ \n]?\d[ \n]?\d[ \n]?\d[ \n]?\d/g,
      accept: ssnFound,
    },
    {
      id: 'uk-nino',
      type: 'UK_NINO',
      kind: 'pattern',
      validator: 'prefix table',
      score: 0.8,
      context: 'free',
      pattern: NINO,
      accept: ninoFound,
    },
    {
      id: 'in-aadhaar',
      type: 'IN_AADHAAR',
      kind: 'number',
      validator: 'Verhoeff, context',
      score: 0.9,
      context: 'required',
      lengths: [12],
      groupings: ['4-4-4'],
      wraps: true,
      accept: isAadhaar,
    },
    {
      id: 'in-aadhaar-grouped',
      type: 'IN_AADHAAR',
      kind: 'pattern',
      validator: 'Verhoeff',
      score: 0.75,
      context: 'free',
      pattern: /[2-9]\d{3}[ :-]\d{4}[ :-]\d{4}/g,
      accept: (match, text) =>
        isAadhaar(match[0].replace(/\D/g, '')) ? boundedMatch(match, text) : undefined,
    },
    {
      id: 'sg-nric',
      type: 'SG_NRIC',
      kind: 'pattern',
      validator: 'mod 11 letter table',
      score: 0.85,
      context: 'free',
      pattern: /[STFGMstfgm]\d{7}[A-Za-z]/g,
      accept: (match, text) => (isNric(compactUpper(match[0])) ? boundedMatch(match, text) : undefined),
    },
    {
      // A labelled number with a typo is still somebody's.
      id: 'sg-nric-labelled',
      type: 'SG_NRIC',
      kind: 'label',
      validator: 'format, context',
      score: 0.6,
      value: /[A-Za-z]\d{7}[A-Za-z]/y,
      accept: boundedMatch,
    },
    {
      id: 'us-passport',
      type: 'US_PASSPORT',
      kind: 'pattern',
      validator: 'format, context',
      score: 0.6,
      context: 'required',
      pattern: /[A-Za-z]?\d{8,9}/g,
      accept: usPassportFound,
    },
  ],
};

function isSsn(digits: string): boolean {
  const area = digits.slice(0, 3);
  if (area === '000' || area === '666' || area >= '900') return false;
  if (digits.slice(3, 5) === '00' || digits.slice(5) === '0000') return false;
  return !advertisedSsns.has(digits);
}

function ssnFound(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  return span !== undefined && !touchesDash(text, span) && isSsn(match[0].replace(/\D/g, ''))
    ? span
    : undefined;
}

function touchesDash(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 2), span.start);
  return /-$|\d[ .]$/.test(before) || /^[-. ]\d/.test(text.slice(span.end, span.end + 2));
}

function ninoFound(match: RegExpExecArray, text: string): Span | undefined {
  return unusedNinoPrefixes.has(match[0].slice(0, 2).toUpperCase()) ? undefined : boundedMatch(match, text);
}

function isAadhaar(digits: string): boolean {
  return digits >= '2' && digits !== digits.split('').toReversed().join('') && passesVerhoeff(digits);
}

function usPassportFound(match: RegExpExecArray, text: string): Span | undefined {
  return match[0].length === 9 ? boundedMatch(match, text) : undefined;
}
