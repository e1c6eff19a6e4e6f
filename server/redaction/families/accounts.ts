import { boundedMatch, compactUpper, isBounded } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { ibanLengths } from '../tables/iban-lengths.ts';
import { isIban } from '../validators/iban.ts';

/** A candidate may run into the words behind it: it is cut at the country's length. */
const IBAN = /[A-Za-z][ .\n-]?[A-Za-z][ .\n-]?\d[ .\n-]?\d[ .\n-]?[A-Za-z0-9](?:[ .\n-]?[A-Za-z0-9]){10,29}/g;
const BIC = /[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?/g;

/** Bank accounts. */
export const accounts: EntityFamily = {
  types: [
    {
      id: 'IBAN',
      label: 'IBAN',
      tier: 'critical',
      locale: '*',
      canonical: 'compact',
      context: ['iban', 'bank account', 'account', '国际银行账号', '国际银行账户'],
    },
    {
      id: 'SWIFT_BIC',
      label: 'BIC',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context: ['swift', 'bic', 'swift code', 'swift/bic', 'swift代码', '银行国际代码'],
    },
    {
      id: 'CN_BANK_ACCOUNT',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '对公账号',
        '对公账户',
        '银行账号',
        '银行账户',
        '收款账号',
        '收款账户',
        '开户账号',
        '账号',
        '帐号',
        'account no',
        'account number',
        'bank account',
        'acct',
      ],
    },
    {
      id: 'CN_SECURITIES_ACCOUNT',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '证券账户',
        '证券账号',
        '股东账号',
        '股东代码',
        '资金账号',
        'securities account',
        'stock account',
      ],
    },
  ],
  rules: [
    {
      id: 'iban',
      type: 'IBAN',
      kind: 'pattern',
      validator: 'MOD 97-10, country length',
      score: 0.95,
      context: 'free',
      pattern: IBAN,
      accept: ibanFound,
    },
    {
      id: 'swift-bic',
      type: 'SWIFT_BIC',
      kind: 'pattern',
      validator: 'format, context',
      score: 0.7,
      context: 'required',
      pattern: BIC,
      accept: boundedMatch,
    },
    {
      id: 'cn-bank-account',
      type: 'CN_BANK_ACCOUNT',
      kind: 'label',
      validator: 'context',
      score: 0.6,
      value: /\d[\d -]{7,33}\d/y,
      accept: accountFound,
    },
    {
      id: 'cn-securities-account',
      type: 'CN_SECURITIES_ACCOUNT',
      kind: 'label',
      validator: 'context',
      score: 0.65,
      value: /[A-Za-z]?\d{9,12}/y,
      accept: boundedMatch,
    },
  ],
};

function ibanFound(match: RegExpExecArray, text: string): Span | undefined {
  const length = ibanLengths.get(compactUpper(match[0].slice(0, 3)).slice(0, 2));
  if (length === undefined) return undefined;
  const size = writtenLength(match[0], length);
  if (size === undefined || !isIban(compactUpper(match[0].slice(0, size)))) return undefined;
  const span = { start: match.index, end: match.index + size };
  const isGluedToWord = /iban$/i.test(text.slice(Math.max(0, span.start - 4), span.start));
  return isBounded(text, isGluedToWord ? { start: 0, end: span.end } : span) ? span : undefined;
}

/** Characters, separators included, that hold `length` letters and digits. */
function writtenLength(written: string, length: number): number | undefined {
  let seen = 0;
  for (let index = 0; index < written.length; index += 1) {
    if (/[A-Za-z0-9]/.test(written.charAt(index))) seen += 1;
    if (seen === length) return index + 1;
  }
  return undefined;
}

function accountFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/\D/g, '').length;
  return digits >= 9 && digits <= 30 ? boundedMatch(match, text) : undefined;
}
