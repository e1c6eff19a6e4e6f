import { isUtf8 } from 'node:buffer';
import type { Candidate, Detector } from './detector.ts';
import { createTextView } from './text-view.ts';

/** Base64 of 8 to 256 characters, or a run of 4 to 128 percent-encoded bytes and plain characters. */
const BASE64 = /[A-Za-z0-9+/_-]{8,256}={0,2}/g;
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
      const found: Candidate[] = [];
      const visit = (pattern: RegExp, decode: (token: string) => string | undefined): void => {
        for (const match of view.text.matchAll(pattern)) {
          const token = match[0].replace(/[._~+-]+$/, '');
          const decoded = decode(token);
          if (decoded === undefined) continue;
          const end = match.index + token.length;
          const lead = view.text.slice(Math.max(0, match.index - CONTEXT_LENGTH), match.index);
          const trail = view.text.slice(end, end + CONTEXT_LENGTH);
          const inside = searchDecoded(inner, { lead, decoded, trail }, types);
          if (inside !== undefined) found.push(toEncoded(inside, lead.length, match.index, end));
        }
      };
      visit(BASE64, decodeBase64);
      if (view.text.includes('%')) visit(PERCENT, decodePercent);
      return found;
    },
  };
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
