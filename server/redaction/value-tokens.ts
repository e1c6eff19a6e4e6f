import type { RandomBytes } from '../util/random.ts';
import { createSealedBox } from '../util/sealed-box.ts';
import type { Span } from './rule.ts';

/** Whatever begins like a token, also one that lost its end on the way. */
const TOKEN_LIKE = /\[(?<label>[A-Z][A-Z_]{1,9})\$(?<sealed>[\w-]{8,})(?<close>\]?)/g;
/** Nonce, tag, type and value; 2,800 base64url characters hold a value of more than 600 characters. */
const SEALED_LENGTH = { least: 40, most: 2_800 };
/** Longer values get a placeholder: a model repeats no such token. */
const MOST_CHARACTERS = 600;

export interface OpenedValue {
  readonly type: string;
  readonly value: string;
}

/** `malformed`: too short, too long or without its end. `unreadable`: made elsewhere, or changed; nothing tells which. */
export const tokenProblems = ['malformed', 'unreadable'] as const;
export type TokenProblem = (typeof tokenProblems)[number];

/** What stands like a token in a text, and what is in it or why nothing can be read. */
export interface TokenReading extends Span {
  /** Family name of its type, as the token says. */
  readonly label: string;
  readonly reading: OpenedValue | TokenProblem;
}

/**
 * Tokens that stand for a value and that whoever has the key of the installation can open: AES-256-GCM (SP 800-38D) with
 * random nonces of 96 bits under a key of their own, the label authenticated with the value.
 */
export interface ValueTokens {
  /** `[PHONE$…]`; undefined for a value that is too long. Twice the same value gives two tokens. */
  seal(label: string, opened: OpenedValue): string | undefined;
  /** Places where a token stands that this installation made. One that was changed, or made elsewhere, is text. */
  find(text: string): readonly (Span & OpenedValue)[];
  /** Everything that stands like a token, in the order of the text. */
  read(text: string): readonly TokenReading[];
}

/** @param key 32 bytes, of the installation. */
export function createValueTokens(key: Uint8Array, random: RandomBytes): ValueTokens {
  const box = createSealedBox(key, 'redaction-tokens', random);
  const open = (sealed: string, label: string): OpenedValue | undefined => {
    try {
      return parseOpened(box.open(Buffer.from(sealed, 'base64url'), label).toString('utf8'));
    } catch {
      return undefined;
    }
  };
  const read: ValueTokens['read'] = (text) => {
    if (!text.includes('$')) return [];
    return Array.from(text.matchAll(TOKEN_LIKE)).map(({ index, groups, 0: whole }) => {
      const { label = '', sealed = '', close = '' } = groups ?? {};
      const isWhole =
        close !== '' && sealed.length >= SEALED_LENGTH.least && sealed.length <= SEALED_LENGTH.most;
      const reading = isWhole ? (open(sealed, label) ?? 'unreadable') : 'malformed';
      return { start: index, end: index + whole.length, label, reading };
    });
  };
  return {
    read,
    seal(label, { type, value }) {
      if (value.length > MOST_CHARACTERS) return undefined;
      const plain = Buffer.from(JSON.stringify([type, value]), 'utf8');
      return `[${label}$${box.seal(plain, label).toString('base64url')}]`;
    },
    find: (text) =>
      read(text).flatMap(({ start, end, reading }) =>
        typeof reading === 'string' ? [] : [{ start, end, ...reading }],
      ),
  };
}

function parseOpened(text: string): OpenedValue | undefined {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return undefined;
  const [type, value]: unknown[] = parsed;
  return typeof type === 'string' && typeof value === 'string' ? { type, value } : undefined;
}

export interface OpenedText {
  /** With values in the place of tokens that could be read. */
  readonly text: string;
  /** How many there were of each type. */
  readonly opened: Readonly<Record<string, number>>;
  readonly tokens: readonly TokenReading[];
}

export function openTokens(box: ValueTokens, text: string): OpenedText {
  const tokens = box.read(text);
  const counts = new Map<string, number>();
  let shown = '';
  let copied = 0;
  for (const { start, end, reading } of tokens) {
    if (typeof reading === 'string') continue;
    shown += text.slice(copied, start) + reading.value;
    copied = end;
    counts.set(reading.type, (counts.get(reading.type) ?? 0) + 1);
  }
  return { text: shown + text.slice(copied), opened: Object.fromEntries(counts), tokens };
}

/** The text with labels in the place of all that stands like a token. */
export function strikeTokens(text: string): string {
  return text.replaceAll(TOKEN_LIKE, '[$<label>]');
}
