import type { EntityFamily, LabelRule, Span } from '../rule.ts';
import { boundedMatch } from '../bounded.ts';
import { passesBase58Check } from '../validators/base58-check.ts';
import { base58, bech32 } from '../wallet-formats.ts';
import { passesEip55 } from '../validators/eip55.ts';

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';

/** Addresses, keys and links of cryptocurrencies. */
export const wallets: EntityFamily = {
  types: [
    wallet('BTC_ADDRESS', ['bitcoin', 'wallet', 'btc', '比特币', '钱包']),
    wallet('ETH_ADDRESS', ['ethereum', 'wallet', 'eth', '以太坊', '钱包']),
    wallet('TRON_OTHER_CRYPTO', [
      'wallet',
      'usdt',
      'trc20',
      'tron',
      'solana',
      'sol',
      'xrp',
      'xmr',
      'monero',
      'ton',
      'stellar',
      'xlm',
      '波场',
      '钱包',
      '钱包地址',
      '收款地址',
    ]),
  ],
  rules: [
    base58({
      id: 'btc-base58',
      type: 'BTC_ADDRESS',
      vendor: 'bitcoin',
      first: '[13]',
      lengths: [26, 27, 28, 29, 30, 31, 32, 33, 34],
      versions: [0, 5],
      value: '1G1hfMu1uz4NnQqRBRbQdkgU5NjvUnHFoG',
    }),
    base58({
      id: 'btc-testnet-base58',
      type: 'BTC_ADDRESS',
      vendor: 'bitcoin',
      first: '[mn2]',
      lengths: [34, 35],
      versions: [111, 196],
      value: 'mvXexQyzj1VdZXK2tzZnTftnwNLdP3kYp3',
    }),
    base58({
      id: 'ltc-base58',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'litecoin',
      first: '[LM]',
      lengths: [33, 34],
      versions: [48, 50],
      value: 'LaEevaCqzeJS3DXaMZahumkEHb7CcQ6iPj',
    }),
    base58({
      id: 'doge-base58',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'dogecoin',
      first: '[DA9]',
      lengths: [34],
      versions: [30, 22],
      value: 'DL9oCcqfDPxfKR21v1ayBWr4xWUDozDrXZ',
    }),
    base58({
      id: 'dash-base58',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'dash',
      first: '[X7]',
      lengths: [34],
      versions: [76, 16],
      value: 'XqhYVcYushGxwMS13JudVHNFuiKcTnPcao',
    }),
    base58({
      id: 'tron-base58',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'tron',
      first: 'T',
      lengths: [34],
      versions: [65],
      value: 'TQyufRGk4iBKwau3mhF89uNbzAVEe4KhmQ',
    }),
    bech32({
      id: 'btc-bech32',
      type: 'BTC_ADDRESS',
      vendor: 'bitcoin',
      prefix: 'bc',
      data: [11, 71],
      value: 'bc1q6x9xl7tsq9d8yefyzme3eszg9atr9z88spmm9h',
    }),
    bech32({
      id: 'btc-testnet-bech32',
      type: 'BTC_ADDRESS',
      vendor: 'bitcoin',
      prefix: 'tb',
      data: [11, 71],
      value: 'tb1q6x9xl7tsq9d8yefyzme3eszg9atr9z8868qg7y',
    }),
    bech32({
      id: 'ltc-bech32',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'litecoin',
      prefix: 'ltc',
      data: [11, 71],
      value: 'ltc1q6x9xl7tsq9d8yefyzme3eszg9atr9z885apla8',
    }),
    bech32({
      id: 'ada-bech32',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'cardano',
      prefix: 'addr',
      data: [50, 110],
      value:
        'addr16x9xl7tsq9d8yefyzme3eszg9atr9z88ekqz3fmdk8nkde0sua05uumws45esmq46x9xl7tsq9d8yefyzme3eszg9atrz45alt',
    }),
    bech32({
      id: 'cosmos-bech32',
      type: 'TRON_OTHER_CRYPTO',
      vendor: 'cosmos',
      prefix: 'cosmos',
      data: [38, 58],
      value: 'cosmos16x9xl7tsq9d8yefyzme3eszg9atr9z88xm9sp6',
    }),
    {
      id: 'eth-address',
      type: 'ETH_ADDRESS',
      kind: 'literal',
      validator: 'EIP-55 where the letters are of both cases',
      score: 0.9,
      literals: ['0x'],
      pattern: /0x[0-9A-Fa-f]{40}/y,
      accept: (match, text) => {
        const span = boundedMatch(match, text);
        return span === undefined || passesEip55(match[0]) ? span : { ...span, unverified: true };
      },
      tests: {
        found: [
          'wallet ⟦0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed⟧',
          'send to ⟦0x27b1fdb04752bbc536007a920d24acb045561c26⟧.',
          '⟦0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD⟧ fails its checksum',
        ],
        ignored: [
          '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe',
          'sha 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0011',
        ],
      },
    },
    {
      id: 'eth-private-key',
      type: 'ETH_ADDRESS',
      kind: 'literal',
      validator: 'name of a key, 64 hexadecimal digits',
      score: 0.9,
      literals: [
        'private key',
        'private_key',
        'privateKey',
        'PRIVATE_KEY',
        'Private key',
        'Private Key',
        '私钥',
      ],
      pattern:
        /(?:[Pp]rivate[ _]?[Kk]ey|PRIVATE_KEY|私钥)["']?\s{0,2}(?:=|:|is|是|为)?\s{0,2}["']?((?:0x)?[0-9a-fA-F]{64})/y,
      accept: keyFound,
      tests: {
        found: [
          `private key: ⟦0x${'4c0883a6910293f1'.repeat(4)}⟧`,
          `私钥：⟦${'4c0883a6910293f1'.repeat(4)}⟧`,
        ],
        ignored: ['private key: 0x4c0883a6910293f1', 'the private key is on the card'],
      },
    },
    {
      id: 'btc-private-key',
      type: 'BTC_ADDRESS',
      kind: 'literal',
      locale: 'bitcoin',
      validator: 'wallet import format, Base58Check',
      score: 0.97,
      literals: ['5H', '5J', '5K', 'Kw', 'Kx', 'Ky', 'Kz', 'L1', 'L2', 'L3', 'L4', 'L5'],
      pattern: /[5KL][1-9A-HJ-NP-Za-km-z]{50,51}/y,
      accept: (match, text) =>
        [33, 34].some((length) => passesBase58Check(match[0], [0x80], length))
          ? boundedMatch(match, text)
          : undefined,
      tests: {
        found: [
          'WIF ⟦5K7LDGTr5S2qVxDsw2guYk5UhyeKNPXZj7MDcgaNv3zE6EzRyBi⟧',
          '私钥⟦L2vwo9FVcZV74njqoUT8w78mHs1i5QRuSs2EgVgKjABan1pAnoRn⟧。',
        ],
        ignored: ['WIF 5K7LDGTr5S2qVxDsw2guYk5UhyeKNPXZj7MDcgaNv3zE6EzRyBA', 'the letters Kw'],
      },
    },
    {
      id: 'extended-private-key',
      type: 'BTC_ADDRESS',
      kind: 'literal',
      locale: 'bitcoin',
      validator: 'BIP-32, Base58Check',
      score: 0.97,
      literals: ['xprv', 'xpub', 'tprv', 'tpub'],
      pattern: /[xt](?:prv|pub)[1-9A-HJ-NP-Za-km-z]{107,108}/y,
      accept: (match, text) =>
        passesBase58Check(match[0], [0x04], 78) ? boundedMatch(match, text) : undefined,
      tests: {
        found: [
          'key ⟦xprvBNgPTcmnpMQY4Bmwq3P2jqTMhzWNRwFZWfv4zAndrcUAX5iwQweXoMjby2GeoEva5USphSmRA79rpFAqJiEyY7Zsvp3FEofJ5PwrUwu22qz⟧',
          '⟦xpub7bfjs8JgeixqGfrQw4v36yQ6G2LrqPyQstqfnZCFQx19Pt45xUxnMA45pDQvtR5AVCtpbttLpruKRgidCNjXHyA3SpMd68UM1Fq6F278zcd⟧',
        ],
        ignored: [
          'xprv9s21ZrQH143K',
          'key xprvBNgPTcmnpMQY4Bmwq3P2jqTMhzWNRwFZWfv4zAndrcUAX5iwQweXoMjby2GeoEva5USphSmRA79rpFAqJiEyY7Zsvp3FEofJ5PwrUwu22qA',
        ],
      },
    },
    labelled('sol-address', 'solana', `${BASE58}{43,44}`, 'B7sQ3vXnR2mKp9YtLw5hCj8dFg4aEz6uNxV1TkMoPbSi'),
    labelled('xrp-address', 'ripple', `r${BASE58}{24,34}`, 'rB7sQ3vXnR2mKp9YtLw5hCj8dFg4aEz6u'),
    labelled(
      'xmr-address',
      'monero',
      `[48][0-9AB]${BASE58}{93}`,
      `4A${'B7sQ3vXnR2mKp9YtLw5hCj8dFg4aEz6'.repeat(3).slice(0, 93)}`,
    ),
    labelled('xlm-address', 'stellar', 'G[A-Z2-7]{55}', `G${'B7SQ3VXNR2MKP5YT'.repeat(4).slice(0, 55)}`),
    labelled(
      'ton-address',
      'ton',
      '(?:EQ|UQ|kQ|0Q)[A-Za-z0-9_-]{46}',
      `EQ${'B7sQ3vXnR2mKp9Yt'.repeat(3).slice(0, 46)}`,
    ),
    labelled('dot-address', 'polkadot', `1${BASE58}{46,47}`, `1${'B7sQ3vXnR2mKp9Yt'.repeat(3).slice(0, 47)}`),
  ],
};

/** Formats without a checksum that is worth its computing: a word must stand before them. */
function labelled(id: string, vendor: string, shape: string, value: string): LabelRule {
  return {
    id,
    type: 'TRON_OTHER_CRYPTO',
    kind: 'label',
    locale: vendor,
    validator: 'format, context',
    score: 0.8,
    value: new RegExp(shape, 'y'),
    accept: boundedMatch,
    tests: {
      found: [`wallet: ⟦${value}⟧`, `钱包地址：⟦${value}⟧`],
      ignored: [`build ${value}`, `wallet: ${value.slice(0, 20)}`],
    },
  };
}

function wallet(id: string, context: readonly string[]): EntityFamily['types'][number] {
  return { id, label: 'WALLET', tier: 'critical', locale: '*', canonical: 'exact', context };
}

function keyFound(match: RegExpExecArray, text: string): Span | undefined {
  const value = match[1] ?? '';
  const end = match.index + match[0].length;
  const span = { start: end - value.length, end };
  return /[0-9A-Fa-f]/.test(text.charAt(end)) ? undefined : span;
}
