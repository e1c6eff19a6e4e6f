import { entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, NumberRule, PatternRule } from '../rule.ts';
import { boundedMatch } from '../bounded.ts';

/** How a state writes its tax numbers: office, district, number. */
interface StateForm {
  readonly state: string;
  /** Digits with which every office of the state begins. */
  readonly own: string;
  /** Digits of the state in the federal form of 13 digits. */
  readonly federal: string;
  readonly example: string;
}

const states: readonly StateForm[] = [
  { state: 'BW', own: '', federal: '28', example: '93/482/29173' },
  { state: 'BY', own: '', federal: '9', example: '181/482/29173' },
  { state: 'BE', own: '', federal: '11', example: '21/482/29173' },
  { state: 'BB', own: '0', federal: '30', example: '048/482/29173' },
  { state: 'HB', own: '', federal: '24', example: '75 482 29173' },
  { state: 'HH', own: '', federal: '22', example: '02/482/29173' },
  { state: 'HE', own: '0', federal: '26', example: '013 482 29173' },
  { state: 'MV', own: '0', federal: '40', example: '079/482/29173' },
  { state: 'NI', own: '', federal: '23', example: '24/482/29173' },
  { state: 'NW', own: '', federal: '5', example: '133/4829/1735' },
  { state: 'RP', own: '', federal: '27', example: '22/482/29173' },
  { state: 'SL', own: '0', federal: '10', example: '010/482/29173' },
  { state: 'SN', own: '2', federal: '32', example: '201/482/29173' },
  { state: 'ST', own: '1', federal: '31', example: '101/482/29173' },
  { state: 'SH', own: '', federal: '21', example: '29/482/29173' },
  { state: 'TH', own: '1', federal: '41', example: '151/482/29173' },
];

/** Kinds of entries: company of partners or of capital, co-operative, association, partnership. */
const registers: readonly (readonly [kind: string, what: string])[] = [
  ['HRA', 'partners'],
  ['HRB', 'capital'],
  ['GNR', 'co-operative'],
  ['VR', 'association'],
  ['PR', 'partnership'],
];

/** Tax offices' numbers and registers of Germany. */
export const germanRegisters: EntityFamily = {
  types: [
    entityType('DE_TAX_NUMBER', { label: 'TAX_ID', locale: 'DE' }, [
      'steuernummer',
      'steuer-nr',
      'steuernr',
      'st.-nr',
      'st-nr',
      'stnr',
      'finanzamt',
      'german tax number',
      '德国税号',
      '税号',
    ]),
    entityType('DE_HANDELSREGISTER', { label: 'ORG_ID', tier: 'indirect', locale: 'DE' }, [
      'handelsregister',
      'amtsgericht',
      'registergericht',
      'registernummer',
      'commercial register',
      '商业登记号',
      '德国商业登记',
    ]),
  ],
  rules: [...states.map(taxNumber), ...registers.map(([kind, what]) => registerEntry(kind, what))],
};

function taxNumber({ state, own, federal, example }: StateForm): NumberRule {
  const parts = example.split(/[ /]/);
  const [office = '', ...rest] = parts;
  const inFederalForm = `${federal}${office.slice(federal.length - 4)}0${rest.join('')}`;
  const length = parts.join('').length;
  return numberRule(`de-tax-number-${state.toLowerCase()}`, 'DE_TAX_NUMBER', {
    locale: `DE-${state}`,
    validator: 'form of the state, context',
    score: 0.7,
    lengths: [length, 13],
    groupings: [parts.map((part) => part.length).join('-')],
    accept: (digits) =>
      digits.length === 13 ? digits.startsWith(federal) && digits.charAt(4) === '0' : digits.startsWith(own),
    found: [`Steuernummer ⟦${example}⟧`, `Finanzamt, St.-Nr. ⟦${inFederalForm}⟧`],
    ignored: [`Rechnung ${example}`, `Steuernummer 6${inFederalForm.slice(1)}`],
  });
}

function registerEntry(kind: string, what: string): PatternRule {
  return {
    id: `de-register-${kind.toLowerCase()}`,
    type: 'DE_HANDELSREGISTER',
    kind: 'pattern',
    locale: 'DE',
    validator: `format, ${what}`,
    score: 0.8,
    context: kind.startsWith('HR') ? 'free' : 'required',
    needs: kind === 'GNR' ? 'GnR' : kind,
    pattern: new RegExp(`${kind === 'GNR' ? 'GnR' : kind} ?(?:Nr\\. ?)?\\d{1,6}(?: [A-Z]{1,2})?`, 'g'),
    accept: boundedMatch,
    tests: {
      found: [`Amtsgericht Ulm, ⟦${kind === 'GNR' ? 'GnR' : kind} 48291⟧`],
      ignored: [`Amtsgericht Ulm, ${kind === 'GNR' ? 'GnR' : kind} 4829173`, `${kind.toLowerCase()} 48291`],
    },
  };
}
