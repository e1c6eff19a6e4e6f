import type { EntityFamily, LiteralRule, Span } from '../rule.ts';
import { keyBlock } from '../secrets/key-block.ts';
import { base64, base64url, bigLetters, hex } from '../secrets/token-body.ts';
import { vendorTokens } from '../secrets/vendor-token.ts';

const LINE = base64(64).sample;
const PUTTY = /PuTTY-User-Key-File-[23]: [A-Za-z0-9-]{3,30}/y;
const LONGEST_PUTTY_FILE = 16_384;
const BASE64_OF_BEGIN = 'LS0tLS1CRUdJTi';

/** Kinds of private key, and the label that stands in the header (RFC 7468, RFC 4716, RFC 9580). */
const labels: readonly (readonly [id: string, type: string, label: string])[] = [
  ['pkcs8-private-key', 'PRIVATE_KEY_PEM', 'PRIVATE KEY'],
  ['encrypted-pkcs8-private-key', 'PRIVATE_KEY_PEM', 'ENCRYPTED PRIVATE KEY'],
  ['rsa-private-key', 'PRIVATE_KEY_PEM', 'RSA PRIVATE KEY'],
  ['ec-private-key', 'PRIVATE_KEY_PEM', 'EC PRIVATE KEY'],
  ['dsa-private-key', 'PRIVATE_KEY_PEM', 'DSA PRIVATE KEY'],
  ['sm2-private-key', 'PRIVATE_KEY_PEM', 'SM2 PRIVATE KEY'],
  ['openssh-private-key', 'SSH_PGP_PUTTY_KEY', 'OPENSSH PRIVATE KEY'],
  ['ssh2-private-key', 'SSH_PGP_PUTTY_KEY', 'SSH2 ENCRYPTED PRIVATE KEY'],
  ['pgp-private-key', 'SSH_PGP_PUTTY_KEY', 'PGP PRIVATE KEY BLOCK'],
];

/** Private keys as files hold them. */
export const privateKeys: EntityFamily = {
  types: [
    {
      id: 'PRIVATE_KEY_PEM',
      label: 'KEY',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['private key', '私钥'],
    },
    {
      id: 'SSH_PGP_PUTTY_KEY',
      label: 'KEY',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['ssh key', 'pgp', '私钥'],
    },
    {
      id: 'GCP_SERVICE_ACCOUNT',
      label: 'KEY',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['service account', '服务账号'],
    },
  ],
  rules: [
    ...labels.map(keyRule),
    {
      id: 'encoded-private-key',
      type: 'PRIVATE_KEY_PEM',
      kind: 'literal',
      validator: 'Base64 of an RFC 7468 header',
      score: 0.97,
      literals: [BASE64_OF_BEGIN],
      pattern: /LS0tLS1CRUdJTi[A-Za-z0-9+/]{40,20000}={0,2}/y,
      accept: encodedKeyFound,
      tests: {
        found: [`tls.key: ⟦${encoded('RSA PRIVATE KEY')}⟧`],
        ignored: [`tls.crt: ${encoded('CERTIFICATE')}`, `${BASE64_OF_BEGIN}BQUkl`],
      },
    },
    {
      id: 'putty-private-key',
      type: 'SSH_PGP_PUTTY_KEY',
      kind: 'literal',
      validator: 'header and Private-MAC of a PuTTY file',
      score: 0.99,
      literals: ['PuTTY-User-Key-File-'],
      pattern: PUTTY,
      accept: puttyFile,
      tests: {
        found: [
          `⟦PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\n${LINE}\nPrivate-MAC: ${hex(64).sample}⟧\n`,
        ],
        ignored: ['The header PuTTY-User-Key-File-3: ssh-ed25519 stands first.', 'PuTTY-User-Key-File-'],
      },
    },
    {
      id: 'jwk-private-key',
      type: 'PRIVATE_KEY_PEM',
      kind: 'literal',
      validator: 'private exponent of a JSON Web Key (RFC 7518)',
      score: 0.9,
      literals: ['"d":"', '"d": "'],
      pattern: /"d": ?"([A-Za-z0-9_-]{42,1400})"/y,
      accept: quotedFound,
      tests: {
        found: [
          `{"kty":"EC","d":"⟦${base64url(43).sample}⟧"}`,
          `"d": "⟦${base64url(342).sample}⟧", "dp": ""`,
        ],
        ignored: ['{"d":"2026-11-27"}', `{"id":"${base64url(43).sample}"}`],
      },
    },
    {
      id: 'gcp-service-account-key-id',
      type: 'GCP_SERVICE_ACCOUNT',
      kind: 'literal',
      locale: 'google',
      validator: 'key of the JSON file, 40 hexadecimal digits',
      score: 0.95,
      literals: ['"private_key_id"'],
      pattern: /"private_key_id"\s{0,4}:\s{0,4}"([0-9a-f]{40})"/y,
      accept: quotedFound,
      tests: {
        found: [`{"type": "service_account", "private_key_id": "⟦${hex(40).sample}⟧"}`],
        ignored: ['"private_key_id": "abcdef"', `"key_id": "${hex(40).sample}"`],
      },
    },
    ...vendorTokens('SSH_PGP_PUTTY_KEY', [['age-secret-key', 'age', 'AGE-SECRET-KEY-1', bigLetters(58)]]),
  ],
};

function keyRule([id, type, label]: (typeof labels)[number]): LiteralRule {
  const dashes = label.startsWith('SSH2') ? '---- ' : '-----';
  const begin = `${dashes}BEGIN ${label}${dashes.split('').toReversed().join('')}`;
  const end = begin.replace('BEGIN', 'END');
  return {
    id,
    type,
    kind: 'literal',
    validator: 'header of the block, key material',
    score: 0.99,
    literals: [begin],
    pattern: new RegExp(begin, 'y'),
    accept: keyBlock,
    tests: {
      found: [
        `⟦${begin}\n${LINE}\n${LINE}\n${end}⟧\n`,
        `"key": "⟦${begin}\\n${LINE}\\n${end}⟧"`,
        `⟦${begin}\n${LINE}⟧`,
      ],
      ignored: [`A file that starts with ${begin} is a key.`, `${begin}\n...\n${end}`],
    },
  };
}

function encoded(label: string): string {
  return Buffer.from(`-----BEGIN ${label}-----\n${LINE}\n`).toString('base64');
}

function encodedKeyFound(match: RegExpExecArray): Span | undefined {
  const header = Buffer.from(match[0].slice(0, 80), 'base64').toString('latin1');
  return header.includes('PRIVATE KEY')
    ? { start: match.index, end: match.index + match[0].length }
    : undefined;
}

function puttyFile(match: RegExpExecArray, text: string): Span | undefined {
  const rest = text.slice(match.index, match.index + LONGEST_PUTTY_FILE);
  const mac = /Private-MAC: [0-9a-f]{40,64}/.exec(rest);
  if (mac !== null) return { start: match.index, end: match.index + mac.index + mac[0].length };
  return rest.includes('Private-Lines:') ? { start: match.index, end: match.index + rest.length } : undefined;
}

function quotedFound(match: RegExpExecArray): Span | undefined {
  const value = match[1];
  if (value === undefined) return undefined;
  const end = match.index + match[0].length - 1;
  return { start: end - value.length, end };
}
