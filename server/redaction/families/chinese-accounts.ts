import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

/** Accounts of chat and payment services of mainland China. */
export const chineseAccounts: EntityFamily = {
  types: [
    {
      id: 'CN_QQ',
      label: 'HANDLE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: [
        'qq',
        'qq号',
        'qq号码',
        '扣扣',
        '扣扣号',
        '企鹅号',
        '加q',
        '我q',
        '球球',
        'q号',
        'qq群',
        'qq群号',
        'qq number',
      ],
    },
    {
      id: 'CN_WECHAT',
      label: 'HANDLE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'exact',
      context:
        '微信|微信吗|微信嘛|微信号|微信id|微信账号|微信帐号|微信同号|wechat|wechat id|weixin|vx|v信|wx|薇信|威信|加微|加我微信|加v|➕v|徽信|绿泡泡|微❤|wxid'.split(
          '|',
        ),
    },
    {
      id: 'CN_ALIPAY',
      label: 'ACCOUNT',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '支付宝',
        '支付宝账号',
        '支付宝帐号',
        '支付宝账户',
        '支付宝号',
        '收款码',
        '收款账号支付宝',
        'alipay',
        'alipay account',
        'alipay id',
      ],
    },
  ],
  rules: [
    {
      id: 'cn-qq',
      type: 'CN_QQ',
      kind: 'label',
      validator: '5 to 11 digits, context',
      score: 0.8,
      value: /[1-9]\d{4,10}/y,
      accept: numberFound,
      tests: {
        found: ['QQ：⟦482917364⟧', '客服QQ⟦482917364⟧领取', '我q ⟦482917364⟧', '加扣扣⟦10293847⟧'],
        ignored: ['QQ：1234', '单号482917364'],
      },
    },
    {
      id: 'cn-qq-in-groups',
      type: 'CN_QQ',
      kind: 'number',
      validator: '8 to 11 digits in groups, context',
      score: 0.7,
      context: 'required',
      lengths: [8, 9, 10],
      groupings: ['3-3-3', '4-4', '3-3-4', '4-3-3', '3-3-2', '2-3-4'],
      accept: (digits, { grouping }) => /^[1-9]/.test(digits) && grouping.includes('-'),
      tests: { found: ['扣扣 ⟦482 917 364⟧'], ignored: ['编号 482 917 364', 'QQ 082 917 364'] },
    },
    {
      id: 'cn-wechat',
      type: 'CN_WECHAT',
      kind: 'label',
      validator: 'letter and 5 to 19 characters, context',
      score: 0.75,
      value: /[A-Za-z][A-Za-z0-9_-]{5,19}/y,
      accept: boundedMatch,
      tests: { found: ['微信：⟦wang_fang88⟧', 'vx ⟦Anna-2019⟧'], ignored: ['微信：ab', '文件wang_fang88'] },
    },
    {
      id: 'cn-wechat-generated',
      type: 'CN_WECHAT',
      kind: 'literal',
      literals: ['wxid_', 'gh_'],
      validator: 'account that WeChat made',
      score: 0.9,
      pattern: /wxid_[a-z0-9]{12,16}|gh_[0-9a-f]{12}/y,
      tests: {
        found: ['联系⟦wxid_a1b2c3d4e5f612⟧', '公众号⟦gh_0a1b2c3d4e5f⟧'],
        ignored: ['wxid_short', 'gh_'],
      },
    },
    {
      id: 'cn-wechat-mobile',
      type: 'CN_WECHAT',
      kind: 'number',
      validator: 'mobile number that is the account, context',
      score: 0.55,
      context: 'required',
      lengths: [11],
      groupings: ['3-4-4'],
      accept: (digits) => /^1[3-9]/.test(digits),
      tests: { found: ['加微⟦13728194605⟧'], ignored: ['批次13728194605', '加微12728194605'] },
    },
    {
      id: 'cn-alipay-mobile',
      type: 'CN_ALIPAY',
      kind: 'label',
      validator: 'mobile number, context',
      score: 0.86,
      value: /1[3-9]\d[ -]?\d{4}[ -]?\d{4}/y,
      accept: boundedMatch,
      tests: {
        found: ['支付宝账号：⟦13728194605⟧', 'alipay ⟦137 2819 4605⟧'],
        ignored: ['支付宝：12728194605', '电话13728194605'],
      },
    },
    {
      id: 'cn-alipay-email',
      type: 'CN_ALIPAY',
      kind: 'label',
      validator: 'mail address, context',
      score: 0.96,
      value: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}/y,
      accept: boundedMatch,
      tests: {
        found: ['支付宝：⟦wangfang@example.com⟧'],
        ignored: ['邮箱：wangfang@example.com', '支付宝：wangfang'],
      },
    },
    {
      id: 'cn-alipay-id',
      type: 'CN_ALIPAY',
      kind: 'number',
      validator: '2088 and twelve digits',
      score: 0.7,
      context: 'required',
      lengths: [16],
      groupings: [],
      accept: (digits) => digits.startsWith('2088'),
      tests: {
        found: ['支付宝商户⟦2088123456789012⟧'],
        ignored: ['卡2088123456789012', '支付宝3088123456789012'],
      },
    },
  ],
};

/** The label may touch the number, as in QQ12345678. */
function numberFound(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  return /[A-Za-z0-9_]/.test(text.charAt(end)) ? undefined : { start: match.index, end };
}
