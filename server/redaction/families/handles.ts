import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

/** Accounts of chat services, and user names. */
export const handles: EntityFamily = {
  types: [
    {
      id: 'CN_QQ',
      label: 'HANDLE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: ['qq', '扣扣'],
    },
    {
      id: 'CN_WECHAT',
      label: 'HANDLE',
      tier: 'personal',
      locale: 'CN',
      canonical: 'exact',
      context: ['微信', '微信号', 'wechat', 'wechat id', 'weixin', 'vx', 'wx', '加微'],
    },
    {
      id: 'USERNAME',
      label: 'HANDLE',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: ['username', 'user name', 'login name', '用户名', '登录名', '登录账号'],
    },
  ],
  rules: [
    {
      id: 'cn-qq',
      type: 'CN_QQ',
      kind: 'label',
      validator: 'context',
      score: 0.8,
      value: /[1-9]\d{4,10}/y,
      accept: boundedMatch,
      tests: {
        found: ['QQ：⟦29384756⟧', '加我扣扣⟦1029384756⟧'],
        ignored: ['数字29384756', 'QQ群有120人', 'QQ 0293847'],
      },
    },
    {
      id: 'cn-wechat',
      type: 'CN_WECHAT',
      kind: 'label',
      validator: 'context',
      score: 0.75,
      value: /[A-Za-z][A-Za-z0-9_-]{5,19}/y,
      accept: boundedMatch,
      tests: {
        found: ['微信号⟦lin_qiu_88⟧', 'WeChat ID: ⟦linqiu-88⟧', 'vx ⟦lin_qiu_88⟧'],
        ignored: ['用户名 lin_qiu_88', '微信支付', '微信号 9lin'],
      },
    },
    {
      id: 'username',
      type: 'USERNAME',
      kind: 'label',
      validator: 'context',
      score: 0.6,
      value: /[A-Za-z][A-Za-z0-9_.-]{2,31}/y,
      accept: loginFound,
      tests: {
        found: ['用户名：⟦lin.qiu⟧', 'username: ⟦orla_b⟧', 'login name ⟦orla88⟧'],
        ignored: ['username and password', 'the user name field'],
      },
    },
  ],
};

/** A word alone is a sentence going on; a login holds a digit, a dot or an underscore. */
function loginFound(match: RegExpExecArray, text: string): Span | undefined {
  return /[0-9_.]./.test(match[0]) ? boundedMatch(match, text) : undefined;
}
