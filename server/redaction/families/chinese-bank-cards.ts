import { withOtherCheckDigit } from '../define-rule.ts';
import type { EntityFamily, NumberRule } from '../rule.ts';
import { cardGroupings } from '../tables/card-groupings.ts';
import { chineseBankCards as banks } from '../tables/chinese-bank-cards.ts';
import { createPrefixTest } from '../tables/number-prefixes.ts';
import { passesLuhn } from '../validators/luhn.ts';

const context =
  '银行卡|卡号|储蓄卡|借记卡|工资卡|社保卡金融账户|工行卡|建行卡|农行卡|招行卡|中行卡|交行卡|邮储卡|开户行|账号|帐号|银联|银联卡|一卡通|' +
  'bank card|debit card|card number|card no|bankcard|unionpay';

/** UnionPay's ranges, and older ones that Chinese banks still use. */
const isUnionPay = createPrefixTest('62 8100-8171 603 9558 940');

/** Cards of banks of mainland China: UnionPay ranges, and the numbers that the large banks issue. */
export const chineseBankCards: EntityFamily = {
  types: [
    {
      id: 'CN_BANK_CARD',
      label: 'CARD',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: context.split('|'),
    },
  ],
  rules: [
    {
      id: 'cn-bank-card',
      type: 'CN_BANK_CARD',
      kind: 'number',
      validator: 'Luhn, UnionPay ranges',
      score: 0.9,
      context: 'free',
      lengths: [16, 17, 18, 19],
      groupings: cardGroupings,
      wraps: true,
      accept: (digits) => isUnionPay(digits) && passesLuhn(digits),
      tests: {
        found: ['卡⟦6222004837261675131⟧已冻结', 'Paid with ⟦6213 5140 7224 7042⟧ today'],
        ignored: ['卡6222004837261675132已冻结', '编号5222004837261675'],
      },
    },
    {
      id: 'cn-bank-card-labelled',
      type: 'CN_BANK_CARD',
      kind: 'number',
      validator: 'UnionPay ranges, context: old cards need not pass Luhn',
      score: 0.7,
      context: 'required',
      lengths: [16, 17, 18, 19],
      groupings: cardGroupings,
      accept: isUnionPay,
      tests: {
        found: ['银行卡号：⟦6222004837261675132⟧', '储蓄卡 ⟦6222 0048 3726 1675 132⟧'],
        ignored: ['流水6222004837261675132', '银行卡号：1222004837261675132'],
      },
    },
    ...banks.map(bankRule),
  ],
};

function bankRule([id, name, prefixes, lengths, sample]: (typeof banks)[number]): NumberRule {
  const isIssued = createPrefixTest(prefixes);
  return {
    id: `cn-bank-card-${id}`,
    type: 'CN_BANK_CARD',
    kind: 'number',
    locale: id.toUpperCase(),
    validator: `Luhn, numbers issued by ${name}`,
    score: 0.92,
    context: 'free',
    lengths: lengths.split(' ').map(Number),
    groupings: cardGroupings,
    accept: (digits) => isIssued(digits) && passesLuhn(digits),
    tests: {
      found: [`${name}卡⟦${sample}⟧`, `转到⟦${sample.replace(/(\d{4})(?=\d)/g, '$1 ')}⟧`],
      ignored: [`${name}卡${withOtherCheckDigit(sample)}`, `${name}卡0${sample.slice(1)}`],
    },
  };
}
