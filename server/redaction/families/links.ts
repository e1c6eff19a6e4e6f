import type { EntityFamily, Span } from '../rule.ts';

const MAX_SCHEME = 16;
const LINK_BODY = /[^\s"'<>`，。；]{1,2000}/y;
const USER_INFO = /^[^/?#@\s]{0,64}:[^/?#@\s]{1,256}@|^[^/?#@\s]{16,256}@/;
const SECRET_PARAMETER =
  /[?&#](?:[A-Za-z0-9-]{1,20}_)?(?:token|api_?key|key|secret|sig|signature|password|passwd|pwd|auth|session|sid|code)=[^&\s]{6}/i;

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
      kind: 'pattern',
      validator: 'user and password in the link (RFC 3986)',
      score: 0.9,
      context: 'free',
      needs: '://',
      pattern: /:\/\//g,
      accept: (match, text) => linkAround(text, match.index, USER_INFO),
    },
    {
      id: 'url-token',
      type: 'URL',
      kind: 'pattern',
      validator: 'secret in the query',
      score: 0.9,
      context: 'free',
      needs: '://',
      pattern: /:\/\//g,
      accept: (match, text) => linkAround(text, match.index, SECRET_PARAMETER),
    },
  ],
};

/** The link around its `://`, when what follows holds the credentials. */
function linkAround(text: string, at: number, credentials: RegExp): Span | undefined {
  let start = at;
  while (start > 0 && at - start < MAX_SCHEME && /[A-Za-z0-9+.:-]/.test(text.charAt(start - 1))) start -= 1;
  LINK_BODY.lastIndex = at + 3;
  let end = LINK_BODY.exec(text) === null ? at + 3 : LINK_BODY.lastIndex;
  while (/[),.;!?\]}]/.test(text.charAt(end - 1))) end -= 1;
  return start < at && credentials.test(text.slice(at + 3, end)) ? { start, end } : undefined;
}
