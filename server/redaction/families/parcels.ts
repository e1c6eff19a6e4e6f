import { boundedMatch } from '../bounded.ts';
import type { CodeRule, EntityFamily, LabelRule, NumberRule, RuleTests } from '../rule.ts';
import { isPostalItem } from '../validators/postal-item.ts';

const common = { type: 'CN_EXPRESS_NO', context: 'required', groupings: [] } as const;

/** Tracking numbers of parcels by carrier. */
export const parcels: EntityFamily = {
  types: [
    {
      id: 'CN_EXPRESS_NO',
      label: 'PARCEL',
      tier: 'attribute',
      locale: '*',
      canonical: 'compact',
      context: (
        'tracking number|tracking no|tracking|waybill|waybill number|parcel|shipment|ups|fedex|usps|dhl|' +
        '快递单号|运单号|运单|物流单号|快递|快递号|单号|物流|包裹|顺丰|圆通|中通|申通|韵达|京东|邮政|极兔|德邦|百世|菜鸟|取件'
      ).split('|'),
    },
  ],
  rules: [
    code('sf', '顺丰', [14, 15, 17], /^SF\d{12,15}$/, {
      found: ['顺丰单号⟦SF1234567890123⟧'],
      ignored: ['型号SF1234567890123', '快递SF12345'],
    }),
    code('yto', '圆通', [12, 15, 16, 17], /^YT\d{10,15}$/, {
      found: ['圆通⟦YT1234567890123⟧'],
      ignored: ['型号YT1234567890123', '快递YT12345'],
    }),
    code('jd', '京东', [13, 14, 15, 16, 17, 18], /^JD(?:V[A-Z]|X|[A-Z])\d{9,15}$/, {
      found: ['京东物流⟦JDVA01234567890⟧'],
      ignored: ['料号JDVA01234567890', '快递JD12'],
    }),
    code('zto', '中通', [14, 15, 16], /^ZT\d{12,14}$/, {
      found: ['中通⟦ZT123456789012⟧'],
      ignored: ['型号ZT123456789012', '快递ZT1'],
    }),
    code('sto', '申通', [14, 15], /^(?:ST|SO)\d{12,13}$/, {
      found: ['申通单号：⟦ST123456789012⟧'],
      ignored: ['型号ST123456789012', '快递ST1'],
    }),
    code('yunda', '韵达', [15, 17], /^YD\d{13,15}$/, {
      found: ['韵达⟦YD1234567890123⟧'],
      ignored: ['型号YD1234567890123', '快递YD1'],
    }),
    code('jt', '极兔', [15], /^JT\d{13}$/, {
      found: ['极兔⟦JT1234567890123⟧'],
      ignored: ['型号JT1234567890123', '快递JT1'],
    }),
    code('deppon', '德邦', [12, 13, 14, 15], /^DPK\d{9,12}$/, {
      found: ['德邦⟦DPK123456789012⟧'],
      ignored: ['型号DPK123456789012', '快递DPK1'],
    }),
    code('cainiao', '菜鸟', [15, 16, 17, 18], /^(?:CN|LP|BEST|HT)\d{12,16}$/, {
      found: ['菜鸟单号⟦LP0012345678901⟧'],
      ignored: ['型号LP0012345678901', '快递LP1'],
    }),
    code('ups', 'UPS', [18], /^1Z[A-Z0-9]{6}\d{10}$/, {
      found: ['UPS tracking ⟦1Z999AA10123456784⟧'],
      ignored: ['serial 1Z999AA10123456784', 'UPS 1Z999'],
    }),
    {
      ...common,
      id: 'parcel-s10',
      kind: 'code',
      context: 'free',
      validator: 'UPU S10: check digit, country',
      score: 0.85,
      lengths: [13],
      shape: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
      groupings: ['2-9-2', '2-3-3-3-2'],
      accept: isPostalItem,
      tests: {
        found: ['EMS ⟦EE123456785CN⟧ 已签收', '⟦RA 473124829 CN⟧'],
        ignored: ['EE123456784CN', 'EE123456785ZZ'],
      },
    },
    digits('yunda-digits', '韵达', [13], /^(?:43|46|31|10|12)/, {
      found: ['韵达快递单号⟦4312345678901⟧'],
      ignored: ['流水4312345678901', '快递8812345678901'],
    }),
    digits('zto-digits', '中通', [12, 14], /^(?:7[3-9]|6[38]|2[01]|5[34])/, {
      found: ['中通单号：⟦75312345678901⟧'],
      ignored: ['流水75312345678901', '快递95312345678901'],
    }),
    digits('sto-digits', '申通', [12, 13, 15], /^(?:77|88|22|33|66|55)/, {
      found: ['申通⟦772012345678901⟧'],
      ignored: ['流水772012345678901', '快递992012345678901'],
    }),
    digits('ems-digits', '邮政', [13], /^(?:9[0-9]|1[0-4])/, {
      found: ['邮政快递单号⟦9812345678901⟧'],
      ignored: ['流水9812345678901', '快递2812345678901'],
    }),
    digits('usps', 'USPS', [20, 22], /^9[1-5]/, {
      found: ['USPS tracking ⟦9400111899223197428490⟧'],
      ignored: ['token 9400111899223197428490', 'USPS 8400111899223197428490'],
    }),
    digits('fedex', 'FedEx', [12, 15], /^[1-9]/, {
      found: ['FedEx tracking number ⟦449044304137821⟧'],
      ignored: ['part 449044304137821', 'FedEx 049044304137821'],
    }),
    labelled(),
  ],
};

function code(
  id: string,
  carrier: string,
  lengths: readonly number[],
  shape: RegExp,
  tests: RuleTests,
): CodeRule {
  return {
    ...common,
    id: `parcel-${id}`,
    kind: 'code',
    locale: id,
    validator: `numbers of ${carrier}, context`,
    score: 0.8,
    lengths,
    shape,
    tests,
  };
}

function digits(
  id: string,
  carrier: string,
  lengths: readonly number[],
  first: RegExp,
  tests: RuleTests,
): NumberRule {
  return {
    ...common,
    id: `parcel-${id}`,
    kind: 'number',
    locale: id.replace('-digits', ''),
    validator: `numbers of ${carrier}, context`,
    score: 0.6,
    lengths,
    groupings: ['4-4-4-4-4-2', '4-4-4', '4-4-4-3'],
    accept: (number) => first.test(number),
    tests,
  };
}

function labelled(): LabelRule {
  return {
    id: 'parcel-labelled',
    type: 'CN_EXPRESS_NO',
    kind: 'label',
    validator: '10 to 22 letters and digits, context',
    score: 0.55,
    value: /[A-Z]{0,4}\d{10,18}[A-Z]{0,2}/y,
    accept: boundedMatch,
    tests: { found: ['运单号：⟦KY4000123456789⟧'], ignored: ['运单号：12345', '批次KY4000123456789'] },
  };
}
