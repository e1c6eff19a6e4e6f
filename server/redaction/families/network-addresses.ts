import { isIPv6 } from 'node:net';
import { boundedMatch, isBounded } from '../bounded.ts';
import type { EntityFamily, LiteralRule, RuleTests, Span } from '../rule.ts';

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

/** Characters of the longest address, an embedded IPv4 address included. */
const MAX_IPV6 = 45;
/** `1:2:3:4:5:6:7:8` */
const LEAST_WRITTEN_OUT = 15;

/** Addresses of machines. */
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
      begins: 'word',
      pattern: OCTET_DOTS,
      accept: ipv4Found,
      tests: {
        found: ['IP ⟦203.0.113.47⟧', '来自⟦10.20.30.0/24⟧的请求', 'host=⟦198.51.100.7⟧:8080'],
        ignored: ['256.1.2.3', 'Upgraded from 5.16.14.8 to 5.16.15.0', '1.2.3.4.5', '203.0.113.047'],
      },
    },
    {
      id: 'ipv4-broken',
      type: 'IPV4',
      kind: 'pattern',
      validator: 'octets 0 to 255, context',
      score: 0.7,
      context: 'required',
      needs: '.',
      begins: 'word',
      pattern: SPACED,
      accept: brokenIpv4Found,
      tests: {
        found: ['IP ⟦203. 0.113. 47⟧', 'ip address ⟦203 .0 .113 .47⟧'],
        ignored: ['203. 0.113. 47', 'IP 999. 0.113. 47'],
      },
    },
    {
      id: 'ipv6',
      type: 'IPV6',
      kind: 'pattern',
      validator: 'RFC 4291',
      score: 0.85,
      context: 'free',
      needs: ':',
      pattern: /:[0-9A-Fa-f:/]/g,
      accept: (match, text) => ipv6Around(text, match.index),
      tests: {
        found: ['from ⟦2001:db8:41::7f⟧', '⟦fe80::1%eth0⟧', '⟦::ffff:192.0.2.33⟧', '[⟦2001:db8::1⟧]:443'],
        ignored: ['at 12:30:45', 'std::dec', 'x::y', '2001:db8:41:7f'],
      },
    },
    macRule(
      'mac-address',
      ':',
      ['MAC ⟦3c:52:82:1a:9f:04⟧', '来自⟦3C:52:82:1A:9F:04⟧的设备'],
      ['ff:ff:ff:ff:ff:ff', '3c:52:82:1a:9f', '3c:52:82:1a:9f:04:11'],
    ),
    macRule(
      'mac-address-dashed',
      '-',
      ['ether ⟦3C-52-82-1A-9F-04⟧'],
      ['00-00-00-00-00-00', '3c-52-82-1a-9f', 'a3c-52-82-1a-9f-04'],
    ),
    {
      id: 'mac-address-dotted',
      type: 'MAC_ADDRESS',
      kind: 'literal',
      validator: 'twelve hexadecimal digits in three groups, not all alike',
      score: 0.85,
      literals: hexDigitsAfter('.'),
      pattern: /\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}/y,
      accept: (match, text) => macFound(match, text, 4),
      tests: {
        found: ['物理地址⟦3c52.821a.9f04⟧'],
        ignored: ['ffff.ffff.ffff', '3c52.821a.9f0', '1.3c52.821a.9f04'],
      },
    },
  ],
};

function ipv4Found(match: RegExpExecArray, text: string): Span | undefined {
  const span = boundedMatch(match, text);
  if (span === undefined || !isIpv4(match[0])) return undefined;
  if (text.charAt(span.start - 1) === '.' || /^\.\d/.test(text.slice(span.end, span.end + 2)))
    return undefined;
  const prefix = /^\/\d{1,2}/.exec(text.slice(span.end, span.end + 3))?.[0] ?? '';
  return { start: span.start, end: span.end + prefix.length };
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

/** Read from a colon outwards over everything that an address is made of; zone and prefix length belong to it. */
function ipv6Around(text: string, colon: number): Span | undefined {
  let start = colon;
  while (start > 0 && colon - start < MAX_IPV6 && isAddressUnit(text.charCodeAt(start - 1))) start -= 1;
  let end = colon;
  while (end < text.length && end - start <= MAX_IPV6 && isAddressUnit(text.charCodeAt(end))) end += 1;
  // The shortest that is written in full has seven colons, or six and an IPv4 address; a time of the day has two.
  if (end - start < LEAST_WRITTEN_OUT && !text.slice(start, end).includes('::')) return undefined;
  while (text.charAt(end - 1) === '.' || (text.charAt(end - 1) === ':' && text.charAt(end - 2) !== ':'))
    end -= 1;
  const written = text.slice(start, end);
  if (!isIPv6(written) || !isBounded(text, { start, end })) return undefined;
  const rest = /^(?:%[A-Za-z0-9]{1,16})?(?:\/\d{1,3})?/.exec(text.slice(end, end + 24))?.[0] ?? '';
  return /\d/.test(written + rest) ? { start, end: end + rest.length } : undefined;
}

/** Hexadecimal digit, colon, dot. */
function isAddressUnit(unit: number): boolean {
  const letter = unit | 0x20;
  return (unit >= 0x30 && unit <= 0x3a) || unit === 0x2e || (letter >= 0x61 && letter <= 0x66 && unit < 0x80);
}

function macRule(
  id: string,
  separator: string,
  found: RuleTests['found'],
  ignored: RuleTests['ignored'],
): LiteralRule {
  return {
    id,
    type: 'MAC_ADDRESS',
    kind: 'literal',
    validator: 'six octets, not all alike',
    score: 0.85,
    literals: hexDigitsAfter(separator),
    pattern: new RegExp(`(?:${separator}[0-9A-Fa-f]{2}){5}`, 'y'),
    accept: (match, text) => macFound(match, text, 2),
    tests: { found, ignored },
  };
}

function hexDigitsAfter(separator: string): LiteralRule['literals'] {
  return '0123456789abcdefABCDEF'.split('').map((digit) => separator + digit);
}

/** The match with the group of digits before it. */
function macFound(match: RegExpExecArray, text: string, firstGroup: number): Span | undefined {
  const span = { start: match.index - firstGroup, end: match.index + match[0].length };
  const written = text.slice(Math.max(0, span.start), span.end);
  const digits = written.replace(/[^0-9A-Fa-f]/g, '').toLowerCase();
  if (span.start < 0 || digits.length !== 12 || new Set(digits).size === 1) return undefined;
  const goesOn =
    /[:.-]/.test(text.charAt(span.start - 1)) || /^[:-][0-9A-Fa-f]/.test(text.slice(span.end, span.end + 2));
  return !goesOn && isBounded(text, span) ? span : undefined;
}
