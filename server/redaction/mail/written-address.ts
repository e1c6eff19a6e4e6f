import type { Span } from '../rule.ts';

const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const OTHER_LOCAL = new Set(Array.from("!#$%&'*+/=?^_`{|}~", (sign) => sign.charCodeAt(0)));

/** The address around an at sign. */
export function aroundAtSign(text: string, at: number): Span | undefined {
  const start = localStart(text, at);
  const end = domainEnd(text, at + 1);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The address around an at sign whose domain has Hanzi in it. */
export function withHanziDomain(text: string, at: number): Span | undefined {
  const start = localStart(text, at);
  const domain =
    /^[A-Za-z0-9\u4e00-\u9fff-]{1,40}\.(?:中国|公司|网络|网址|集团|香港|台湾|澳门|商城|我爱你|移动|在线|中文网|广告|com|cn|net|org)/.exec(
      text.slice(at + 1, at + 60),
    );
  if (start === undefined || domain === null || !/[\u4e00-\u9fff]/.test(domain[0])) return undefined;
  return { start, end: at + 1 + domain[0].length };
}

/** An address whose local part is a quoted string. */
export function quotedLocalPart(match: RegExpExecArray, text: string): Span | undefined {
  const end = domainEnd(text, match.index + match[0].length);
  return end === undefined ? undefined : { start: match.index, end };
}

/** Reads back over the local part. A Hanzi belongs to it only when the whole local part is Hanzi. */
function localStart(text: string, at: number): number | undefined {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL && isLocalUnit(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  while (start < at && !/[A-Za-z0-9_\u00c0-\u024f]/.test(text.charAt(start))) start += 1;
  start = afterAssignment(text, start, at);
  if (start < at) return text.charAt(at - 1) === '.' ? undefined : start;
  while (start > 0 && at - start < 4 && /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) start -= 1;
  return start < at ? start : undefined;
}

/** What RFC 5322 allows in a local part without quotes, and letters with accents. */
function isLocalUnit(unit: number): boolean {
  return isDomainUnit(unit) || OTHER_LOCAL.has(unit);
}

function isDomainUnit(unit: number): boolean {
  const letter = unit | 0x20;
  if (unit < 0x80)
    return (
      (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x2e
    );
  return unit >= 0xc0 && unit <= 0x24f;
}

/** In `mail=anna@…` the address begins after the sign; `=`, `/` and `?` are legal in a local part but not used. */
function afterAssignment(text: string, start: number, at: number): number {
  const local = text.slice(start, at);
  return (
    start +
    Math.max(
      local.lastIndexOf('='),
      local.lastIndexOf('/'),
      local.lastIndexOf('?'),
      local.lastIndexOf('&'),
      -1,
    ) +
    1
  );
}

/** Where the domain ends that begins at `from`. */
export function domainEnd(text: string, from: number): number | undefined {
  let end = from;
  while (end < text.length && end - from < MAX_DOMAIN && isDomainUnit(text.charCodeAt(end))) end += 1;
  const domain =
    /^[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9.\u00c0-\u024f-]{0,250}\.(?:xn--[A-Za-z0-9-]{2,59}|[A-Za-z]{2,24})/.exec(
      text.slice(from, end),
    );
  return domain === null || domain[0].includes('..') ? undefined : from + domain[0].length;
}

/** A quoted string that is an address and nothing else once its white space is gone. */
export function quotedAddress(match: RegExpExecArray): Span | undefined {
  const joined = match[0].slice(1, -1).replace(/\s/g, '');
  const span = aroundAtSign(joined, joined.indexOf('@'));
  const isWhole = span !== undefined && span.start === 0 && span.end === joined.length;
  return isWhole ? { start: match.index + 1, end: match.index + match[0].length - 1 } : undefined;
}

/** The address whose pieces, joined, are one: it ends with the last piece that still belongs to a domain. */
export function spacedOut(match: RegExpExecArray): Span | undefined {
  const joined = match[0].replace(/\s/g, '');
  const at = joined.indexOf('@');
  const end = domainEnd(joined, at + 1);
  if (end === undefined || !/\s/.test(match[0])) return undefined;
  const isBroken = /^\S{1,64}\n\S{1,255}(?:\s|$)/.test(match[0]);
  const isLetterByLetter = /^(?:\S\s){5}/.test(match[0]);
  if (!isBroken && !isLetterByLetter) return undefined;
  const size = isBroken ? brokenLength(match[0]) : letterByLetterLength(match[0]);
  return { start: match.index, end: match.index + size };
}

function brokenLength(written: string): number {
  return /^\S{1,64}\n\S{1,255}/.exec(written)?.[0].length ?? 0;
}

function letterByLetterLength(written: string): number {
  let end = 1;
  while (/^\s[^\s](?:[^A-Za-z0-9@-]|$)/.test(written.slice(end, end + 3))) end += 2;
  return end;
}
