import { codeRule, entityType } from '../define-rule.ts';
import type { EntityFamily } from '../rule.ts';
import { isVin } from '../validators/vin.ts';

const INDIAN_STATES =
  'A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[AKP]|WB';

/** Chassis numbers, and registrations in India. */
export const vehicles: EntityFamily = {
  types: [
    entityType('VIN', { label: 'VIN', tier: 'indirect', locale: '*' }, [
      'vin',
      'chassis',
      'chassis number',
      'vehicle identification number',
      'fin',
      '车架号',
      '车辆识别代号',
      '车辆识别代码',
      '車架號',
    ]),
    entityType('IN_VEHICLE_REG', { label: 'PLATE', tier: 'indirect', locale: 'IN' }, [
      'registration number',
      'vehicle registration',
      'registration',
      'vehicle number',
      'number plate',
      'licence plate',
      'rc number',
      '印度车牌',
      '车牌',
    ]),
  ],
  rules: [
    codeRule('vin', 'VIN', {
      locale: 'CN, US, CA, MX',
      validator: 'ISO 3779 check digit, as GB 16735 and 49 CFR 565 ask for',
      score: 0.85,
      lengths: [17],
      groupings: ['3-6-8', '3-5-1-8', '3-6-1-7'],
      shape: /^[A-HJ-NPR-Z0-9]{17}$/,
      accept: isVin,
      found: ['VIN ⟦LSVAA49J132012345⟧', '车架号⟦LFV2A21K1E4012345⟧'],
      ignored: ['batch LSVAA49J132012345', 'VIN LSVAA49J932012345'],
    }),
    codeRule('vin-elsewhere', 'VIN', {
      validator: 'ISO 3779 region outside China and North America, context',
      score: 0.75,
      lengths: [17],
      groupings: ['3-6-8', '3-6-1-7'],
      shape: /^[ABCDEFGHJKMNPRSTUVWXYZ6-9][A-HJ-NPR-Z0-9]{11}[A-HJ-NPR-Z0-9]\d{4}$/,
      found: ['VIN ⟦WLKZZZ4RZ8K482917⟧'],
      ignored: ['batch WLKZZZ4RZ8K482917', 'VIN WLKZZZ4RZ8K48291'],
    }),
    codeRule('in-vehicle-registration', 'IN_VEHICLE_REG', {
      validator: 'state, district, series, number',
      lengths: [8, 9, 10, 11],
      groupings: ['2-2-1-4', '2-2-2-4', '2-2-3-4', '4-2-4', '4-1-4', '2-2-6', '4-6', '2-1-2-4', '2-1-3-4'],
      shape: new RegExp(`^(?:${INDIAN_STATES})\\d{1,2}[A-Z]{1,3}\\d{4}$`),
      standsAlone: true,
      found: ['vehicle registration ⟦KA 05 QR 4829⟧', '⟦MH12QR4829⟧'],
      ignored: ['part KA05QR4829', 'registration ZZ05QR4829'],
    }),
    codeRule('in-vehicle-registration-old', 'IN_VEHICLE_REG', {
      validator: 'state, district, number without a series, context',
      score: 0.7,
      lengths: [8],
      groupings: ['2-2-4', '4-4'],
      shape: new RegExp(`^(?:${INDIAN_STATES})\\d{6}$`),
      found: ['registration number ⟦KA 05 4829⟧'],
      ignored: ['part KA054829', 'registration ZZ054829'],
    }),
    codeRule('in-vehicle-registration-bharat', 'IN_VEHICLE_REG', {
      validator: 'Bharat series: year, BH, number, letters',
      lengths: [9, 10],
      groupings: ['2-2-4-1', '2-2-4-2', '4-4-2'],
      shape: /^2\dBH\d{4}[A-HJ-NP-Z]{1,2}$/,
      standsAlone: true,
      found: ['number plate ⟦22 BH 4829 QR⟧', '⟦22BH4829Q⟧'],
      ignored: ['part 22BH4829QR', 'number plate 12BH4829QR'],
    }),
    codeRule('in-vehicle-registration-diplomatic', 'IN_VEHICLE_REG', {
      validator: 'country, CC, CD or UN, number, context',
      score: 0.7,
      lengths: [5, 6, 7, 8, 9],
      groupings: ['2-2-3', '3-2-2', '2-2-4', '3-2-3', '3-2-4', '2-2-2'],
      shape: /^\d{1,3}(?:CC|CD|UN)\d{1,4}$/,
      found: ['vehicle registration ⟦48 CD 291⟧'],
      ignored: ['part 48CD291', 'registration 48CX291'],
    }),
  ],
};
