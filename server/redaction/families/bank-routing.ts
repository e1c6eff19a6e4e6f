import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { countryCodes } from '../tables/country-codes.ts';
import { isAbaRouting, isClabe, isCnaps } from '../validators/bank-numbers.ts';

/** Codes of banks and their branches, and account numbers that hold them. */
export const bankRouting: EntityFamily = {
  types: [
    {
      id: 'SWIFT_BIC',
      label: 'BIC',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context:
        'swift|bic|swift code|swift/bic|bic code|bic/swift|swift代码|swift码|银行国际代码|银行识别代码|国际汇款代码'.split(
          '|',
        ),
    },
    {
      id: 'CN_CNAPS',
      label: 'BANK_CODE',
      tier: 'indirect',
      locale: 'CN',
      canonical: 'compact',
      context:
        '联行号|大额行号|开户行行号|开户行联行号|行号|支付系统行号|银行行号|清算行号|电票行号|cnaps|cnaps code|bank code'.split(
          '|',
        ),
    },
    {
      id: 'US_ABA_ROUTING',
      label: 'BANK_CODE',
      tier: 'indirect',
      locale: 'US',
      canonical: 'compact',
      context:
        'routing number|routing no|routing #|routing|aba|aba number|aba routing|rtn|transit number|bank routing|ach routing|abarouting'.split(
          '|',
        ),
    },
    {
      id: 'UK_SORT_CODE',
      label: 'BANK_CODE',
      tier: 'critical',
      locale: 'GB',
      canonical: 'compact',
      context: ['sort code', 'sortcode', 'sort-code', 'bank sort code', 's/c'],
    },
    {
      id: 'IN_IFSC',
      label: 'BANK_CODE',
      tier: 'indirect',
      locale: 'IN',
      canonical: 'compact',
      context: ['ifsc', 'ifsc code', 'neft', 'rtgs', 'imps'],
    },
    {
      id: 'MX_CLABE',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'MX',
      canonical: 'compact',
      context: ['clabe', 'clabe interbancaria', 'cuenta clabe', 'transferencia', 'spei'],
    },
  ],
  rules: [
    {
      id: 'swift-bic-8',
      type: 'SWIFT_BIC',
      kind: 'pattern',
      validator: 'ISO 9362, ISO 3166 country, context',
      score: 0.75,
      context: 'required',
      begins: 'word',
      pattern: /[A-Z]{6}[A-Z2-9][A-NP-Z0-9]/g,
      accept: bicFound,
      tests: {
        found: ['SWIFT: ⟦DEUTDEFF⟧', 'SWIFT代码⟦BKCHCNBJ⟧'],
        ignored: ['SWIFT: ABCDZZ2X', 'write to DEUTDEFF'],
      },
    },
    {
      id: 'swift-bic-11',
      type: 'SWIFT_BIC',
      kind: 'pattern',
      validator: 'ISO 9362 with a branch, ISO 3166 country, context',
      score: 0.8,
      context: 'required',
      begins: 'word',
      pattern: /[A-Z]{6}[A-Z2-9][A-NP-Z0-9][A-Z0-9]{3}/g,
      accept: bicFound,
      tests: {
        found: ['BIC ⟦DEUTDEFF500⟧', '银行国际代码：⟦ICBKCNBJSZX⟧'],
        ignored: ['BIC ABCDXX2XXXX', 'part DEUTDEFF500'],
      },
    },
    {
      id: 'cn-cnaps',
      type: 'CN_CNAPS',
      kind: 'number',
      validator: 'bank code, context',
      score: 0.8,
      context: 'required',
      lengths: [12],
      groupings: ['3-4-4-1', '3-4-5', '4-4-4'],
      accept: isCnaps,
      tests: {
        found: ['联行号：⟦102100099996⟧', '开户行行号 ⟦308584000013⟧'],
        ignored: ['联行号：802100099996', '单号102100099996'],
      },
    },
    {
      id: 'us-aba-routing',
      type: 'US_ABA_ROUTING',
      kind: 'number',
      validator: 'weights 3 7 1 mod 10, Federal Reserve prefix, context',
      score: 0.85,
      context: 'required',
      lengths: [9],
      groupings: ['4-4-1', '3-3-3'],
      keepUnverified: true,
      accept: isAbaRouting,
      tests: {
        found: ['routing number ⟦021000021⟧', 'ABA: ⟦1210-0024-8⟧'],
        ignored: ['near the routing desk 021000022', 'code 021000021'],
      },
    },
    {
      id: 'us-aba-fraction',
      type: 'US_ABA_ROUTING',
      kind: 'label',
      validator: 'fractional form of a cheque, context',
      score: 0.6,
      value: /\d{1,2}-\d{1,4}\/\d{3,4}/y,
      accept: boundedMatch,
      tests: { found: ['ABA: ⟦50-937/213⟧'], ignored: ['ABA: 50-937', 'page 50-937/213'] },
    },
    {
      id: 'uk-sort-code',
      type: 'UK_SORT_CODE',
      kind: 'label',
      validator: 'six digits, context',
      score: 0.8,
      value: /\d{2}[- ]?\d{2}[- ]?\d{2}/y,
      accept: boundedMatch,
      tests: {
        found: ['sort code ⟦60-16-13⟧', 'Sort code: ⟦601613⟧'],
        ignored: ['sort code 60-16', 'on 60-16-13'],
      },
    },
    {
      id: 'uk-sort-code-and-account',
      type: 'UK_SORT_CODE',
      kind: 'label',
      validator: 'sort code and account of eight digits, context',
      score: 0.85,
      value: /\d{2}-?\d{2}-?\d{2}[ ,/]{1,2}\d{8}/y,
      accept: boundedMatch,
      tests: {
        found: ['sort code ⟦60-16-13 31926819⟧', 'Sort code: ⟦601613/31926819⟧'],
        ignored: ['sort code 60-16-13 3192', 'lot 60-16-13 31926819'],
      },
    },
    {
      id: 'in-ifsc',
      type: 'IN_IFSC',
      kind: 'code',
      validator: 'four letters, 0, six characters; context',
      score: 0.85,
      context: 'required',
      lengths: [11],
      groupings: [],
      shape: /^[A-Z]{4}0[A-Z0-9]{6}$/,
      tests: {
        found: ['IFSC: ⟦SBIN0005943⟧', 'NEFT to ⟦HDFC0001234⟧'],
        ignored: ['IFSC: SBIN1005943', 'model HDFC0001234'],
      },
    },
    {
      id: 'mx-clabe',
      type: 'MX_CLABE',
      kind: 'number',
      validator: 'weights 3 7 1 mod 10, context',
      score: 0.9,
      context: 'required',
      lengths: [18],
      groupings: ['3-3-11-1', '6-11-1', '4-4-4-4-2', '3-3-4-4-4'],
      keepUnverified: true,
      accept: isClabe,
      tests: {
        found: ['CLABE ⟦032180000118359719⟧', 'cuenta CLABE: ⟦002 010 07777777777 1⟧'],
        ignored: ['folio 032180000118359719', 'CLABE 03218000011835971'],
      },
    },
  ],
};

function bicFound(match: RegExpExecArray, text: string): Span | undefined {
  return countryCodes.has(match[0].slice(4, 6)) ? boundedMatch(match, text) : undefined;
}
