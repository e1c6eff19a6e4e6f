import type { EntityFamily, Span } from '../rule.ts';

/** Endings of internal hosts and of common public domains; any two letters are a country's. */
const ENDINGS = new Set(
  'com org net edu gov mil int info biz io ai app dev cloud online site shop store tech xyz top club name pro mobi jobs travel museum coop aero local internal corp lan intranet home test example'.split(
    ' ',
  ),
);
/** Two-letter endings of files rather than countries. */
const FILE_ENDINGS = new Set('py rs js ts cs rb go sh md vb pl cc hs kt ml mk ps so db gz'.split(' '));

/** Names of hosts and domains: a link's host, `www.` and names under a known ending. */
export const domainHosts: EntityFamily = {
  types: [
    {
      id: 'DOMAIN_HOST',
      label: 'HOST',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context: ['host', 'hostname', 'server', 'domain', '域名', '主机', '服务器'],
    },
  ],
  rules: [
    {
      id: 'link-host',
      type: 'DOMAIN_HOST',
      kind: 'literal',
      validator: 'scheme or www (RFC 3986)',
      score: 0.7,
      literals: ['http://', 'https://', 'ftp://', 'HTTP://', 'HTTPS://', 'www.', 'WWW.'],
      pattern: /(?:[A-Za-z]{3,5}:\/\/)?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?::\d{1,5})?\/?/y,
      accept: linkFound,
      tests: {
        found: ['see ⟦https://shop.zenvik.example/⟧ for it', 'at ⟦www.zenvik.nl⟧'],
        ignored: ['http:// is a scheme', 'the www. prefix'],
      },
    },
    {
      id: 'domain-name',
      type: 'DOMAIN_HOST',
      kind: 'pattern',
      validator: 'labels before a known ending (RFC 1035)',
      score: 0.6,
      context: 'free',
      needs: '.',
      begins: 'word',
      pattern: /[A-Za-z0-9-]{2,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,8}/g,
      accept: domainFound,
      tests: {
        found: ['ask ⟦db01.zenvik.corp⟧ first', 'my site is ⟦zenvik.nl⟧'],
        ignored: ['run main.py and app.ts', 'object.method(value)', 'end.Next sentence', 'version 1.2.3'],
      },
    },
  ],
};

function linkFound(match: RegExpExecArray, text: string): Span | undefined {
  if (/[A-Za-z0-9@]/.test(text.charAt(match.index - 1))) return undefined;
  return { start: match.index, end: match.index + match[0].length };
}

/** Letters only after the last dot, and no part of a mail address, a path or a call. */
function domainFound(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  if (/[A-Za-z0-9@._/\\-]/.test(text.charAt(match.index - 1)) || /[A-Za-z0-9_(@-]/.test(text.charAt(end)))
    return undefined;
  const ending = match[0].slice(match[0].lastIndexOf('.') + 1);
  if (ending !== ending.toLowerCase() || !/[A-Za-z]/.test(match[0].slice(0, match[0].indexOf('.'))))
    return undefined;
  const isKnown = ENDINGS.has(ending) || (ending.length === 2 && !FILE_ENDINGS.has(ending));
  return isKnown ? { start: match.index, end } : undefined;
}
