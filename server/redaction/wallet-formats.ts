import { boundedMatch } from './bounded.ts';
import type { CodeRule, LiteralRule } from './rule.ts';
import { passesBase58Check } from './validators/base58-check.ts';
import { passesBech32 } from './validators/bech32.ts';

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const BECH32_CHARACTERS = '[02-9ac-hj-np-z]';

interface Base58Format {
  readonly id: string;
  readonly type: string;
  readonly vendor: string;
  /** Class of the first character. */
  readonly first: string;
  readonly lengths: readonly number[];
  /** Version bytes. */
  readonly versions: readonly number[];
  /** An invented one. */
  readonly value: string;
}

/** A rule for addresses in Base58Check. */
export function base58({ id, type, vendor, first, lengths, versions, value }: Base58Format): CodeRule {
  const wrong = value.slice(0, -1) + (value.endsWith('A') ? 'B' : 'A');
  return {
    id,
    type,
    kind: 'code',
    locale: vendor,
    validator: `Base58Check, versions ${versions.join(' and ')}`,
    score: 0.95,
    context: 'free',
    lengths,
    groupings: [],
    caseSensitive: true,
    shape: new RegExp(`^${first}${BASE58}{24,34}$`),
    accept: (address) => passesBase58Check(address, versions),
    tests: { found: [`send to ⟦${value}⟧`, `地址⟦${value}⟧。`], ignored: [`send to ${wrong}`, `x${value}`] },
  };
}

interface Bech32Format {
  readonly id: string;
  readonly type: string;
  readonly vendor: string;
  /** Human-readable part. */
  readonly prefix: string;
  /** Fewest and most characters after the separator. */
  readonly data: readonly [number, number];
  readonly value: string;
}

/** A rule for addresses in Bech32 or Bech32m. */
export function bech32({ id, type, vendor, prefix, data, value }: Bech32Format): LiteralRule {
  const wrong = value.slice(0, -1) + (value.endsWith('q') ? 'p' : 'q');
  return {
    id,
    type,
    kind: 'literal',
    locale: vendor,
    validator: 'Bech32 or Bech32m checksum (BIP-173, BIP-350)',
    score: 0.95,
    literals: [`${prefix}1`],
    pattern: new RegExp(`${prefix}1${BECH32_CHARACTERS}{${data[0]},${data[1]}}`, 'y'),
    accept: (match, text) =>
      passesBech32(prefix, match[0].slice(prefix.length + 1)) ? boundedMatch(match, text) : undefined,
    tests: { found: [`send to ⟦${value}⟧`, `地址⟦${value}⟧。`], ignored: [`send to ${wrong}`, `x${value}`] },
  };
}
