import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { CodeRule, EntityFamily } from '../rule.ts';

const TYPE = 'US_LICENSE_PLATE';

/** Standard passenger plates: A stands for a letter, 9 for a digit; the first is the current serial. */
const serials: Readonly<Record<string, string>> = {
  AL: '9A9999A 99A999A 9A99A99 99A9999',
  AK: 'AAA999',
  AZ: 'AAA9999 A9AA99A AAA9AA9',
  AR: 'AAA99A 999AAA',
  CA: '9AAA999',
  CO: 'AAAA99 AAA999 999AAA',
  CT: 'AA99999 999AAA',
  DC: 'AA9999',
  FL: 'AAAA99 AA99AA 999AAA',
  GA: 'AAA9999',
  HI: 'AAA999',
  ID: '9A99999 A999999 9A9999A',
  IL: 'AA99999 A999999',
  IN: '999A 999AA 999AAA',
  IA: 'AAA999',
  KS: '9999AAA 999AAA',
  KY: 'A9A999 999AAA',
  LA: '999AAA',
  ME: '9999AA 999AAA',
  MD: '9AA9999',
  MA: '9AAA99 999AA9',
  MI: 'AAA9999 AAA999',
  MN: 'AAA999 999AAA',
  MS: 'AAA9999 AAA999',
  MO: 'AA9A9A',
  MT: '999999A 99999A',
  NE: 'AAA999 9A9999',
  NV: '99AA99 999A99',
  NJ: 'A99AAA AAA99A',
  NM: 'AAAA99 999AAA',
  NY: 'AAA9999',
  NC: 'AAA9999',
  ND: '999AAA',
  OH: 'AAA9999',
  OK: 'AAA999',
  OR: '999AAA',
  PA: 'AAA9999',
  RI: '9AA999 AA999',
  SC: 'AAA999 9999AA',
  SD: '9A9999 9AA999 99A999',
  TN: 'AAA9999 A9999A',
  TX: 'AAA9999',
  UT: 'A999AA A99AAA',
  VT: 'AAA999',
  VA: 'AAA9999',
  WA: 'AAA9999',
  WV: '9AA999 99A999',
  WI: 'AAA9999 999AAA',
  WY: '99999A',
};

/** States whose plates are digits alone. */
const digitSerials: readonly (readonly [state: string, lengths: readonly number[], example: string])[] = [
  ['DE', [6], '482917'],
  ['NH', [7], '4829173'],
];

/** Plates of the states and the District of Columbia. They look like anything, so the word must be there. */
export const americanPlates: EntityFamily = {
  types: [
    entityType(TYPE, { label: 'PLATE', tier: 'indirect', locale: 'US' }, [
      'license plate',
      'licence plate',
      'plate number',
      'number plate',
      'plate no',
      'license tag',
      'tag number',
      'plate',
      'plates',
      'registration plate',
      '车牌',
      '车牌号',
      '美国车牌',
    ]),
  ],
  rules: [
    ...Object.entries(serials).map(([state, forms]) => plate(state, forms.split(' '))),
    ...digitSerials.map(([state, lengths, example]) =>
      numberRule(`us-plate-${state.toLowerCase()}`, TYPE, {
        locale: `US-${state}`,
        validator: 'serial format, context',
        score: 0.5,
        lengths,
        groupings: ['3-4'],
        accept: () => true,
        found: [`license plate ⟦${example}⟧`],
        ignored: [`order ${example}`, `license plate ${example.slice(0, 5)}`],
      }),
    ),
  ],
};

function plate(state: string, forms: readonly string[]): CodeRule {
  const shapes = forms.map((form) => form.replaceAll('A', '[A-Z]').replaceAll('9', '\\d'));
  const [first = ''] = forms;
  const example = exampleOf(first);
  return codeRule(`us-plate-${state.toLowerCase()}`, TYPE, {
    locale: `US-${state}`,
    validator: 'serial format, context',
    score: 0.6,
    lengths: [...new Set(forms.map((form) => form.length))],
    groupings: [...new Set(forms.flatMap(groupingsOf))],
    shape: new RegExp(`^(?:${shapes.join('|')})$`),
    found: [`license plate ⟦${example}⟧`],
    ignored: [`part ${example}`, `license plate ${example.slice(0, 3)}`],
  });
}

/** The serial, with a separator where letters and digits meet. */
function groupingsOf(form: string): readonly string[] {
  const runs = form.match(/A+|9+/g) ?? [];
  const places = runs.slice(0, -1).map((_, index) => runs.slice(0, index + 1).join('').length);
  return places.map((place) => `${place}-${form.length - place}`);
}

function exampleOf(form: string): string {
  return form
    .split('')
    .map((kind, index) => (kind === 'A' ? 'QKBVRTM' : '4829173').charAt(index % 7))
    .join('');
}
