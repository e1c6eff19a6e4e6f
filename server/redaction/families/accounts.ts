import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isSecuritiesAccount } from '../validators/bank-numbers.ts';

/** Accounts of banks and brokers. Their numbers have no check digit that holds for all of them: a word announces them. */
export const accounts: EntityFamily = {
  types: [
    {
      id: 'CN_BANK_ACCOUNT',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: (
        '对公账号|对公账户|对公帐号|银行账号|银行帐号|银行账户|收款账号|收款帐号|收款账户|付款账号|付款账户|开户账号|开户帐号|基本户|' +
        '基本户账号|结算账户|结算账号|一般户|公司账户|汇款账号|账号|帐号|account no|account number|bank account|acct|a/c no'
      ).split('|'),
    },
    {
      id: 'US_BANK_ACCOUNT',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'US',
      canonical: 'compact',
      context: (
        'account number|account no|account #|acct|acct #|acct no|checking account|checking|savings account|direct deposit|' +
        'bank account number'
      ).split('|'),
    },
    {
      id: 'CN_SECURITIES_ACCOUNT',
      label: 'ACCOUNT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: (
        '证券账户|证券账号|证券帐号|证券账户号|股东账号|股东账户|股东代码|股东卡号|资金账号|资金账户|资金帐号|基金账号|基金账户|期货账号|' +
        '沪市账户|深市账户|沪a账户|深a账户|securities account|stock account|brokerage account'
      ).split('|'),
    },
  ],
  rules: [
    {
      id: 'cn-bank-account',
      type: 'CN_BANK_ACCOUNT',
      kind: 'label',
      validator: '9 to 30 digits, context',
      score: 0.6,
      value: /\d[\d -]{7,33}\d/y,
      accept: accountFound,
      tests: {
        found: ['对公账号：⟦1100 1016 9000 5902 3456⟧', '收款账户 ⟦32050175660000000123⟧'],
        ignored: ['对公账号：12345', '合同编号1100101690005902'],
      },
    },
    {
      id: 'us-bank-account',
      type: 'US_BANK_ACCOUNT',
      kind: 'label',
      validator: '8 to 17 digits, context',
      score: 0.55,
      value: /\d{8,17}/y,
      accept: boundedMatch,
      tests: {
        found: ['checking account ⟦000123456789⟧', 'acct # ⟦12345678⟧'],
        ignored: ['checking account 1234567', 'order 000123456789'],
      },
    },
    {
      id: 'cn-securities-account-shanghai',
      type: 'CN_SECURITIES_ACCOUNT',
      kind: 'code',
      locale: 'CN-SH',
      validator: 'letter A to F and nine digits, context',
      score: 0.8,
      context: 'required',
      lengths: [10],
      groupings: [],
      shape: /^[A-F]\d{9}$/,
      tests: {
        found: ['股东代码：⟦A123456789⟧', '沪市账户为⟦E012345678⟧'],
        ignored: ['股东代码：Z123456789', '零件A123456789'],
      },
    },
    {
      id: 'cn-securities-account-shenzhen',
      type: 'CN_SECURITIES_ACCOUNT',
      kind: 'number',
      locale: 'CN-SZ',
      validator: 'ten digits from 00 to 08 or 19, context',
      score: 0.75,
      context: 'required',
      lengths: [10],
      groupings: [],
      accept: isSecuritiesAccount,
      tests: {
        found: ['证券账户：⟦0123456789⟧', '深市账户 ⟦0812345678⟧'],
        ignored: ['证券账户：9123456789', '热线0123456789'],
      },
    },
    {
      id: 'cn-funds-account',
      type: 'CN_SECURITIES_ACCOUNT',
      kind: 'label',
      validator: '8 to 14 digits, context',
      score: 0.65,
      value: /[A-Za-z]?\d{8,14}/y,
      accept: boundedMatch,
      tests: { found: ['资金账号：⟦880012345678⟧'], ignored: ['资金账号：1234', '编号880012345678'] },
    },
  ],
};

function accountFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/\D/g, '').length;
  return digits >= 9 && digits <= 30 ? boundedMatch(match, text) : undefined;
}
