import type { RandomBytes } from '../util/random.ts';
import { createSealedBox } from '../util/sealed-box.ts';
import type { Span } from './rule.ts';

/** Nonce, tag, type and value; 2,800 base64url characters hold a value of more than 600 characters. */
const TOKEN = /\[(?<label>[A-Z][A-Z_]{1,9})\$(?<sealed>[\w-]{40,2800})\]/g;
/** Longer values get a placeholder: a model repeats no such token. */
const MOST_CHARACTERS = 600;

export interface OpenedValue {
  readonly type: string;
  readonly value: string;
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
  return {
    seal(label, { type, value }) {
      if (value.length > MOST_CHARACTERS) return undefined;
      const plain = Buffer.from(JSON.stringify([type, value]), 'utf8');
      return `[${label}$${box.seal(plain, label).toString('base64url')}]`;
    },
    find(text) {
      if (!text.includes('$')) return [];
      return Array.from(text.matchAll(TOKEN)).flatMap(({ index, groups, 0: whole }) => {
        const opened = open(groups?.['sealed'] ?? '', groups?.['label'] ?? '');
        return opened === undefined ? [] : [{ start: index, end: index + whole.length, ...opened }];
      });
    },
  };
}

function parseOpened(text: string): OpenedValue | undefined {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return undefined;
  const [type, value]: unknown[] = parsed;
  return typeof type === 'string' && typeof value === 'string' ? { type, value } : undefined;
}

/** The text with values in the place of tokens, and how many there were of each type. */
export function openTokens(
  tokens: ValueTokens,
  text: string,
): { readonly text: string; readonly opened: Readonly<Record<string, number>> } {
  const counts = new Map<string, number>();
  let shown = '';
  let copied = 0;
  for (const { start, end, type, value } of tokens.find(text)) {
    shown += text.slice(copied, start) + value;
    copied = end;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return { text: shown + text.slice(copied), opened: Object.fromEntries(counts) };
}
