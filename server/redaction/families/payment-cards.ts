import { boundedMatch } from '../bounded.ts';
import { withOtherCheckDigit } from '../define-rule.ts';
import { type EntityFamily, type NumberRule, type Span, wholeMatch } from '../rule.ts';
import { cardGroupings } from '../tables/card-groupings.ts';
import { cardNetworks } from '../tables/card-networks.ts';
import { passesLuhn } from '../validators/luhn.ts';
import { createPrefixTest } from '../tables/number-prefixes.ts';

const cardWords =
  '信用卡|卡号|银行卡|贷记卡|信用卡号|付款卡|credit card|creditcard|card number|card no|card|visa|mastercard|amex|american express|' +
  'discover|diners|jcb|maestro|credit|debit|pan|cc|cc number|payment card';

/** Payment cards by the ranges of their networks, and what is written beside their numbers. */
export const paymentCards: EntityFamily = {
  types: [
    {
      id: 'CREDIT_CARD',
      label: 'CARD',
      tier: 'critical',
      locale: '*',
      canonical: 'compact',
      context: cardWords.split('|'),
      unless: ['tracking', 'order', '订单', '运单', '编号'],
    },
    {
      id: 'CARD_CVV',
      label: 'CVV',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: (
        'cvv|cvv2|cvc|cvc2|cid|csc|cav2|security code|card security code|card verification|card verification code|' +
        'card verification value|安全码|安全碼|卡片验证码|信用卡安全码|末三位|后三位|卡背面三位|cvv码'
      ).split('|'),
    },
    {
      id: 'CARD_EXPIRY',
      label: 'EXPIRY',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: (
        'expiry|expiry date|expiration|expiration date|exp|exp date|exp. date|expires|valid thru|valid through|good thru|valid until|' +
        '有效期|有效期至|有效期到|卡有效期|到期|到期日'
      ).split('|'),
    },
    {
      id: 'CARD_TRACK',
      label: 'TRACK',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: [
        'track data',
        'magstripe',
        'magnetic stripe',
        'track 1',
        'track 2',
        '磁道',
        '磁条',
        '磁道信息',
      ],
    },
    {
      id: 'PIN',
      label: 'PIN',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context:
        'pin|pin code|pin number|passcode|card pin|atm pin|pin码|取款密码|支付密码|交易密码|银行卡密码|卡密码|查询密码|锁屏密码'.split(
          '|',
        ),
    },
  ],
  rules: [
    ...cardNetworks.map(networkRule),
    {
      id: 'card-labelled',
      type: 'CREDIT_CARD',
      kind: 'number',
      validator: 'Luhn, context; unverified where Luhn fails',
      score: 0.6,
      context: 'required',
      lengths: [13, 14, 15, 16, 19],
      groupings: cardGroupings,
      keepUnverified: true,
      accept: (digits) => passesLuhn(digits) && /^[1-9]/.test(digits),
      tests: {
        found: [
          'card number ⟦4539575260181592⟧',
          'card number ⟦4539 5752 6018 1593⟧',
          '信用卡号：⟦7539575260181599⟧',
        ],
        ignored: ['Our ticket 4539575260181593 is open', 'card number 123'],
      },
    },
    {
      id: 'card-cvv',
      type: 'CARD_CVV',
      kind: 'label',
      validator: 'three or four digits, context',
      score: 0.8,
      value: /\d{3,4}/y,
      accept: boundedMatch,
      tests: {
        found: ['CVV: ⟦123⟧', '安全码是⟦4567⟧', 'security code ⟦987⟧'],
        ignored: ['CVV: 12345', '房间123'],
      },
    },
    {
      id: 'card-expiry',
      type: 'CARD_EXPIRY',
      kind: 'label',
      validator: 'month and year, context',
      score: 0.7,
      value: /(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?\d{2}/y,
      accept: boundedMatch,
      tests: {
        found: ['valid thru ⟦09/28⟧', '有效期至⟦11/2029⟧'],
        ignored: ['valid thru 13/28', 'chapter 09/28'],
      },
    },
    {
      id: 'card-expiry-zh',
      type: 'CARD_EXPIRY',
      kind: 'label',
      validator: 'year and month in Chinese, context',
      score: 0.7,
      value: /(?:20)?\d{2}年(?:0?[1-9]|1[0-2])月/y,
      // A card expires in a month; a day is the end of something else.
      accept: (match, text) =>
        /\d/.test(text.charAt(match.index + match[0].length)) ? undefined : wholeMatch(match),
      tests: {
        found: ['卡有效期：⟦2028年9月⟧', '有效期到⟦28年09月⟧'],
        ignored: ['于2028年9月开业', '有效期：2028年13月', '授权有效期至2028年9月3日'],
      },
    },
    {
      id: 'card-track-1',
      type: 'CARD_TRACK',
      kind: 'literal',
      literals: ['%B'],
      validator: 'ISO/IEC 7813 track 1, Luhn',
      score: 0.98,
      pattern: /%B(\d{12,19})\^[^^\n]{2,26}\^\d{4}\d{3}[^?\n]{0,60}\?/y,
      accept: trackFound,
      tests: {
        found: ['read ⟦%B4539575260181592^CARTER/JOHN^28091010000000000000?⟧'],
        ignored: ['read %B4539575260181593^CARTER/JOHN^28091010000000000000?', '100%Better'],
      },
    },
    {
      id: 'card-track-2',
      type: 'CARD_TRACK',
      kind: 'literal',
      literals: [';'],
      validator: 'ISO/IEC 7813 track 2, Luhn',
      score: 0.98,
      pattern: /;(\d{12,19})=\d{4}\d{3}\d{0,20}\?/y,
      accept: trackFound,
      tests: {
        found: ['磁道⟦;4539575260181592=28091010000012345678?⟧'],
        ignored: [';4539575260181593=28091010000012345678?', 'a;123=4'],
      },
    },
    {
      id: 'pin',
      type: 'PIN',
      kind: 'label',
      validator: 'four to six digits, context',
      score: 0.7,
      value: /\d{4,6}/y,
      accept: boundedMatch,
      tests: { found: ['PIN: ⟦4821⟧', '取款密码是⟦258369⟧'], ignored: ['PIN: 12', '房间4821'] },
    },
  ],
};

function networkRule([
  id,
  name,
  prefixes,
  lengths,
  context,
  sample,
]: (typeof cardNetworks)[number]): NumberRule {
  const isIssued = createPrefixTest(prefixes);
  const grouped = sample.replace(/(\d{4})(?=\d)/g, '$1 ');
  return {
    id: `card-${id}`,
    type: 'CREDIT_CARD',
    kind: 'number',
    locale: id,
    validator: `Luhn, ranges of ${name}`,
    score: context === 'free' ? 0.9 : 0.85,
    context,
    lengths: lengths.split(' ').map(Number),
    groupings: cardGroupings,
    wraps: context === 'free',
    accept: (digits) => isIssued(digits) && passesLuhn(digits),
    tests: {
      found: [`card number ⟦${sample}⟧`, `信用卡：⟦${grouped}⟧`],
      ignored: [`lot ${withOtherCheckDigit(sample)}`, `card number 0${sample.slice(1)}`],
    },
  };
}

function trackFound(match: RegExpExecArray): Span | undefined {
  return passesLuhn(match[1] ?? '') ? wholeMatch(match) : undefined;
}
