import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { CodeRule, EntityFamily } from '../rule.ts';
import { isBritishVat } from '../validators/british-numbers.ts';
import { passesVatCheck } from '../validators/eu-vat-numbers.ts';
import { isGermanVat } from '../validators/german-numbers.ts';
import { isNorwegianOrganisation } from '../validators/nordic-numbers.ts';

interface VatForm {
  readonly prefix: string;
  /** What follows the prefix. */
  readonly body: string;
  readonly lengths: readonly number[];
  readonly validator: string;
  readonly example: string;
  readonly wrong: string;
}

/** Prefix; what follows it; its lengths; the check in words; an example; what is none. */
const forms: readonly VatForm[] = parseForms(String.raw`
AT ; U\d{8} ; 9 ; Luhn and 4 ; U48291735 ; U48291739
BE ; [01]\d{9} ; 10 ; 97 - mod 97 ; 0482917369 ; 0482917399
BG ; \d{9,10} ; 9 10 ; mod 11 ; 138291739 ; 138291738
CY ; \d{8}[A-Z] ; 9 ; mod 26 ; 10482917M ; 10482917Z
CZ ; \d{8,10} ; 8 9 10 ; mod 11 ; 48291731 ; 4829173Z
DK ; \d{8} ; 8 ; mod 11 ; 48291708 ; 48291799
EE ; 10\d{7} ; 9 ; weights 3 7 1 ; 104829174 ; 104829179
EL ; \d{9} ; 9 ; powers of 2 mod 11 ; 094829174 ; 094829179
ES ; [A-Z0-9]\d{7}[A-Z0-9] ; 9 ; Luhn or mod 23 ; B48291736 ; B48291739
FI ; \d{8} ; 8 ; mod 11 ; 18291096 ; 18291996
FR ; [0-9A-HJ-NP-Z]{2}\d{9} ; 11 ; SIREN, mod 97 ; 74482917366 ; 40482917369
HR ; \d{11} ; 11 ; ISO 7064 MOD 11,10 ; 48291736502 ; 48291736509
HU ; \d{8} ; 8 ; weights 9 7 3 1 ; 18291733 ; 18291739
IE ; \d[0-9A-Z]\d{5}[A-W][A-IW]? ; 8 9 ; mod 23 ; 4829173O ; 4829173Z
IT ; \d{11} ; 11 ; Luhn ; 04829170580 ; 04829170589
LT ; (?:\d{9}|\d{12}) ; 9 12 ; two sets of weights mod 11 ; 482917316 ; 482917319
LU ; \d{8} ; 8 ; mod 89 ; 18291722 ; 18291799
LV ; \d{11} ; 11 ; mod 11 ; 40482917365 ; 40482917369
MT ; [1-9]\d{7} ; 8 ; mod 37 ; 14829123 ; 14829199
NL ; \d{9}B\d{2} ; 12 ; mod 11 or mod 97 ; 482917386B01 ; 482917396B01
PL ; \d{10} ; 10 ; mod 11 ; 4829173648 ; 4829173649
PT ; \d{9} ; 9 ; mod 11 ; 548291730 ; 548291739
RO ; [1-9]\d{5,9} ; 6 7 8 9 10 ; mod 11 ; 14829174 ; 14829179
SE ; \d{10}01 ; 12 ; Luhn ; 558291736401 ; 558291736901
SI ; [1-9]\d{7} ; 8 ; mod 11 ; 48291731 ; 4829173Z
SK ; [1-9]\d[2-47-9]\d{7} ; 10 ; mod 11 ; 2022917369 ; 2022917368
CHE ; \d{9}(?:MWST|TVA|IVA)? ; 9 12 13 ; mod 11 ; 182917365 ; 182917369
`);

const VAT_WORDS = [
  'vat',
  'vat number',
  'vat no',
  'vat id',
  'vat reg',
  'tva',
  'iva',
  'mwst',
  'ust-id',
  'uid',
  'btw',
  'moms',
  'dph',
  'pvm',
  'alv',
  '增值税号',
  '增值税登记号',
  '欧盟税号',
  '税号',
];

/** Value-added tax numbers: the prefix and the check let them be found without a word. */
export const vatNumbers: EntityFamily = {
  types: [
    entityType('EU_VAT', { label: 'TAX_ID', tier: 'indirect', locale: 'EU' }, VAT_WORDS),
    entityType('DE_VAT', { label: 'TAX_ID', tier: 'indirect', locale: 'DE' }, [
      'ust-idnr',
      'ust-id',
      'ust-id-nr',
      'ustid',
      'umsatzsteuer-identifikationsnummer',
      'umsatzsteuer',
      'vat',
      '德国增值税号',
      '增值税号',
    ]),
    entityType('UK_VAT', { label: 'TAX_ID', tier: 'indirect', locale: 'GB' }, [
      'vat',
      'vat number',
      'vat no',
      'vat reg',
      '英国增值税号',
      '增值税号',
    ]),
  ],
  rules: [
    ...forms.map(vatNumber),
    numberRule('vat-no', 'EU_VAT', {
      locale: 'NO',
      validator: 'mod 11, context',
      score: 0.75,
      lengths: [9],
      groupings: ['3-3-3'],
      accept: isNorwegianOrganisation,
      found: ['NO VAT (moms) ⟦982 917 360⟧'],
      ignored: ['ordre 982917360', 'moms 982917369'],
    }),
    codeRule('vat-de', 'DE_VAT', {
      validator: 'DE, ISO 7064 MOD 11,10',
      score: 0.9,
      context: 'free',
      lengths: [11],
      groupings: ['2-9', '2-3-3-3', '5-3-3'],
      shape: /^DE\d{9}$/,
      accept: (code) => isGermanVat(code.slice(2)),
      keepUnverified: true,
      found: ['USt-IdNr. ⟦DE482917361⟧', '⟦DE 482 917 361⟧'],
      ignored: ['DE482917369', 'DE4829173'],
    }),
    codeRule('vat-gb', 'UK_VAT', {
      validator: 'GB, mod 97 or 9755; branch of three digits',
      score: 0.9,
      context: 'free',
      lengths: [11, 14],
      groupings: ['2-9', '2-3-4-2', '2-3-4-2-3', '5-4-2'],
      shape: /^GB\d{9}(?:\d{3})?$/,
      accept: (code) => isBritishVat(code.slice(2)),
      found: ['VAT no. ⟦GB 482 9173 18⟧', '⟦GB482917318⟧'],
      ignored: ['GB482917399', 'GB48291736'],
    }),
    codeRule('vat-xi', 'UK_VAT', {
      locale: 'GB-NIR',
      validator: 'XI, mod 97 or 9755',
      score: 0.9,
      context: 'free',
      lengths: [11, 14],
      groupings: ['2-9', '2-3-4-2'],
      shape: /^XI\d{9}(?:\d{3})?$/,
      accept: (code) => isBritishVat(code.slice(2)),
      found: ['⟦XI482917318⟧'],
      ignored: ['XI482917399', 'XI48291736'],
    }),
    codeRule('vat-gb-government', 'UK_VAT', {
      validator: 'GB, GD or HA and three digits: government and health authorities',
      score: 0.75,
      lengths: [7],
      groupings: ['2-5', '4-3'],
      shape: /^GB(?:GD[0-4]\d{2}|HA[5-9]\d{2})$/,
      found: ['VAT ⟦GBGD482⟧', 'VAT ⟦GBHA829⟧'],
      ignored: ['room GBGD482', 'VAT GBGD982'],
    }),
    numberRule('vat-gb-digits', 'UK_VAT', {
      validator: 'mod 97 or 9755, context',
      score: 0.75,
      lengths: [9, 12],
      groupings: ['3-4-2', '3-4-2-3'],
      accept: isBritishVat,
      found: ['VAT number ⟦482 9173 18⟧'],
      ignored: ['order 482917318', 'VAT number 482917399'],
    }),
  ],
};

function parseForms(table: string): readonly VatForm[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [prefix = '', body = '', lengths = '', validator = '', example = '', wrong = ''] =
        line.split(' ; ');
      return { prefix, body, lengths: lengths.split(' ').map(Number), validator, example, wrong };
    });
}

function vatNumber({ prefix, body, lengths, validator, example, wrong }: VatForm): CodeRule {
  const start = prefix.length;
  return codeRule(`vat-${prefix.toLowerCase()}`, 'EU_VAT', {
    locale: prefix.slice(0, 2) === 'EL' ? 'GR' : prefix.slice(0, 2),
    validator,
    score: 0.9,
    context: 'free',
    lengths: lengths.map((length) => length + start),
    groupings: [...lengths.map((length) => `${start}-${length}`), `${start}-3-3-3`, `${start}-4-3-3`],
    shape: new RegExp(`^${prefix}${body}$`),
    accept: (code) => passesVatCheck(prefix, code.slice(start)),
    found: [`VAT: ⟦${prefix}${example}⟧`, `⟦${prefix} ${example}⟧`],
    ignored: [`${prefix}${wrong}`, `${prefix}48`],
  });
}
