import { entityType, numberRule } from '../define-rule.ts';
import type { EntityFamily, PatternRule, Span } from '../rule.ts';
import { wholeMatch } from '../rule.ts';
import { isTd1, isTwoLineZone, isVisaZone } from '../validators/machine-readable-zone.ts';

/** Numbers of airlines on their tickets (IATA). */
const airlines: ReadonlySet<string> = new Set(
  (
    '001 006 012 014 016 020 023 027 037 043 045 047 053 055 057 065 071 074 075 079 080 081 082 083 086 098 105 106 108 ' +
    '112 117 125 126 131 134 139 141 147 157 160 172 173 176 180 182 188 205 217 220 229 230 232 235 239 257 262 265 279 ' +
    '288 297 324 390 462 479 489 512 555 577 603 607 618 624 672 679 695 706 724 731 738 757 771 774 781 784 803 807 816 ' +
    '822 826 831 836 843 847 851 859 866 871 872 876 880 886 891 893 898 900 910 928 933 950 988 999'
  ).split(' '),
);

const LINE = '[A-Z0-9<]';

/** Machine-readable zones and bookings. */
export const travelDocuments: EntityFamily = {
  types: [
    entityType('MRZ', { label: 'PASSPORT', locale: '*' }, [
      'mrz',
      'passport',
      'visa',
      'machine-readable zone',
      '护照',
      '签证',
      '机读码',
    ]),
    entityType('PNR_TICKET', { label: 'TICKET', tier: 'indirect', locale: '*' }, [
      'pnr',
      'booking reference',
      'booking code',
      'record locator',
      'reservation code',
      'confirmation code',
      'e-ticket',
      'ticket number',
      'ticket no',
      'ticket',
      '票号',
      '客票号',
      '机票号',
      '电子客票',
      '订座记录',
      '订座编码',
      '预订编号',
      '航班',
      '票號',
      '訂位代號',
    ]),
  ],
  rules: [
    zone(
      'mrz-td3',
      'passport: two lines of 44, five check digits',
      `P[A-Z<]${LINE}{42}[\\r\\n ]{1,2}${LINE}{44}`,
      isTwoLineZone,
      'P<UTOQUILL<<ORLA<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL4829173<7UTO8706124F3001019<<<<<<<<<<<<<<08',
    ),
    zone(
      'mrz-td2',
      'card: two lines of 36, four check digits',
      `[ACI][A-Z<]${LINE}{34}[\\r\\n ]{1,2}${LINE}{36}`,
      isTwoLineZone,
      'I<UTOQUILL<<ORLA<<<<<<<<<<<<<<<<<<<<\nL4829173<7UTO8706124F3001019<<<<<<<8',
    ),
    zone(
      'mrz-td1',
      'card: three lines of 30, four check digits',
      `[ACI][A-Z<]${LINE}{28}[\\r\\n ]{1,2}${LINE}{30}[\\r\\n ]{1,2}${LINE}{30}`,
      isTd1,
      'I<UTOL4829173<7<<<<<<<<<<<<<<<\n8706124F3001019UTO<<<<<<<<<<<8\nQUILL<<ORLA<<<<<<<<<<<<<<<<<<<',
    ),
    zone(
      'mrz-visa-a',
      'visa: two lines of 44, three check digits',
      `V[A-Z<]${LINE}{42}[\\r\\n ]{1,2}${LINE}{44}`,
      isVisaZone,
      'V<UTOQUILL<<ORLA<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nL4829173<7UTO8706124F3001019<<<<<<<<<<<<<<<<',
    ),
    zone(
      'mrz-visa-b',
      'visa: two lines of 36, three check digits',
      `V[A-Z<]${LINE}{34}[\\r\\n ]{1,2}${LINE}{36}`,
      isVisaZone,
      'V<UTOQUILL<<ORLA<<<<<<<<<<<<<<<<<<<<\nL4829173<7UTO8706124F3001019<<<<<<<<',
    ),
    {
      id: 'pnr-labelled',
      type: 'PNR_TICKET',
      kind: 'label',
      validator: 'six capitals or digits right after the word',
      score: 0.7,
      value: /[A-Z0-9]{6}/y,
      accept(match, text) {
        const next = text.charCodeAt(match.index + 6) | 0x20;
        const goesOn = (next >= 0x61 && next <= 0x7a) || /\d/.test(text.charAt(match.index + 6));
        return goesOn || /^\d+$/.test(match[0]) ? undefined : wholeMatch(match);
      },
      tests: {
        found: ['PNR: ⟦QK4R7B⟧', '订座记录：⟦QKBVRT⟧'],
        ignored: ['PNR: QK4R7', 'code QK4R7B', 'PNR: 482917'],
      },
    },
    numberRule('e-ticket', 'PNR_TICKET', {
      validator: 'airline, ten digits, and a check digit mod 7 where there is one',
      lengths: [13, 14],
      groupings: ['3-10', '3-4-6', '3-10-1'],
      accept: (digits) =>
        airlines.has(digits.slice(0, 3)) &&
        (digits.length === 13 || Number(digits.slice(3, 13)) % 7 === Number(digits.charAt(13))),
      found: ['票号：⟦999-4829173650⟧', 'e-ticket ⟦7814829173650⟧'],
      ignored: ['订单9994829173650', 'ticket 003-4829173650'],
    }),
  ],
};

function zone(
  id: string,
  what: string,
  pattern: string,
  check: (lines: readonly string[]) => boolean,
  example: string,
): PatternRule {
  return {
    id,
    type: 'MRZ',
    kind: 'pattern',
    validator: `ICAO 9303, ${what}`,
    score: 0.98,
    context: 'free',
    needs: '<<',
    pattern: new RegExp(pattern, 'g'),
    accept: (match): Span | undefined =>
      check(match[0].split(/[\r\n ]{1,2}/)) ? wholeMatch(match) : undefined,
    tests: { found: [`⟦${example}⟧`], ignored: [example.replace('870612', '870613')] },
  };
}
