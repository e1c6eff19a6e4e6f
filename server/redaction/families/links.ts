import type { EntityFamily, Span } from '../rule.ts';
import { isSecretValue } from '../secrets/secret-judgement.ts';

const MAX_SCHEME = 16;
const LINK_BODY = /[^\s"'<>`，。；]{1,2000}/y;
const LOGIN = /^[^/?#@\s]{0,64}:([^/?#@\s]{1,256})@/;
const LONE_TOKEN = /^([^/?#@:\s]{16,256})@/;
const SECRET_PARAMETER =
  /[?&#](?:[A-Za-z0-9-]{1,20}_)?(?:token|api_?key|key|secret|sig|signature|password|passwd|pwd|auth|session|sid|code)=([^&\s]{6,512})/i;
const SECRET = 'a9W2B7Ldx6q4Kt81';

/** Links are masked only where they carry credentials. */
export const links: EntityFamily = {
  types: [
    {
      id: 'URL',
      label: 'URL',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['url', 'link', '链接', '网址'],
    },
  ],
  rules: [
    {
      id: 'url-userinfo',
      type: 'URL',
      kind: 'literal',
      validator: 'user and password in the link (RFC 3986), no word or template',
      score: 0.9,
      literals: ['://'],
      pattern: /:\/\//y,
      accept: (match, text) => linkAround(text, match.index, hasLogin),
      tests: {
        found: [
          `clone ⟦https://orla:${SECRET}@files.example.com/a⟧.`,
          `⟦https://${SECRET}@git.example.com/a.git⟧`,
        ],
        ignored: [
          'https://user:password@example.com/',
          'https://example.com/a:b@c',
          'https://${USER1}:${PASS1}@example.com',
        ],
      },
    },
    {
      id: 'url-token',
      type: 'URL',
      kind: 'literal',
      validator: 'secret in the query, no word or template',
      score: 0.9,
      literals: ['://'],
      pattern: /:\/\//y,
      accept: (match, text) => linkAround(text, match.index, hasSecretParameter),
      tests: {
        found: [
          `⟦https://example.com/reset?token=${SECRET}⟧`,
          `打开⟦https://example.com/a?b=1&api_key=${SECRET}⟧，`,
        ],
        ignored: [
          'https://example.com/handbook?page=2',
          'https://example.com/a?token=YOUR_TOKEN',
          'https://example.com/?key=value',
        ],
      },
    },
  ],
};

function hasLogin(link: string): boolean {
  const login = LOGIN.exec(link);
  if (login !== null)
    return isSecretValue({ value: login[1] ?? '', quoted: true, configured: true }, 'password');
  const token = LONE_TOKEN.exec(link)?.[1];
  return token !== undefined && isSecretValue({ value: token, quoted: true, configured: true }, 'key');
}

function hasSecretParameter(link: string): boolean {
  const value = SECRET_PARAMETER.exec(link)?.[1];
  return (
    value !== undefined &&
    isSecretValue({ value, quoted: true, configured: true }, 'password') &&
    (/\d|[a-z][A-Z]/.test(value) || value.length >= 16)
  );
}

/** The link around its `://`, when what follows holds credentials. */
function linkAround(text: string, at: number, holdsSecret: (link: string) => boolean): Span | undefined {
  let start = at;
  while (start > 0 && at - start < MAX_SCHEME && /[A-Za-z0-9+.-]/.test(text.charAt(start - 1))) start -= 1;
  LINK_BODY.lastIndex = at + 3;
  let end = LINK_BODY.exec(text) === null ? at + 3 : LINK_BODY.lastIndex;
  while (/[),.;!?\]}]/.test(text.charAt(end - 1))) end -= 1;
  return start < at && holdsSecret(text.slice(at + 3, end)) ? { start, end } : undefined;
}
