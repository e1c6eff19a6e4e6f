import { isIPv6 } from 'node:net';
import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { passesLuhn } from '../validators/luhn.ts';

const versionWords = [
  'version',
  'versions',
  'upgraded',
  'upgrade',
  'upgraded from',
  'build',
  'release',
  'released',
  'firmware',
  'section',
  'chapter',
  'clause',
  'v',
  'ver',
  '版本',
  '升级',
  '附件',
  '章节',
  '条款',
  '第',
];
const OCTET_DOTS = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g;
const SPACED = /\d{1,3}[ .\n]{1,3}\d(?:[ .\n]{0,3}\d){2,11}/g;

/** Addresses of machines, and links that carry credentials. */
export const networkAddresses: EntityFamily = {
  types: [
    {
      id: 'IPV4',
      label: 'IP',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: ['ip', 'ip address', 'ip地址', 'host', 'server', 'client', 'addr', '服务器', '来源'],
      unless: versionWords,
    },
    {
      id: 'IPV6',
      label: 'IP',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: ['ipv6', 'ip', 'ip地址'],
    },
    {
      id: 'MAC_ADDRESS',
      label: 'MAC',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: ['mac', 'mac address', 'ethernet', 'mac地址', '物理地址'],
    },
    {
      id: 'URL',
      label: 'URL',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['url', 'link', '链接', '网址'],
    },
    {
      id: 'IMEI',
      label: 'DEVICE',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context: ['imei', '设备号', '串号'],
    },
  ],
  rules: [
    {
      id: 'ipv4',
      type: 'IPV4',
      kind: 'pattern',
      validator: 'octets 0 to 255',
      score: 0.85,
      context: 'free',
      needs: '.',
      pattern: OCTET_DOTS,
      accept: ipv4Found,
    },
    {
      id: 'ipv4-broken',
      type: 'IPV4',
      kind: 'pattern',
      validator: 'octets 0 to 255, context',
      score: 0.7,
      context: 'required',
      needs: '.',
      pattern: SPACED,
      accept: brokenIpv4Found,
    },
    {
      id: 'ipv6',
      type: 'IPV6',
      kind: 'pattern',
      validator: 'RFC 4291',
      score: 0.85,
      context: 'free',
      needs: ':',
      pattern: /[0-9A-Fa-f:]{2,39}(?::\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?/g,
      accept: ipv6Found,
    },
    {
      id: 'mac-address',
      type: 'MAC_ADDRESS',
      kind: 'pattern',
      validator: 'six octets, not all alike',
      score: 0.85,
      context: 'free',
      pattern:
        /[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}/g,
      accept: macFound,
    },
    {
      id: 'url-userinfo',
      type: 'URL',
      kind: 'pattern',
      validator: 'user and password in the link',
      score: 0.9,
      context: 'free',
      needs: '://',
      pattern: /[a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/"'<>]{1,64}:[^\s@/"'<>]{1,128}@[^\s"'<>，。；]{1,300}/gi,
      accept: linkFound,
    },
    {
      id: 'url-token',
      type: 'URL',
      kind: 'pattern',
      validator: 'secret in the query',
      score: 0.9,
      context: 'free',
      needs: '://',
      pattern:
        /https?:\/\/[^\s"'<>，。；?]{3,200}\?[^\s"'<>，。；]{0,200}?(?:token|api_?key|access_key|secret|sig|signature|password|pwd|auth|session)=[^\s"'<>，。；]{6,400}/gi,
      accept: linkFound,
    },
    {
      id: 'imei',
      type: 'IMEI',
      kind: 'number',
      validator: 'Luhn, context',
      score: 0.85,
      context: 'required',
      lengths: [15],
      groupings: ['2-6-6-1', '6-2-6-1', '8-6-1'],
      accept: passesLuhn,
    },
  ],
};

function ipv4Found(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || !isIpv4(match[0])) return undefined;
  if (text.charAt(span.start - 1) === '.' || /^\.\d/.test(text.slice(span.end, span.end + 2)))
    return undefined;
  const mask = /^\/\d{1,2}(?!\d)/.exec(text.slice(span.end, span.end + 4));
  return { start: span.start, end: span.end + (mask === null ? 0 : mask[0].length) };
}

function brokenIpv4Found(match: RegExpExecArray, text: string): Span | undefined {
  return /[ \n]/.test(match[0]) && isIpv4(match[0].replace(/\s/g, ''))
    ? boundedMatch(match, text)
    : undefined;
}

function isIpv4(address: string): boolean {
  const octets = address.split('.');
  return (
    octets.length === 4 &&
    octets.every(
      (octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255 && (octet === '0' || !octet.startsWith('0')),
    )
  );
}

function ipv6Found(match: RegExpExecArray, text: string): Span | undefined {
  const trimmed = match[0].endsWith(':') && !match[0].endsWith('::') ? match[0].slice(0, -1) : match[0];
  if (trimmed.length < 3 || !trimmed.includes(':') || !isIPv6(trimmed)) return undefined;
  const span = { start: match.index, end: match.index + trimmed.length };
  return /[A-Za-z0-9_:]/.test(text.charAt(span.start - 1)) || /[A-Za-z0-9_]/.test(text.charAt(span.end))
    ? undefined
    : span;
}

function macFound(match: RegExpExecArray, text: string): Span | undefined {
  const digits = match[0].replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
  if (digits === '0'.repeat(12) || digits === 'f'.repeat(12)) return undefined;
  const span = boundedMatch(match, text);
  return span !== undefined &&
    !/[:-]/.test(text.charAt(span.start - 1)) &&
    !/^[:-][0-9A-Fa-f]/.test(text.slice(span.end, span.end + 2))
    ? span
    : undefined;
}

function linkFound(match: RegExpExecArray): Span {
  const trimmed = match[0].replace(/[),.;!?\]}]{1,4}$/, '');
  return { start: match.index, end: match.index + trimmed.length };
}
