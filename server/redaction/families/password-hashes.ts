import type { EntityFamily, LiteralRule } from '../rule.ts';
import {
  anyHex,
  base62,
  base64,
  chain,
  digits,
  escapePattern,
  hex,
  oneOf,
  type TokenBody,
} from '../secrets/token-body.ts';
import { isLetterOrDigit } from '../secrets/vendor-token.ts';

const radix64 = (least: number, most = least): TokenBody =>
  replaceSource(base62(least), `[A-Za-z0-9./]{${least},${most}}`);

/** Formats of stored passwords: id, whose, the mark at their start, what follows. */
const formats: readonly (readonly [id: string, vendor: string, mark: string, body: TokenBody])[] = [
  ['bcrypt', 'bcrypt', '$2', chain(oneOf('b', 'a', 'y', 'x'), '$', digits(2), '$', radix64(53))],
  ['md5-crypt', 'crypt', '$1$', chain(radix64(1, 8), '$', radix64(22))],
  ['sha256-crypt', 'crypt', '$5$', chain(radix64(1, 16), '$', radix64(43))],
  ['sha256-crypt-rounds', 'crypt', '$5$rounds=', chain(digits(1, 9), '$', radix64(1, 16), '$', radix64(43))],
  ['sha512-crypt', 'crypt', '$6$', chain(radix64(1, 16), '$', radix64(86))],
  ['sha512-crypt-rounds', 'crypt', '$6$rounds=', chain(digits(1, 9), '$', radix64(1, 16), '$', radix64(86))],
  ['yescrypt', 'crypt', '$y$', chain(radix64(3, 10), '$', radix64(1, 86), '$', radix64(43))],
  ['gost-yescrypt', 'crypt', '$gy$', chain(radix64(3, 10), '$', radix64(1, 86), '$', radix64(43))],
  ['scrypt-crypt', 'crypt', '$7$', chain(radix64(11, 60), '$', radix64(43))],
  ['sha1-crypt', 'crypt', '$sha1$', chain(digits(1, 9), '$', radix64(1, 64), '$', radix64(28))],
  ['apr1-crypt', 'apache', '$apr1$', chain(radix64(1, 8), '$', radix64(22))],
  [
    'argon2',
    'argon2',
    '$argon2',
    chain(
      oneOf('id', 'i', 'd'),
      '$v=',
      digits(2),
      '$m=',
      digits(1, 8),
      ',t=',
      digits(1, 4),
      ',p=',
      digits(1, 3),
      '$',
      base64(8, 64),
      '$',
      base64(20, 128),
    ),
  ],
  [
    'scrypt-phc',
    'passlib',
    '$scrypt$',
    chain(
      'ln=',
      digits(1, 2),
      ',r=',
      digits(1, 2),
      ',p=',
      digits(1, 2),
      '$',
      base64(8, 64),
      '$',
      base64(20, 128),
    ),
  ],
  [
    'pbkdf2-passlib',
    'passlib',
    '$pbkdf2-',
    chain(oneOf('sha256', 'sha512', 'sha1'), '$', digits(1, 8), '$', radix64(8, 64), '$', radix64(20, 128)),
  ],
  [
    'pbkdf2-django',
    'django',
    'pbkdf2_',
    chain(oneOf('sha256', 'sha1'), '$', digits(4, 8), '$', base62(8, 32), '$', base64(27, 44)),
  ],
  [
    'pbkdf2-werkzeug',
    'werkzeug',
    'pbkdf2:',
    chain(oneOf('sha256', 'sha1', 'sha512'), ':', digits(1, 8), '$', base62(6, 32), '$', hex(40, 128)),
  ],
  [
    'scrypt-werkzeug',
    'werkzeug',
    'scrypt:',
    chain(digits(3, 6), ':', digits(1, 2), ':', digits(1, 2), '$', base62(6, 32), '$', hex(64, 128)),
  ],
  ['phpass', 'wordpress', '$P$', chain(radix64(1), radix64(30))],
  ['phpass-phpbb', 'phpbb', '$H$', chain(radix64(1), radix64(30))],
  ['drupal-sha512', 'drupal', '$S$', chain(radix64(52))],
  ['cisco-type-8', 'cisco', '$8$', chain(radix64(14), '$', radix64(43))],
  ['cisco-type-9', 'cisco', '$9$', chain(radix64(14), '$', radix64(43))],
  ['ssha', 'ldap', '{SSHA}', base64(32, 64)],
  ['ssha256', 'ldap', '{SSHA256}', base64(48, 80)],
  ['ssha512', 'ldap', '{SSHA512}', base64(92, 120)],
  ['sha-ldap', 'ldap', '{SHA}', chain(base64(27), '=')],
  ['ldap-crypt', 'ldap', '{CRYPT}', radix64(13, 120)],
  [
    'kerberos-tgs',
    'kerberos',
    '$krb5tgs$',
    chain(digits(2), '$*', dottedName(), '*$', hex(32), '$', hex(60, 4000)),
  ],
  [
    'kerberos-as-rep',
    'kerberos',
    '$krb5asrep$',
    chain(digits(2), '$', dottedName(), ':', hex(32), '$', hex(60, 4000)),
  ],
  [
    'scram-sha256',
    'postgresql',
    'SCRAM-SHA-256$',
    chain(digits(3, 7), ':', base64(20, 40), '==$', base64(43), '=:', base64(43), '='),
  ],
  ['domain-cached-credentials', 'windows', '$DCC2$', chain(digits(3, 6), '#', base62(1, 40), '#', hex(32))],
  ['nt-with-empty-lm', 'windows', 'aad3b435b51404eeaad3b435b51404ee:', hex(32)],
  ['sql-server-hash', 'microsoft', '0x0200', anyHex(136)],
  ['oracle-11g', 'oracle', 'S:', chain(bigHex(60))],
];

/** Stored forms of passwords: who has one can try passwords against it. */
export const passwordHashes: EntityFamily = {
  types: [
    {
      id: 'NTLM_HASH',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['password hash', 'shadow', 'ntlm', '密码哈希', '口令散列'],
    },
  ],
  rules: formats.map(([id, vendor, mark, body]): LiteralRule => ({
    id: `${id}-hash`,
    type: 'NTLM_HASH',
    kind: 'literal',
    locale: vendor,
    validator: 'format of the hash',
    score: 0.97,
    literals: [mark],
    pattern: new RegExp(escapePattern(mark) + body.source, 'y'),
    accept: (match, text) => {
      const end = match.index + match[0].length;
      if (isLetterOrDigit(text.charCodeAt(end)) || isLetterOrDigit(text.charCodeAt(match.index - 1)))
        return undefined;
      return { start: match.index, end };
    },
    tests: {
      found: [`orla:⟦${mark}${body.sample}⟧:19000:0`, `哈希 ⟦${mark}${body.sample}⟧`],
      ignored: [`orla:${mark}${body.tooShort}`, `x${mark}${body.sample}`],
    },
  })),
};

function replaceSource(body: TokenBody, source: string): TokenBody {
  return { ...body, source };
}

function dottedName(): TokenBody {
  return replaceSource(base62(4), '[A-Za-z0-9.$/@_-]{4,80}');
}

function bigHex(length: number): TokenBody {
  const { sample, tooShort } = hex(length);
  return { source: `[0-9A-F]{${length}}`, sample: sample.toUpperCase(), tooShort: tooShort.toUpperCase() };
}
