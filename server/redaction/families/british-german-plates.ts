import { boundedMatch } from '../bounded.ts';
import { codeRule, entityType } from '../define-rule.ts';
import type { CodeRule, EntityFamily } from '../rule.ts';

/** British series: letters of the area or of chance, the age, and where they stand (INF104, DVLA). */
const british: readonly (readonly [
  id: string,
  what: string,
  shape: RegExp,
  groupings: readonly string[],
  example: string,
  wrong: string,
])[] = [
  [
    'current',
    'since 2001: area, half-year, three letters',
    /^[A-HK-PRSV-Y][A-HJ-PR-Y](?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}$/,
    ['4-3', '2-2-3', '2-5'],
    'KV26 RTK',
    'KV45 RTK',
  ],
  [
    'prefix',
    '1983 to 2001: letter of the year first',
    /^[A-HJ-NP-TV-Y]\d{1,3}[A-HJ-PR-Y]{3}$/,
    ['4-3', '3-3', '2-3'],
    'K482 RTK',
    'K482 RT',
  ],
  [
    'suffix',
    '1963 to 1982: letter of the year last',
    /^[A-HJ-PR-Y]{3}\d{1,3}[A-HJ-NPR-TV-Y]$/,
    ['3-4', '3-3', '3-2'],
    'KVR 482M',
    'KV 4829M',
  ],
  [
    'dateless',
    'before 1963: letters and digits alone',
    /^[A-HJ-PR-Y]{1,3}\d{1,4}$|^\d{1,4}[A-HJ-PR-Y]{1,3}$/,
    ['3-3', '3-4', '2-4', '2-3', '4-2', '3-2'],
    'KVR 482',
    'KVRQ 482',
  ],
  [
    'northern-ireland',
    'Northern Ireland: I or Z among the letters',
    /^[A-Z]?(?:I[A-Z]|[A-Z]Z)\d{1,4}$/,
    ['3-4', '3-3', '2-4'],
    'KIZ 4829',
    'KIZ 48291',
  ],
  ['questioned', 'Q: age not known', /^Q\d{1,3}[A-HJ-PR-Y]{3}$/, ['4-3', '3-3'], 'Q482 KVR', 'Q4829 KVR'],
];

const germanDistrict = '[A-Z]{1,3}';

/** Every way in which district, letters and digits are set apart. */
const germanGroupings: readonly string[] = [1, 2, 3].flatMap((district) =>
  [1, 2, 3, 4, 5, 6].flatMap((rest) => [
    `${district}-${rest}`,
    ...[1, 2].map((letters) => `${district}-${letters}-${rest}`),
  ]),
);

/** Plates of the United Kingdom and Germany. */
export const britishGermanPlates: EntityFamily = {
  types: [
    entityType('UK_VEHICLE_REG', { label: 'PLATE', tier: 'indirect', locale: 'GB' }, [
      'registration',
      'number plate',
      'registration mark',
      'vehicle registration',
      'car reg',
      'reg number',
      'vrm',
      'vehicle',
      'vehicles',
      'reg',
      '英国车牌',
      '车牌',
      '车牌号',
    ]),
    entityType('DE_LICENSE_PLATE', { label: 'PLATE', tier: 'indirect', locale: 'DE' }, [
      'kennzeichen',
      'kfz-kennzeichen',
      'autokennzeichen',
      'nummernschild',
      'amtliches kennzeichen',
      'german plate',
      '德国车牌',
      '车牌',
    ]),
  ],
  rules: [
    ...british.map(([id, what, shape, groupings, example, wrong]) =>
      britishPlate(id, what, shape, groupings, example, wrong),
    ),
    germanPlate(
      'standard',
      'district, letters, digits',
      `${germanDistrict}[A-Z]{1,2}[1-9]\\d{0,3}`,
      'KU-QR 4829',
      'KU-QR 04829',
    ),
    germanPlate(
      'electric',
      'electric: E',
      `${germanDistrict}[A-Z]{1,2}[1-9]\\d{0,2}E`,
      'KU-QR 482E',
      'KU-QR 48291E',
    ),
    germanPlate(
      'historic',
      'historic: H',
      `${germanDistrict}[A-Z]{1,2}[1-9]\\d{0,2}H`,
      'KU-QR 482H',
      'KU-QR 48291H',
    ),
    germanPlate(
      'dealer',
      'dealers and tests: 05, 06, 07 or 04, 03 for short',
      `${germanDistrict}0[3-7]\\d{3,4}`,
      'KU-06482',
      'KU-09482',
    ),
    germanPlate('army', 'armed forces: Y', 'Y\\d{6}', 'Y-482917', 'Y-48291'),
    germanPlate(
      'federal',
      'federal bodies: BP, BD, BG, THW, X',
      '(?:BP|BD|BG|THW|X)\\d{2,6}',
      'THW-82917',
      'THW-8',
    ),
    germanPlate(
      'diplomatic',
      'diplomats: 0 and the country',
      '0\\d{2,3}\\d{1,3}[A-Z]?',
      '0 17-482A',
      '0 17-A',
    ),
    {
      id: 'de-plate-umlaut',
      type: 'DE_LICENSE_PLATE',
      kind: 'pattern',
      validator: 'district with Ä, Ö or Ü, letters, digits, context',
      score: 0.8,
      context: 'required',
      pattern: /[A-Z]?[ÄÖÜ][A-Z]?[- ][A-Z]{1,2}[- ]?[1-9]\d{0,3}[EH]?/g,
      accept: boundedMatch,
      tests: { found: ['Kennzeichen ⟦FÜ-QR 4829⟧'], ignored: ['Raum FÜ-QR 4829', 'Kennzeichen FÜ-QRS 4829'] },
    },
  ],
};

function britishPlate(
  id: string,
  what: string,
  shape: RegExp,
  groupings: readonly string[],
  example: string,
  wrong: string,
): CodeRule {
  return codeRule(`uk-plate-${id}`, 'UK_VEHICLE_REG', {
    validator: what,
    score: id === 'dateless' ? 0.55 : 0.75,
    lengths: [4, 5, 6, 7],
    groupings,
    shape,
    standsAlone: id === 'current' || id === 'prefix' || id === 'suffix',
    found: [`car registration ⟦${example}⟧`],
    ignored: [`part ${example}`, `registration ${wrong}`],
  });
}

function germanPlate(id: string, what: string, shape: string, example: string, wrong: string): CodeRule {
  return codeRule(`de-plate-${id}`, 'DE_LICENSE_PLATE', {
    validator: `${what}, context`,
    score: 0.75,
    lengths: [4, 5, 6, 7, 8],
    groupings: germanGroupings,
    shape: new RegExp(`^${shape}$`),
    found: [`Kennzeichen ⟦${example}⟧`],
    ignored: [`Teil ${example}`, `Kennzeichen ${wrong}`],
  });
}
