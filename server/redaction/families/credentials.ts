import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { entropy, isRealSecret } from '../secret-value.ts';

const LEAST_ENTROPY = 3;

/** Passwords, keys and codes that a name announces. */
export const credentials: EntityFamily = {
  types: [
    {
      id: 'PASSWORD',
      label: 'PASSWORD',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: [
        'password',
        'passwd',
        'pwd',
        'passphrase',
        'pass',
        '密码',
        '口令',
        '登录密码',
        '初始密码',
        '密碼',
      ],
    },
    {
      id: 'GENERIC_API_KEY',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: [
        'api_key',
        'apikey',
        'api key',
        'api-key',
        'secret',
        'secret_key',
        'secret key',
        'client_secret',
        'token',
        'access_token',
        'auth_token',
        'access_key',
        'access key',
        'private_key',
        '密钥',
        '令牌',
        '秘钥',
      ],
    },
    {
      id: 'OTP_SECRET',
      label: 'CODE',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['otp', 'verification code', '验证码', '动态口令', '动态密码', '校验码'],
    },
    {
      id: 'BASIC_BEARER_AUTH',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['authorization', '授权'],
    },
    {
      id: 'DB_CONNECTION_STRING',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['connection string', 'jdbc', 'dsn', '连接串'],
    },
  ],
  rules: [
    {
      id: 'password',
      type: 'PASSWORD',
      kind: 'label',
      validator: 'context, placeholder filter',
      score: 0.8,
      value: /[!-~]{4,128}/y,
      accept: passwordFound,
    },
    {
      id: 'generic-api-key',
      type: 'GENERIC_API_KEY',
      kind: 'label',
      validator: 'context, entropy',
      score: 0.75,
      value: /[A-Za-z0-9_+/=.~-]{12,512}/y,
      accept: keyFound,
    },
    {
      id: 'otp-code',
      type: 'OTP_SECRET',
      kind: 'label',
      validator: 'context',
      score: 0.75,
      value: /\d{4,8}/y,
      accept: boundedMatch,
    },
    {
      id: 'bearer-auth',
      type: 'BASIC_BEARER_AUTH',
      kind: 'pattern',
      validator: 'scheme',
      score: 0.85,
      context: 'free',
      pattern: /\b(?:Bearer|Basic) [A-Za-z0-9._~+/-]{12,2000}={0,2}/g,
      accept: schemeValue,
    },
    {
      id: 'db-connection-password',
      type: 'DB_CONNECTION_STRING',
      kind: 'pattern',
      validator: 'password in a connection string',
      score: 0.85,
      context: 'free',
      needs: '=',
      pattern: /\b(?:Server|Data Source|Host)=[^;\n]{1,200};[^\n]{0,200}?(?:Password|Pwd)=[^;\s"']{1,128}/gi,
      accept: (match) => ({ start: match.index, end: match.index + match[0].length }),
    },
  ],
};

/** After `密码` or `password` a value needs a sign between, or a digit, or it is a word of the sentence. */
function passwordFound(match: RegExpExecArray, text: string): Span | undefined {
  const quoted = /^[^"'`,;)\]}>]{4,128}/.exec(match[0])?.[0];
  if (quoted === undefined || !isRealSecret(match[0])) return undefined;
  const value = quoted.replace(/[.!?:]+$/, '');
  const isAssigned = /[:=是为]["'`\s]{0,3}$|\bis "?$/.test(
    text.slice(Math.max(0, match.index - 5), match.index),
  );
  const looksSecret = /\d/.test(value) || /[!-/:-@[-`{-~]/.test(value.slice(1));
  if (
    value.length < 4 ||
    (!looksSecret && !(isAssigned && /[:=]/.test(text.slice(match.index - 4, match.index))))
  )
    return undefined;
  return isAssigned || looksSecret ? { start: match.index, end: match.index + value.length } : undefined;
}

function keyFound(match: RegExpExecArray): Span | undefined {
  const value = match[0].replace(/[.]+$/, '');
  if (!isRealSecret(value) || entropy(value) < LEAST_ENTROPY || !/\d/.test(value)) return undefined;
  return { start: match.index, end: match.index + value.length };
}

function schemeValue(match: RegExpExecArray): Span | undefined {
  const space = match[0].indexOf(' ') + 1;
  const value = match[0].slice(space);
  return /\d/.test(value) || /[A-Z]/.test(value.slice(1))
    ? { start: match.index + space, end: match.index + match[0].length }
    : undefined;
}
