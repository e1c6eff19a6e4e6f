import { compactUpper, isBounded } from '../bounded.ts';
import type { CodeRule, EntityFamily, Span } from '../rule.ts';
import { type IbanStructure, ibanStructures } from '../tables/iban-structures.ts';
import { ibanLengths, ibanShapes, isIban, passesIbanCheck } from '../validators/iban.ts';

/** From the last letter of the country on. The number may run into the words behind it: it is cut at its length. */
const FROM_SECOND_LETTER = /[A-Za-z][ .\n-]?\d[ .\n-]?\d[ .\n-]?[A-Za-z0-9](?:[ .\n-]?[A-Za-z0-9]){10,29}/g;

/** International bank account numbers (ISO 13616), one rule for each country of the registry. */
export const ibans: EntityFamily = {
  types: [
    {
      id: 'IBAN',
      label: 'IBAN',
      tier: 'critical',
      locale: '*',
      canonical: 'compact',
      context: (
        'iban|bank account|account|account number|kontonummer|kontoverbindung|bankverbindung|rib|compte|cuenta|conto|rekening|rekeningnummer|' +
        '国际银行账号|国际银行账户|国际银行账户号码|国际银行帐号'
      ).split('|'),
    },
  ],
  rules: [
    ...ibanStructures.map(countryRule),
    {
      id: 'iban-broken-up',
      type: 'IBAN',
      kind: 'pattern',
      validator: 'MOD 97-10, structure of the country; in unusual groups, over two lines, next to letters',
      score: 0.9,
      context: 'free',
      pattern: FROM_SECOND_LETTER,
      accept: brokenUp,
      tests: {
        found: [
          'D ⟦D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0⟧',
          'IBAN⟦GB29NWBK60161331926819⟧',
          'Konto ⟦DE893704004\n40532013000⟧',
        ],
        ignored: ['D E 8 8 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0', 'XX89370400440532013000'],
      },
    },
  ],
};

function countryRule({ country, structure, example }: IbanStructure): CodeRule {
  const shape = ibanShapes.get(country);
  if (shape === undefined) throw new Error(`The registry has no structure for ${country}.`);
  const written = example.replace(/(.{4})(?=.)/g, '$1 ');
  return {
    id: `iban-${country.toLowerCase()}`,
    type: 'IBAN',
    kind: 'code',
    locale: country,
    validator: `MOD 97-10, ${example.length} characters: ${structure}`,
    score: 0.95,
    context: 'free',
    lengths: [example.length],
    groupings: [
      written
        .split(' ')
        .map((group) => group.length)
        .join('-'),
    ],
    shape,
    keepUnverified: true,
    accept: passesIbanCheck,
    tests: {
      found: [`IBAN ⟦${example}⟧`, `账户⟦${written}⟧`, `pay ⟦${example.toLowerCase()}⟧ now`],
      ignored: [`batch ${withOtherCheckDigits(example)}`, `IBAN ${example}0`],
    },
  };
}

function withOtherCheckDigits(iban: string): string {
  const check = Number(iban.slice(2, 4));
  return `${iban.slice(0, 2)}${String(check === 98 ? 2 : check + 1).padStart(2, '0')}${iban.slice(4)}`;
}

function brokenUp(match: RegExpExecArray, text: string): Span | undefined {
  const start = firstLetter(text, match.index);
  if (start === undefined) return undefined;
  const length = ibanLengths.get(compactUpper(text.slice(start, match.index + 1)));
  if (length === undefined) return undefined;
  const written = text.slice(start, match.index + match[0].length);
  const size = writtenLength(written, length);
  if (size === undefined || !isIban(compactUpper(written.slice(0, size)))) return undefined;
  const span = { start, end: start + size };
  const isGluedToWord = /iban$/i.test(text.slice(Math.max(0, start - 4), start));
  return isBounded(text, isGluedToWord ? { start: 0, end: span.end } : span) ? span : undefined;
}

/** Where the country begins whose second letter stands at `second`. */
function firstLetter(text: string, second: number): number | undefined {
  const start = ' .\n-'.includes(text.charAt(second - 1) || 'none') ? second - 2 : second - 1;
  const letter = text.charCodeAt(start) | 0x20;
  return letter >= 0x61 && letter <= 0x7a && text.charCodeAt(start) < 0x80 ? start : undefined;
}

/** Characters, separators included, that hold `length` letters and digits. */
function writtenLength(written: string, length: number): number | undefined {
  let seen = 0;
  for (let index = 0; index < written.length; index += 1) {
    if (/[A-Za-z0-9]/.test(written.charAt(index))) seen += 1;
    if (seen === length) return index + 1;
  }
  return undefined;
}
