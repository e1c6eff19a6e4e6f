import { hkdfSync } from 'node:crypto';
import type { RandomBytes } from '../util/random.ts';
import { findGeneralised } from './generalise.ts';
import type { Span } from './rule.ts';
import { createValueTokens, type ValueTokens } from './value-tokens.ts';

/** What operators share across all vaults of an installation. */
export interface OperatorKeys {
  /** For hashes that are the same everywhere in the installation. */
  readonly hashKey: Buffer;
  readonly tokens: ValueTokens;
  /** What operators put into a text earlier, for example into an answer that is now part of the question. In order. */
  readonly ownOutputs: (text: string) => readonly Span[];
}

/** @param key 32 bytes, of the installation; each operator gets a key of its own (HKDF-SHA-256). */
export function createOperatorKeys(key: Uint8Array, random: RandomBytes): OperatorKeys {
  const tokens = createValueTokens(key, random);
  return {
    hashKey: Buffer.from(hkdfSync('sha256', key, new Uint8Array(), 'redaction-hashes', 32)),
    tokens,
    ownOutputs: (text) =>
      [...findGeneralised(text), ...tokens.find(text)].toSorted((a, b) => a.start - b.start),
  };
}
