import type { LiteralRule, Span } from '../../rule.ts';
import { isJoseHeader } from '../../secrets/json-web-token.ts';
import { base64url, digits } from '../../secrets/token-body.ts';
import { beginsToken, isLetterOrDigit } from '../../secrets/vendor-token.ts';

const header = encode({ alg: 'HS256', typ: 'JWT' });
const claims = encode({ sub: '4711', iat: 1_700_000_000 });
const signature = base64url(43).sample;
const telegram = `${digits(9).sample}:AA${base64url(33).sample}`;

/** Tokens of the web at large. */
export const webTokens: readonly LiteralRule[] = [
  {
    id: 'json-web-token',
    type: 'JWT',
    kind: 'literal',
    validator: 'JOSE header (RFC 7519)',
    score: 0.97,
    literals: ['eyJ'],
    pattern: /eyJ([A-Za-z0-9_-]{8,2000})\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,2000})?/y,
    accept: signedFound,
    tests: {
      found: [
        `token ⟦${header}.${claims}.${signature}⟧`,
        `令牌：⟦${header}.${claims}.⟧`,
        `⟦${header}.${claims}⟧ no signature`,
      ],
      ignored: [
        `${encode({ kid: '4711', size: 12 })}.${claims}.${signature}`,
        `eyJub3QgYSBoZWFkZXI.${claims}.${signature}`,
      ],
    },
  },
  {
    id: 'encrypted-json-web-token',
    type: 'JWT',
    kind: 'literal',
    validator: 'JOSE header (RFC 7516)',
    score: 0.97,
    literals: ['eyJ'],
    pattern:
      /eyJ([A-Za-z0-9_-]{8,2000})\.[A-Za-z0-9_-]{0,1000}\.[A-Za-z0-9_-]{8,40}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{16,64}/y,
    accept: signedFound,
    tests: {
      found: [
        `token ⟦${encode({ alg: 'dir', enc: 'A256GCM' })}..${base64url(16).sample}.${base64url(40).sample}.${base64url(22).sample}⟧`,
      ],
      ignored: [
        `${encode({ kid: '4711', size: 12 })}..${base64url(16).sample}.${base64url(40).sample}.${base64url(22).sample}`,
      ],
    },
  },
  {
    id: 'telegram-bot-token',
    type: 'BOT_TOKEN',
    kind: 'literal',
    locale: 'telegram',
    validator: 'bot id before, 35 characters after the colon',
    score: 0.95,
    literals: [':AA'],
    pattern: /:AA[A-Za-z0-9_-]{33}/y,
    accept: withBotId,
    tests: {
      found: [`bot ⟦${telegram}⟧`, `https://api.telegram.org/bot⟦${telegram}⟧/getMe`],
      ignored: [`key:AA${base64url(33).sample}`, telegram.slice(0, -1), `1234:AA${base64url(33).sample}`],
    },
  },
];

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signedFound(match: RegExpExecArray, text: string): Span | undefined {
  const start = match.index;
  if (!beginsToken(text, start) || !isJoseHeader(`eyJ${match[1] ?? ''}`)) return undefined;
  return { start, end: start + match[0].length };
}

/** The id of a bot has eight to ten digits. */
function withBotId(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  let start = match.index;
  while (match.index - start <= 10 && /\d/.test(text.charAt(start - 1))) start -= 1;
  const length = match.index - start;
  return length < 8 || length > 10 || isLetterOrDigit(text.charCodeAt(end)) ? undefined : { start, end };
}
