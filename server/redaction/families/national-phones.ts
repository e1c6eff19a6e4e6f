import type { NumberRule } from '../rule.ts';
import { nationalTelephones } from '../tables/national-telephones.ts';
import { createNationalCheck } from '../validators/telephone.ts';

/** Digits that lead out of the local network: 06 in Hungary, 8 in Russia, 0 in most countries, none in others. */
const trunks = ['', '0', '06', '8'];

/** Numbers as they are written inside one country: with a word that announces them, and assigned by its plan. */
export const nationalPhoneRules: readonly NumberRule[] = nationalTelephones.map(
  ([country, first, lengths, groupings, sample]) => {
    const begins = new RegExp(first);
    const isAssigned = createNationalCheck(country);
    return {
      id: `phone-${country.toLowerCase()}`,
      type: 'PHONE_INTL',
      kind: 'number',
      locale: country,
      validator: `numbering plan of ${country}, context`,
      score: 0.65,
      context: 'required',
      lengths: lengths.split(' ').map(Number),
      groupings: groupings.split(' '),
      accept: (digits) =>
        begins.test(digits) &&
        !isWrittenDate(digits) &&
        trunks.some((trunk) => digits.startsWith(trunk) && isAssigned(digits.slice(trunk.length))),
      tests: {
        found: [`phone ⟦${sample}⟧`, `电话：⟦${sample.replaceAll(/\D/g, '')}⟧`],
        ignored: [`lot ${sample}`, `phone ${sample.slice(0, 6)}`],
      },
    };
  },
);

function isWrittenDate(digits: string): boolean {
  return digits.length === 8 && /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}
