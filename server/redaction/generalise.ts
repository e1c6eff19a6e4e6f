import { createTextView } from './text-view.ts';

/** A coarser form of a kind of value. */
interface Generaliser {
  /** Undefined when the value cannot be read. */
  coarser(folded: string): string | undefined;
  /** Everything that `coarser` returns, and nothing that says more. */
  readonly form: RegExp;
}

const age: Generaliser = {
  // Bands of ten years; all from 90 on together, as HIPAA's Safe Harbor has it (45 CFR 164.514(b)(2)(i)(C)).
  coarser(folded) {
    const years = /\d{1,3}/.exec(folded)?.[0];
    if (years === undefined) return undefined;
    if (/月|周|天|日|month|week|day/i.test(folded)) return '0-9';
    const decade = Math.floor(Number(years) / 10) * 10;
    return decade >= 90 ? '90+' : `${decade}-${decade + 9}`;
  },
  form: /^(?:0-9|10-19|20-29|30-39|40-49|50-59|60-69|70-79|80-89|90\+)$/,
};

const year: Generaliser = {
  coarser: (folded) =>
    /(?<![\d])((?:1[6-9]|20)\d{2})(?!\d)|^((?:1[6-9]|20)\d{2})\d{4}$/.exec(folded)?.[0].slice(0, 4),
  form: /^(?:1[6-9]|20)\d{2}$/,
};

const multiples: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:万亿|trillion)/i, 1e12],
  [/^\s*(?:亿)/, 1e8],
  [/^\s*(?:billion|bn)/i, 1e9],
  [/^\s*(?:million|mn|m(?![a-z]))/i, 1e6],
  [/^\s*(?:万|w(?![a-z]))/i, 1e4],
  [/^\s*(?:千|k(?![a-z])|thousand)/i, 1e3],
];

/** The order of magnitude: `10000-99999` for 28,000. */
const amount: Generaliser = {
  coarser(folded) {
    const match = /\d[\d,]*(?:\.\d+)?/.exec(folded);
    if (match === null) return undefined;
    const rest = folded.slice(match.index + match[0].length);
    // Two amounts are a range or a sum: which of them counts is not for us to say.
    if (/\d/.test(rest)) return undefined;
    const times = multiples.find(([word]) => word.test(rest))?.[1] ?? 1;
    const whole = Math.floor(Number(match[0].replaceAll(',', '')) * times + 1e-6);
    const digits = String(whole).length;
    if (!Number.isSafeInteger(whole)) return undefined;
    return digits === 1 ? '0-9' : `1${'0'.repeat(digits - 1)}-${'9'.repeat(digits)}`;
  },
  form: /^(?:0-9|10{1,15}-9{2,16})$/,
};

/** The first characters of a postcode, the rest hidden. */
function postcode(whole: RegExp, hidden: string, form: RegExp): Generaliser {
  return {
    coarser(folded) {
      const prefix = whole.exec(folded.toUpperCase())?.[1];
      return prefix === undefined ? undefined : prefix + hidden;
    },
    form,
  };
}

const generalisers: ReadonlyMap<string, Generaliser> = new Map([
  ['AGE', age],
  ['DATE_OF_BIRTH', year],
  ['DATE_TIME', year],
  ['SALARY_AMOUNT', amount],
  // Three digits, as Safe Harbor has it (45 CFR 164.514(b)(2)(i)(B)); the first two are province and zone in China.
  ['US_ZIP', postcode(/(\d{3})\d{2}(?:-\d{4})?$/, '**', /^\d{3}\*\*$/)],
  ['CN_POSTCODE', postcode(/(\d{2})\d{4}$/, '****', /^\d{2}\*{4}$/)],
  ['UK_POSTCODE', postcode(/([A-Z]{1,2}\d[A-Z\d]?)\s?\d[A-Z]{2}$/, '***', /^[A-Z]{1,2}\d[A-Z\d]?\*{3}$/)],
  // The network of a site: 24 bits of IPv4, 48 of IPv6 (RFC 6177).
  [
    'IPV4',
    {
      coarser(folded) {
        const network = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}/.exec(folded)?.[1];
        return network === undefined ? undefined : `${network}.0/24`;
      },
      form: /^\d{1,3}\.\d{1,3}\.\d{1,3}\.0\/24$/,
    },
  ],
]);

/** Whether values of the type have a coarser form. */
export function isGeneralisable(type: string): boolean {
  return generalisers.has(type);
}

/** Something coarser in the place of a value, `[AGE~30-39]`; undefined when the value cannot be read. It cannot be turned back. */
export function generalise(type: string, label: string, value: string): string | undefined {
  const coarser = generalisers.get(type)?.coarser(createTextView(value).text.trim());
  return coarser === undefined ? undefined : `[${label}~${coarser}]`;
}

/** Places where a generalised value stands. Whoever writes one says no more than `generalise` lets through. */
export function findGeneralised(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes('~')) return [];
  return Array.from(text.matchAll(/\[[A-Z][A-Z_]{1,9}~([^\]\n]{1,33})\]/g)).flatMap(
    ({ index, 0: whole, 1: inner }) =>
      [...generalisers.values()].some(({ form }) => form.test(inner ?? ''))
        ? [{ start: index, end: index + whole.length }]
        : [],
  );
}
