import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { passesBase58Check } from '../validators/base58-check.ts';
import { passesBech32 } from '../validators/bech32.ts';

/** Cryptocurrency addresses. */
export const wallets: EntityFamily = {
  types: [
    {
      id: 'BTC_ADDRESS',
      label: 'WALLET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['bitcoin', 'wallet', 'btc', '比特币', '钱包'],
    },
    {
      id: 'ETH_ADDRESS',
      label: 'WALLET',
      tier: 'critical',
      locale: '*',
      canonical: 'exact',
      context: ['ethereum', 'wallet', 'eth', '以太坊', '钱包'],
    },
  ],
  rules: [
    {
      id: 'btc-base58',
      type: 'BTC_ADDRESS',
      kind: 'pattern',
      validator: 'Base58Check',
      score: 0.95,
      context: 'free',
      pattern: /[13][1-9A-HJ-NP-Za-km-z]{25,34}/g,
      accept: (match, text) => (passesBase58Check(match[0]) ? boundedMatch(match, text) : undefined),
    },
    {
      id: 'btc-bech32',
      type: 'BTC_ADDRESS',
      kind: 'pattern',
      validator: 'bech32 checksum',
      score: 0.95,
      context: 'free',
      needs: 'bc1',
      pattern: /bc1[02-9ac-hj-np-z]{11,71}/g,
      accept: segwitFound,
    },
    {
      id: 'eth-address',
      type: 'ETH_ADDRESS',
      kind: 'pattern',
      validator: 'format',
      score: 0.85,
      context: 'free',
      needs: '0x',
      pattern: /0x[0-9A-Fa-f]{40}/g,
      accept: boundedMatch,
    },
  ],
};

function segwitFound(match: RegExpExecArray, text: string): Span | undefined {
  return passesBech32('bc', match[0].slice(3)) ? boundedMatch(match, text) : undefined;
}
