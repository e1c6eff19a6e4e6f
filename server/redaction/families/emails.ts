import type { EntityFamily, Span } from '../rule.ts';

const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** Mail addresses (RFC 5321), read from the at sign outwards so that time stays linear. */
export const emails: EntityFamily = {
  types: [
    {
      id: 'EMAIL',
      label: 'EMAIL',
      tier: 'personal',
      locale: '*',
      canonical: 'compact',
      context: ['email', 'e-mail', 'mail', '邮箱', '电子邮件', '邮件', '信箱'],
    },
  ],
  rules: [
    {
      id: 'email',
      type: 'EMAIL',
      kind: 'pattern',
      validator: 'RFC 5321 form',
      score: 0.95,
      context: 'free',
      needs: '@',
      pattern: /@/g,
      accept: (match, text) => aroundAtSign(text, match.index),
    },
    {
      // Broken over lines or spaced out letter by letter: only with the word before it.
      id: 'email-labelled',
      type: 'EMAIL',
      kind: 'label',
      validator: 'context, RFC 5321 form once joined',
      score: 0.7,
      value: /[A-Za-z0-9._%+\s-]{1,128}@[A-Za-z0-9.\s-]{3,255}/y,
      accept: spacedOut,
    },
    {
      id: 'email-quoted',
      type: 'EMAIL',
      kind: 'pattern',
      validator: 'context, RFC 5321 form once joined',
      score: 0.7,
      context: 'required',
      needs: '@',
      pattern: /"[^"@]{1,128}@[^"]{3,255}"/g,
      accept: quotedAddress,
    },
    {
      id: 'email-spelled',
      type: 'EMAIL',
      kind: 'pattern',
      validator: 'spelled form',
      score: 0.8,
      context: 'free',
      pattern:
        /[A-Za-z0-9._%+-]{1,64} ?[[(]at[\])] ?[A-Za-z0-9.-]{1,63} ?(?:[[(]dot[\])]|\.) ?[A-Za-z]{2,24}/gi,
      accept: (match) => ({ start: match.index, end: match.index + match[0].length }),
    },
  ],
};

function aroundAtSign(text: string, at: number): Span | undefined {
  const start = localStart(text, at);
  const end = domainEnd(text, at + 1);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Reads back over the local part. A Hanzi belongs to it only when the whole local part is Hanzi. */
function localStart(text: string, at: number): number | undefined {
  let start = at;
  while (
    start > 0 &&
    at - start < MAX_LOCAL &&
    /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00c0-\u024f-]/.test(text.charAt(start - 1))
  ) {
    start -= 1;
  }
  while (start < at && !/[A-Za-z0-9_\u00c0-\u024f]/.test(text.charAt(start))) start += 1;
  start = afterAssignment(text, start, at);
  if (start < at) return text.charAt(at - 1) === '.' ? undefined : start;
  while (start > 0 && at - start < 4 && /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) start -= 1;
  return start < at ? start : undefined;
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

function domainEnd(text: string, from: number): number | undefined {
  let end = from;
  while (end < text.length && end - from < MAX_DOMAIN && /[A-Za-z0-9.\u00c0-\u024f-]/.test(text.charAt(end)))
    end += 1;
  const domain =
    /^[A-Za-z0-9\u00c0-\u024f][A-Za-z0-9.\u00c0-\u024f-]{0,250}\.(?:xn--[A-Za-z0-9-]{2,59}|[A-Za-z]{2,24})/.exec(
      text.slice(from, end),
    );
  return domain === null || domain[0].includes('..') ? undefined : from + domain[0].length;
}

/** A quoted string that is an address and nothing else once its white space is gone. */
function quotedAddress(match: RegExpExecArray): Span | undefined {
  const joined = match[0].slice(1, -1).replace(/\s/g, '');
  const span = aroundAtSign(joined, joined.indexOf('@'));
  const isWhole = span !== undefined && span.start === 0 && span.end === joined.length;
  return isWhole ? { start: match.index + 1, end: match.index + match[0].length - 1 } : undefined;
}

/** The address whose pieces, joined, are one: it ends with the last piece that still belongs to a domain. */
function spacedOut(match: RegExpExecArray): Span | undefined {
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
