import * as fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { isBritishVat, isUtr } from '../../../server/redaction/validators/british-numbers.ts';
import * as east from '../../../server/redaction/validators/eastern-european-numbers.ts';
import { passesVatCheck } from '../../../server/redaction/validators/eu-vat-numbers.ts';
import { isNir, isSirenOrSiret, isSpi } from '../../../server/redaction/validators/french-numbers.ts';
import { isGermanVat, isPensionNumber } from '../../../server/redaction/validators/german-numbers.ts';
import { passesMod1110 } from '../../../server/redaction/validators/iso-7064.ts';
import { isCodiceFiscale, isPartitaIva } from '../../../server/redaction/validators/italian-numbers.ts';
import { isJapaneseCorporateNumber } from '../../../server/redaction/validators/japanese-numbers.ts';
import { isKoreanBusinessNumber, isRrn } from '../../../server/redaction/validators/korean-numbers.ts';
import * as latin from '../../../server/redaction/validators/latin-american-numbers.ts';
import { passesLuhn } from '../../../server/redaction/validators/luhn.ts';
import * as nordic from '../../../server/redaction/validators/nordic-numbers.ts';
import { isBritishColumbiaPhn, isSin } from '../../../server/redaction/validators/north-american-numbers.ts';
import * as pacific from '../../../server/redaction/validators/pacific-african-numbers.ts';
import {
  isBusinessUen,
  isCompanyUen,
  isOtherUen,
} from '../../../server/redaction/validators/singapore-uen.ts';
import {
  isAadhaar,
  isGstin,
  isNpwp,
  isThaiId,
} from '../../../server/redaction/validators/south-asian-numbers.ts';
import { isCif, isSpanishPerson } from '../../../server/redaction/validators/spanish-numbers.ts';
import { isTckn } from '../../../server/redaction/validators/western-asian-numbers.ts';
import * as west from '../../../server/redaction/validators/western-european-numbers.ts';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Country and number in the independent library; `#` is any digit, `?` a check digit, `@` a check letter, `*` either. */
type Row = readonly [country: string, number: string, form: string, ours: (value: string) => boolean];

const rows: readonly Row[] = [
  ['AR', 'cuit', '20########?', latin.isCuit],
  ['AT', 'uid', 'U#######?', (value) => passesVatCheck('AT', value)],
  ['AT', 'vnr', '1##?120687', west.isSvnr],
  ['AU', 'abn', '5########??', pacific.isAbn],
  ['AU', 'acn', '1#######?', pacific.isAcn],
  ['AU', 'tfn', '1#######?', pacific.isTfn],
  ['BE', 'vat', '0#######??', (value) => passesVatCheck('BE', value)],
  ['BG', 'vat', '1#######?', (value) => passesVatCheck('BG', value)],
  ['BR', 'cpf', '1########??', latin.isCpf],
  ['BR', 'cnpj', '1###########??', latin.isCnpj],
  ['CA', 'sin', '1#######?', isSin],
  ['CA', 'bc_bhn', '9########?', isBritishColumbiaPhn],
  ['CH', 'ssn', '756#########?', west.isAhv],
  ['CL', 'rut', '1#######*', latin.isRut],
  ['CO', 'nit', '9########?', latin.isNit],
  ['CY', 'vat', '10######@', (value) => passesVatCheck('CY', value)],
  ['CZ', 'dic', '2######?', (value) => passesVatCheck('CZ', value)],
  ['CZ', 'rc', '876112###?', east.isBirthNumber],
  ['DE', 'vat', '1#######?', isGermanVat],
  ['DE', 'svnr', '65120687Q##?', isPensionNumber],
  ['DK', 'cvr', '1######?', nordic.isCvr],
  ['EE', 'kmkr', '10######?', (value) => passesVatCheck('EE', value)],
  ['ES', 'dni', '########@', isSpanishPerson],
  ['ES', 'nie', 'Y#######@', isSpanishPerson],
  ['ES', 'cif', 'G#######*', isCif],
  ['FI', 'alv', '1######?', nordic.isYTunnus],
  ['FR', 'nir', '187066#######??', isNir],
  ['FR', 'siren', '4#######?', isSirenOrSiret],
  ['FR', 'nif', '18########?0?', isSpi],
  ['GB', 'utr', '?#########', isUtr],
  ['GB', 'vat', '2######??', isBritishVat],
  ['GR', 'amka', '120687####?', east.isAmka],
  ['GR', 'vat', '0#######?', (value) => passesVatCheck('EL', value)],
  ['HR', 'oib', '1#########?', passesMod1110],
  ['HU', 'anum', '1######?', (value) => passesVatCheck('HU', value)],
  ['ID', 'npwp', '01######?482000', isNpwp],
  ['IE', 'pps', '1######@', west.isPpsn],
  ['IE', 'pps', '1######@A', west.isPpsn],
  ['IE', 'vat', '1######@', (value) => passesVatCheck('IE', value)],
  ['IL', 'idnr', '1#######?', passesLuhn],
  ['IN', 'aadhaar', '5##########?', isAadhaar],
  ['IN', 'gstin', '27QLBPR####K1Z*', isGstin],
  ['IT', 'codicefiscale', 'RSSMRA##H12F205@', isCodiceFiscale],
  ['IT', 'iva', '0######015?', isPartitaIva],
  ['JP', 'cn', '?############', isJapaneseCorporateNumber],
  ['KR', 'brn', '12345####?', isKoreanBusinessNumber],
  ['KR', 'rrn', '87061221####?', (value) => isRrn(value, 'korean')],
  ['LT', 'pvm', '1######1?', (value) => passesVatCheck('LT', value)],
  ['LU', 'tva', '1#####??', (value) => passesVatCheck('LU', value)],
  ['LV', 'pvn', '4#########?', (value) => passesVatCheck('LV', value)],
  ['MT', 'vat', '1#####??', (value) => passesVatCheck('MT', value)],
  ['MX', 'curp', 'QUIO870612MDFLRB#?', latin.isCurp],
  ['NL', 'bsn', '1#######?', west.isBsn],
  ['NO', 'fodselsnummer', '1206870##??', (value) => nordic.isFodselsnummer(value, 'birth')],
  ['NO', 'orgnr', '9#######?', nordic.isNorwegianOrganisation],
  ['NZ', 'ird', '10######?', pacific.isIrd],
  ['PL', 'nip', '1########?', east.isNip],
  ['PL', 'pesel', '870612####?', east.isPesel],
  ['PT', 'nif', '2#######?', west.isPortugueseNif],
  ['RO', 'cnp', '187061212###?', east.isCnp],
  ['RO', 'cui', '1######?', (value) => passesVatCheck('RO', value)],
  ['RU', 'inn', '1########?', east.isInn],
  ['RU', 'inn', '1#########??', east.isInn],
  ['SE', 'orgnr', '556######?', nordic.isSwedishOrganisation],
  ['SG', 'uen', '########@', isBusinessUen],
  ['SG', 'uen', '2010#####@', isCompanyUen],
  ['SG', 'uen', 'T01FC####*', isOtherUen],
  ['SI', 'ddv', '1######?', (value) => passesVatCheck('SI', value)],
  ['TH', 'idnr', '1101#########', isThaiId],
  ['TR', 'tckimlik', '1########??', isTckn],
  ['ZA', 'idnr', '870612####08?', pacific.isSouthAfricanId],
];

/** Every way in which the marks of a form can be filled. */
function fillings(form: string): readonly string[] {
  const place = form.search(/[?@*]/);
  if (place < 0) return [form];
  const kinds = { '?': DIGITS, '@': LETTERS, '*': DIGITS + LETTERS };
  const alphabet = kinds[form.charAt(place) as keyof typeof kinds];
  return alphabet
    .split('')
    .flatMap((character) => fillings(form.slice(0, place) + character + form.slice(place + 1)));
}

describe('a national number', () => {
  it.each(rows)('%s %s %s is judged as an independent library judges it', (country, number, form, ours) => {
    const theirs = stdnum[country]?.[number];
    const count = form.split('#').length - 1;
    const digits = fc.string({
      unit: fc.constantFrom(...DIGITS.split('')),
      minLength: count,
      maxLength: count,
    });
    const check = fc.property(digits, (filling) => {
      let place = 0;
      const value = form.replaceAll('#', () => filling.charAt(place++));
      for (const filled of fillings(value)) {
        expect([filled, ours(filled)]).toEqual([filled, theirs?.validate(filled).isValid]);
      }
    });
    fc.assert(check, { numRuns: 15 });
  });
});
