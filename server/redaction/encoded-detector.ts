import { isUtf8 } from 'node:buffer';
import type { Candidate, Detector } from './detector.ts';
import { createTextView } from './text-view.ts';

/** Base64 of 8 to 256 characters. */
const LEAST_BASE64 = 8;
const MOST_BASE64 = 256;
/** Lead bytes of U+3000 to U+FFFF in UTF-8. */
const FIRST_LEAD = 0xe3;
const LAST_LEAD = 0xef;
/** A run of 4 to 128 percent-encoded bytes and plain characters. */
const PERCENT = /[A-Za-z0-9.+_~-]{0,64}%[0-9A-Fa-f]{2}[A-Za-z0-9.+_~%-]{3,380}/g;
/** Characters on either side of the encoded value that are read for a context word. */
const CONTEXT_LENGTH = 32;

/**
 * Finds values that were encoded once, as Base64 (RFC 4648) or percent-encoding (RFC 3986): the decoded text is
 * put in the place of the encoded one and searched by the same rules. One level only, so that time stays linear.
 */
export function createEncodedDetector(inner: Detector): Detector {
  return {
    id: 'encoded',
    detect(view, types) {
      const { text } = view;
      const found: Candidate[] = [];
      const visit = (start: number, written: string, decode: (token: string) => string | undefined): void => {
        const token = written.replace(/[._~+-]+$/, '');
        const decoded = decode(token);
        if (decoded === undefined) return;
        const end = start + token.length;
        const lead = text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
        const trail = text.slice(end, end + CONTEXT_LENGTH);
        const inside = searchDecoded(inner, { lead, decoded, trail }, types);
        if (inside !== undefined) found.push(toEncoded(inside, lead.length, start, end));
      };
      visitBase64(text, (start, end) => visit(start, text.slice(start, end), decodeBase64));
      if (text.includes('%'))
        for (const match of text.matchAll(PERCENT)) visit(match.index, match[0], decodePercent);
      return found;
    },
  };
}

/** Visits runs of Base64 whose first bytes can be those of a text: most words of prose and most hashes are none. */
function visitBase64(text: string, visit: (start: number, end: number) => void): void {
  const values = loadBase64Values();
  for (let start = 0; start < text.length;) {
    let end = start;
    while (end < text.length && end - start < MOST_BASE64 && (values[text.charCodeAt(end)] ?? 0) !== 0)
      end += 1;
    if (end === start) {
      start += 1;
      continue;
    }
    const isLong = end - start >= LEAST_BASE64;
    const next = isLong ? pastPadding(text, end) : end;
    if (isLong && beginsAsText(text, start, values)) visit(start, next);
    start = next;
  }
}

/** Whether the first two bytes can be printable ASCII, or the first one the lead byte of a Hanzi or of its punctuation. */
function beginsAsText(text: string, start: number, values: Uint8Array): boolean {
  const bitsAt = (at: number): number => (values[text.charCodeAt(start + at)] ?? 1) - 1;
  const first = (bitsAt(0) << 2) | (bitsAt(1) >> 4);
  if (first >= FIRST_LEAD && first <= LAST_LEAD) return true;
  const second = ((bitsAt(1) & 0xf) << 4) | (bitsAt(2) >> 2);
  return isPrintable(first) && (isPrintable(second) || second >= FIRST_LEAD);
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e;
}

function pastPadding(text: string, from: number): number {
  let end = from;
  while (end < from + 2 && text.charCodeAt(end) === 0x3d) end += 1;
  return end;
}

let base64Values: Uint8Array | undefined;

/** For each UTF-16 unit 1 more than its six bits in Base64 or Base64url (RFC 4648, 4 and 5), 0 for all others. */
function loadBase64Values(): Uint8Array {
  if (base64Values !== undefined) return base64Values;
  const values = new Uint8Array(0x1_0000);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  for (let at = 0; at < alphabet.length; at += 1) values[alphabet.charCodeAt(at)] = at + 1;
  for (const [sign, value] of [
    ['+', 62],
    ['-', 62],
    ['/', 63],
    ['_', 63],
  ] as const)
    values[sign.charCodeAt(0)] = value + 1;
  base64Values = values;
  return values;
}

/** The candidate where the encoded value stands. The word that announced it is told only when it stands before it. */
function toEncoded(inside: Candidate, leadLength: number, start: number, end: number): Candidate {
  const { announcedBy, ...found } = inside;
  const encoded = { ...found, start, end, encoded: true } as const;
  if (announcedBy === undefined || announcedBy.end > leadLength) return encoded;
  const moved = start - leadLength;
  return { ...encoded, announcedBy: { start: announcedBy.start + moved, end: announcedBy.end + moved } };
}

interface Decoded {
  readonly lead: string;
  readonly decoded: string;
  readonly trail: string;
}

/** The best value inside the decoded text; what surrounds it is masked with it. */
function searchDecoded(
  inner: Detector,
  { lead, decoded, trail }: Decoded,
  types: ReadonlySet<string>,
): Candidate | undefined {
  const candidates = inner
    .detect(createTextView(lead + decoded + trail), types)
    .filter(({ start, end }) => start >= lead.length && end <= lead.length + decoded.length);
  return candidates.toSorted((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score)[0];
}

/** Only what decodes to printable ASCII or Chinese text is text; anything else is a hash, a word or binary data. */
function decodeBase64(token: string): string | undefined {
  if (!/\d|[A-Z]/.test(token) || token.replace(/=+$/, '').length % 4 === 1) return undefined;
  const bytes = Buffer.from(token, 'base64');
  if (bytes.length < 6 || !isUtf8(bytes)) return undefined;
  const decoded = bytes.toString('utf8');
  return /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+$/.test(decoded) ? decoded : undefined;
}

function decodePercent(token: string): string | undefined {
  try {
    const decoded = decodeURIComponent(token);
    return decoded === token ? undefined : decoded;
  } catch {
    return undefined;
  }
}
