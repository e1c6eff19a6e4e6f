import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { mobileCountryCodes } from '../tables/mobile-countries.ts';
import { passesLuhn } from '../validators/luhn.ts';

/** Numbers of devices and subscribers. */
export const devices: EntityFamily = {
  types: [
    device('IMEI', 'compact', ['imei', 'meid', 'imeisv', '设备号', '串号']),
    device('IMSI', 'compact', ['imsi', '国际移动用户识别码']),
    device('ICCID', 'compact', ['iccid', 'sim card', 'sim no', 'sim number', 'sim卡号', 'sim卡', '卡识别码']),
    device('UUID', 'exact', [
      'uuid',
      'device id',
      'deviceid',
      'device_id',
      'idfa',
      'idfv',
      'gaid',
      'oaid',
      'android_id',
      'android id',
      'advertising id',
      '设备id',
      '设备标识',
      '唯一标识',
      '广告标识',
    ]),
    device('DEVICE_SERIAL', 'exact', [
      'serial number',
      'serial no',
      'serial',
      's/n',
      'sn',
      '序列号',
      '设备序列号',
      '机身号',
    ]),
  ],
  rules: [
    {
      id: 'imei',
      type: 'IMEI',
      kind: 'number',
      validator: 'Luhn (3GPP TS 23.003), context',
      score: 0.85,
      context: 'required',
      keepUnverified: true,
      lengths: [15],
      groupings: ['2-6-6-1', '6-2-6-1', '8-6-1'],
      accept: passesLuhn,
      tests: {
        found: ['IMEI ⟦356938035643809⟧', '串号：⟦35-693803-564380-9⟧', 'IMEI: ⟦356938035643808⟧ mistyped'],
        ignored: ['order 356938035643809', 'IMEI of 35693803564'],
      },
    },
    {
      id: 'imei-sv',
      type: 'IMEI',
      kind: 'number',
      validator: 'sixteen digits, context',
      score: 0.75,
      context: 'required',
      lengths: [16],
      groupings: ['2-6-6-2', '8-6-2'],
      accept: (digits) => digits.startsWith('01') || digits.startsWith('35') || digits.startsWith('86'),
      tests: {
        found: ['IMEISV ⟦3569380356438012⟧'],
        ignored: ['IMEISV 9969380356438012', 'sum 3569380356438012'],
      },
    },
    {
      id: 'meid',
      type: 'IMEI',
      kind: 'code',
      validator: 'fourteen hexadecimal digits that begin with a letter, context',
      score: 0.8,
      context: 'required',
      lengths: [14],
      groupings: ['2-6-6'],
      shape: /^[A-F][0-9A-F]{13}$/,
      tests: {
        found: ['MEID ⟦A0000049A1B2C3⟧', 'meid: ⟦A0 000049 A1B2C3⟧'],
        ignored: ['code A0000049A1B2C3', 'MEID G0000049A1B2C3'],
      },
    },
    {
      id: 'imsi',
      type: 'IMSI',
      kind: 'number',
      validator: 'mobile country code (ITU-T E.212), context',
      score: 0.85,
      context: 'required',
      lengths: [14, 15],
      groupings: ['3-2-10', '3-3-9', '5-10', '3-2-9'],
      accept: (digits) => mobileCountryCodes.has(digits.slice(0, 3)),
      tests: {
        found: ['IMSI ⟦460001357924680⟧', 'imsi: ⟦310-260-135792468⟧'],
        ignored: ['IMSI 199001357924680', 'flow 460001357924680'],
      },
    },
    {
      id: 'iccid',
      type: 'ICCID',
      kind: 'number',
      validator: 'Luhn (ITU-T E.118), context',
      score: 0.9,
      context: 'required',
      keepUnverified: true,
      lengths: [19, 20],
      groupings: ['4-4-4-4-4', '4-4-4-4-3', '6-4-4-5', '6-4-4-6'],
      accept: (digits) => digits.startsWith('89') && (passesLuhn(digits) || passesLuhn(digits.slice(0, 19))),
      tests: {
        found: ['ICCID ⟦89860120801234567893⟧', 'SIM卡号：⟦8944500102198304826⟧'],
        ignored: ['order 8944500102198304826', 'ICCID 8944500102'],
      },
    },
    {
      id: 'device-uuid',
      type: 'UUID',
      kind: 'code',
      validator: 'version and variant (RFC 9562), context',
      score: 0.8,
      context: 'required',
      lengths: [32],
      groupings: ['8-4-4-4-12'],
      shape: /^[0-9A-F]{12}[1-8][0-9A-F]{3}[89AB][0-9A-F]{15}$/,
      tests: {
        found: [
          'device id: ⟦6f1c2a9e-3b47-4d58-9a60-1e2f3c4d5b6a⟧',
          'IDFA ⟦6F1C2A9E-3B47-4D58-9A60-1E2F3C4D5B6A⟧',
        ],
        ignored: [
          'request 6f1c2a9e-3b47-4d58-9a60-1e2f3c4d5b6a',
          'device id 6f1c2a9e-3b47-9d58-7a60-1e2f3c4d5b6a',
        ],
      },
    },
    {
      id: 'android-id',
      type: 'UUID',
      kind: 'code',
      locale: 'android',
      validator: 'sixteen hexadecimal digits, context',
      score: 0.75,
      context: 'required',
      lengths: [16],
      groupings: [],
      caseSensitive: true,
      shape: /^[0-9a-f]{16}$/,
      tests: {
        found: ['android_id=⟦9774d56d682e549c⟧'],
        ignored: ['trace 9774d56d682e549c', 'android id 9774d56d682e54'],
      },
    },
    {
      id: 'device-serial',
      type: 'DEVICE_SERIAL',
      kind: 'label',
      validator: 'letters and digits, context',
      score: 0.7,
      value: /[A-Za-z0-9]{2,20}(?:-[A-Za-z0-9]{2,12}){0,3}/y,
      accept: serialFound,
      tests: {
        found: ['Serial number: ⟦C02XK1JGH5⟧', '序列号：⟦SN20931847AB⟧', 'S/N ⟦FCW2144-L0AB⟧'],
        ignored: ['serial number is missing', 'serial killers', '序列号错误', 'serial 12'],
      },
    },
  ],
};

function device(
  id: string,
  canonical: 'compact' | 'exact',
  context: readonly string[],
): EntityFamily['types'][number] {
  return { id, label: 'DEVICE', tier: 'indirect', locale: '*', canonical, context };
}

function serialFound(match: RegExpExecArray, text: string): Span | undefined {
  const compact = match[0].replaceAll('-', '');
  const isSerial =
    compact.length >= 7 && compact.length <= 24 && /\d{2}/.test(compact) && /^[A-Z0-9]+$/.test(compact);
  return isSerial ? boundedMatch(match, text) : undefined;
}
