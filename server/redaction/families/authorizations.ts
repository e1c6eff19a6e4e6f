import type { EntityFamily, LiteralRule, Span } from '../rule.ts';
import { isPlaceholder } from '../secrets/placeholder-value.ts';
import { isSecretValue } from '../secrets/secret-judgement.ts';
import { base62, base64url, hex } from '../secrets/token-body.ts';

const LOGIN = Buffer.from('orla:Tr0ub4dor&3').toString('base64');
const TOKEN = base62(40).sample;

/** Schemes of HTTP authentication (RFC 9110, 11; RFC 7617; RFC 6750; RFC 7616) and what vendors add to them. */
export const authorizations: EntityFamily = {
  types: [
    {
      id: 'BASIC_BEARER_AUTH',
      label: 'SECRET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['authorization', '授权'],
    },
  ],
  rules: [
    {
      id: 'basic-auth',
      type: 'BASIC_BEARER_AUTH',
      kind: 'literal',
      validator: 'decodes to user and password (RFC 7617)',
      score: 0.95,
      literals: ['Basic ', 'basic ', 'BASIC '],
      pattern: /basic {1,4}([A-Za-z0-9+/]{6,2000}={0,2})/iy,
      accept: loginFound,
      tests: {
        found: [`Authorization: Basic ⟦${LOGIN}⟧`, `"authorization": "Basic ⟦${LOGIN}⟧"`],
        ignored: ['Basic understanding of something', 'basic 1234567890', 'Authorization: Basic ${LOGIN}'],
      },
    },
    bearer('bearer-auth', ['Bearer ', 'bearer ', 'BEARER '], 'bearer', 'RFC 6750'),
    bearer(
      'token-auth',
      ['Authorization: Token ', 'authorization: token ', 'Authorization: token '],
      'authorization: token',
      'Django REST framework, GitHub',
    ),
    bearer('api-key-auth', ['ApiKey ', 'Api-Key ', 'apikey '], 'api-?key', 'Elasticsearch, Yandex'),
    bearer(
      'private-token-header',
      ['PRIVATE-TOKEN: ', 'Private-Token: ', 'JOB-TOKEN: '],
      '(?:private|job)-token:',
      'GitLab',
    ),
    bearer(
      'vault-token-header',
      ['X-Vault-Token: ', 'X-Consul-Token: ', 'X-Auth-Token: '],
      'x-(?:vault|consul|auth)-token:',
      'HashiCorp, OpenStack',
    ),
    bearer(
      'ntlm-auth',
      ['NTLM TlRMTVNTUAAD', 'Negotiate TlRMTVNTUAAD'],
      '(?:ntlm|negotiate)',
      'NTLMSSP message 3',
      'TlRMTVNTUAAD',
    ),
    bearer('kerberos-auth', ['Negotiate YII'], 'negotiate', 'SPNEGO (RFC 4559)', 'YII'),
    {
      id: 'digest-auth',
      type: 'BASIC_BEARER_AUTH',
      kind: 'literal',
      validator: 'response of RFC 7616',
      score: 0.9,
      literals: ['response="'],
      pattern: /response="([0-9a-f]{32}(?:[0-9a-f]{32})?)"/y,
      accept: groupFound,
      tests: {
        found: [`Authorization: Digest username="orla", response="⟦${hex(32).sample}⟧"`],
        ignored: ['response="ok"', `response="${hex(31).sample}"`],
      },
    },
    {
      id: 'aws-signature',
      type: 'BASIC_BEARER_AUTH',
      kind: 'literal',
      locale: 'aws',
      validator: 'signature of AWS Signature Version 4',
      score: 0.9,
      literals: ['Signature=', 'X-Amz-Signature='],
      pattern: /(?:X-Amz-)?Signature=([0-9a-f]{64})/y,
      accept: groupFound,
      tests: {
        found: [`AWS4-HMAC-SHA256 SignedHeaders=host, Signature=⟦${hex(64).sample}⟧`],
        ignored: ['Signature=none', `Signature=${hex(63).sample}`],
      },
    },
    {
      id: 'azure-sas-signature',
      type: 'BASIC_BEARER_AUTH',
      kind: 'literal',
      locale: 'azure',
      validator: 'signature of a shared access signature',
      score: 0.9,
      literals: ['sig='],
      pattern: /sig=([A-Za-z0-9%+/]{43,80}(?:%3[Dd]|=))/y,
      accept: groupFound,
      tests: {
        found: [`sv=2024-11-04&sp=r&sig=⟦${base62(43).sample}%3D⟧`],
        ignored: ['sig=none', `sig=${base62(40).sample}%3D`],
      },
    },
    {
      id: 'oauth1-signature',
      type: 'BASIC_BEARER_AUTH',
      kind: 'literal',
      validator: 'signature of RFC 5849',
      score: 0.85,
      literals: ['oauth_signature="'],
      pattern: /oauth_signature="([A-Za-z0-9%+/=]{24,400})"/y,
      accept: groupFound,
      tests: {
        found: [`OAuth oauth_signature="⟦${base62(27).sample}%3D⟧"`],
        ignored: ['oauth_signature="HMAC"', 'oauth_signature_method="HMAC-SHA1"'],
      },
    },
  ],
};

function bearer(
  id: string,
  literals: LiteralRule['literals'],
  scheme: string,
  standard: string,
  mark = '',
): LiteralRule {
  const lead = literals[0]?.replace(mark, '') ?? '';
  const value = mark + base64url(40).sample;
  return {
    id,
    type: 'BASIC_BEARER_AUTH',
    kind: 'literal',
    validator: `scheme (${standard}), no word or template`,
    score: 0.9,
    literals,
    pattern: new RegExp(`${scheme} {1,4}["']?([A-Za-z0-9._~+/-]{12,2000}={0,2})`, 'iy'),
    accept: tokenFound,
    tests: {
      found: [`${lead}⟦${value}⟧`, `-H "${lead}⟦${value}⟧"`],
      ignored: [`${lead}$TOKEN`, `${lead}authentication`, `${lead}<${TOKEN}>`],
    },
  };
}

/** A base-64 pair of name and password, both printable. */
function loginFound(match: RegExpExecArray): Span | undefined {
  const decoded = Buffer.from(match[1] ?? '', 'base64').toString('utf8');
  return /^[^\s:]{1,256}:[^\s\p{Cc}\ufffd]{1,256}$/u.test(decoded) ? groupFound(match) : undefined;
}

function tokenFound(match: RegExpExecArray, text: string): Span | undefined {
  const value = match[1] ?? '';
  if ('(['.includes(text.charAt(match.index + match[0].length) || ' ')) return undefined;
  const looksMade = /\d/.test(value) || (/[A-Z]/.test(value.slice(1)) && /[a-z]/.test(value));
  return looksMade && !isPlaceholder(value) && isSecretValue({ value, quoted: true, configured: true }, 'key')
    ? groupFound(match)
    : undefined;
}

/** The first group, which ends the match but for a quote. */
function groupFound(match: RegExpExecArray): Span | undefined {
  const value = match[1];
  if (value === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}
