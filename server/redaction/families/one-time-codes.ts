import { boundedMatch, isBounded } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { base32 } from '../secrets/token-body.ts';

const SEED = base32(32).sample;
const CODE = /\d{3}[ -]\d{3}|\d{4,8}|[A-Z]-\d{6}/y;

/** Codes that are good once, and the seeds that make them. */
export const oneTimeCodes: EntityFamily = {
  types: [
    {
      id: 'OTP_SECRET',
      label: 'CODE',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: [
        'otp',
        'verification code',
        'one-time code',
        'one-time password',
        'one time password',
        'security code',
        'login code',
        'confirmation code',
        'authentication code',
        'passcode',
        '2fa code',
        '验证码',
        '动态口令',
        '动态密码',
        '动态码',
        '校验码',
        '短信码',
        '驗證碼',
      ],
      unless: ['expires', 'valid for', '有效期'],
    },
  ],
  rules: [
    {
      id: 'otp-code',
      type: 'OTP_SECRET',
      kind: 'label',
      validator: 'context, four to eight digits',
      score: 0.75,
      value: CODE,
      accept: boundedMatch,
      tests: {
        found: [
          '验证码：⟦482917⟧',
          'Your verification code is ⟦482917⟧.',
          'OTP: ⟦482 917⟧',
          '您的校验码为⟦4829⟧，请勿泄露',
        ],
        ignored: ['验证码已发送', 'verification code 12', 'the verification code expires in 2026'],
      },
    },
    {
      id: 'otp-code-before-word',
      type: 'OTP_SECRET',
      kind: 'list',
      context: 'free',
      validator: 'digits right before the words',
      score: 0.75,
      words: [
        'is your verification code',
        'is your code',
        'is your login code',
        'is your one-time',
        'is your otp',
        'is your security code',
        'is your confirmation code',
        '是您的验证码',
        '是你的验证码',
        '为您的验证码',
        '(验证码)',
        '(动态码)',
        '(短信验证码)',
        '(登录验证码)',
        '是您的校验码',
      ],
      accept: codeBefore,
      tests: {
        found: [
          '⟦482917⟧ is your verification code',
          '⟦482917⟧是您的验证码',
          '⟦4829⟧（验证码），请勿告诉他人',
          '⟦G-482917⟧ is your verification code',
        ],
        ignored: ['This is your verification code', '12是您的验证码', 'order 48291736450 is your code'],
      },
    },
    {
      id: 'otp-link',
      type: 'OTP_SECRET',
      kind: 'literal',
      validator: 'key URI format',
      score: 0.98,
      literals: ['otpauth://', 'otpauth-migration://'],
      pattern: /otpauth(?:-migration)?:\/\/[A-Za-z]{1,10}[^\s"'<>]{1,600}/y,
      accept: (match) =>
        /[?&](?:secret|data)=[A-Za-z2-7%+/=]{8}/.test(match[0])
          ? { start: match.index, end: match.index + match[0].length }
          : undefined,
      tests: {
        found: [`scan ⟦otpauth://totp/Example:orla?secret=${SEED}&issuer=Example⟧ now`],
        ignored: ['otpauth://totp/Example:orla?issuer=Example', 'otpauth:// links'],
      },
    },
    {
      id: 'totp-seed',
      type: 'OTP_SECRET',
      kind: 'literal',
      validator: 'name of a seed, Base32',
      score: 0.9,
      literals: [
        'TOTP',
        'totp',
        'Totp',
        '2FA',
        '2fa',
        'OTP',
        'otp',
        'MFA',
        'mfa',
        'authenticator',
        'two_factor',
        'twoFactor',
      ],
      pattern:
        /[A-Za-z0-9]{3,14}[ _-]?(?:secret|seed|key|setup key|shared secret|Secret|Seed|Key|SECRET|SEED|KEY)["']?\s{0,2}(?:=|:|is)\s{0,2}["']?([A-Z2-7]{4}(?:[ -]?[A-Z2-7]{4}){3,15}={0,6})/y,
      accept: seedFound,
      tests: {
        found: [`TOTP_SECRET=⟦${SEED}⟧`, `2FA key: ⟦JBSW Y3DP EHPK 3PXQ⟧`, `"otpSecret": "⟦${SEED}⟧"`],
        ignored: ['TOTP_SECRET=$SEED', 'OTP key: ABCD'],
      },
    },
    {
      id: 'recovery-code',
      type: 'OTP_SECRET',
      kind: 'literal',
      validator: 'name of a recovery code',
      score: 0.85,
      literals: [
        'recovery code',
        'Recovery code',
        'backup code',
        'Backup code',
        '恢复码',
        '备用码',
        '恢复代码',
        '备用验证码',
      ],
      pattern:
        /(?:[Rr]ecovery code|[Bb]ackup code|恢复码|备用码|恢复代码|备用验证码)s?(?:是|为|:| is)?\s{0,3}([A-Za-z0-9]{4,6}(?:-[A-Za-z0-9]{4,6}){1,5}|\d{8})/y,
      accept: seedFound,
      tests: {
        found: ['recovery code: ⟦a1b2c-d3e4f⟧', '恢复码：⟦4829-1736-4502⟧', 'Backup code ⟦48291736⟧'],
        ignored: ['recovery codes are ready', 'backup code well-known'],
      },
    },
  ],
};

/** The code that ends right before the word. */
function codeBefore(word: Span, text: string): Span | undefined {
  const end = text.charAt(word.start - 1) === ' ' ? word.start - 1 : word.start;
  let start = end;
  while (end - start < 9 && /\d/.test(text.charAt(start - 1))) start -= 1;
  const length = end - start;
  if (length < 4 || length > 8) return undefined;
  if (/^[A-Z]-$/.test(text.slice(start - 2, start))) start -= 2;
  return isBounded(text, { start, end }) ? { start, end } : undefined;
}

function seedFound(match: RegExpExecArray, text: string): Span | undefined {
  const value = match[1] ?? '';
  const end = match.index + match[0].length;
  if (!isBounded(text, { start: end - value.length, end }) || !/\d/.test(value)) return undefined;
  return { start: end - value.length, end };
}
