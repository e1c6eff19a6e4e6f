import { boundedMatch, compactUpper } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';
import { isVin } from '../validators/vin.ts';

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z][ ·.•-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳挂领]/g;

/** Vehicles. */
export const vehicles: EntityFamily = {
  types: [
    {
      id: 'CN_LICENSE_PLATE',
      label: 'PLATE',
      tier: 'indirect',
      locale: 'CN',
      canonical: 'compact',
      context: ['车牌', '车牌号', '号牌', '车辆', 'license plate', 'plate number'],
    },
    {
      id: 'VIN',
      label: 'VIN',
      tier: 'indirect',
      locale: '*',
      canonical: 'compact',
      context: ['vin', 'chassis', '车架号', '车辆识别代号'],
    },
  ],
  rules: [
    {
      id: 'cn-license-plate',
      type: 'CN_LICENSE_PLATE',
      kind: 'pattern',
      validator: 'province table, GA 36',
      score: 0.9,
      context: 'free',
      pattern: PLATE,
      accept: plateFound,
    },
    {
      id: 'vin',
      type: 'VIN',
      kind: 'pattern',
      validator: 'ISO 3779 check digit, context',
      score: 0.85,
      context: 'required',
      pattern: /[A-HJ-NPR-Za-hj-npr-z0-9]{17}/g,
      accept: (match, text) => (isVin(compactUpper(match[0])) ? boundedMatch(match, text) : undefined),
    },
  ],
};

/** Five characters, or six on a new-energy plate: at least two of them digits. */
function plateFound(match: RegExpExecArray, text: string): Span | undefined {
  if ((match[0].slice(2).match(/\d/g)?.length ?? 0) < 2) return undefined;
  return boundedMatch(match, text);
}
