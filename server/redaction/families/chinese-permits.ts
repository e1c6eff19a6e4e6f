import { boundedMatch } from '../bounded.ts';
import { codeRule, entityType, numberRule } from '../define-rule.ts';
import type { CodeRule, EntityFamily } from '../rule.ts';

const PERMIT = { label: 'PERMIT', locale: 'CN' };
/** Nine pieces: how a number is written that is read out, one character at a time. */
const SPELLED = '1-1-1-1-1-1-1-1-1';

/** Passports and travel permits: letter and digits without a public check, so the word must be there. */
export const chinesePermits: EntityFamily = {
  types: [
    entityType('CN_PASSPORT', { label: 'PASSPORT', locale: 'CN' }, [
      '护照',
      '護照',
      'passport',
      'passport no',
      'passport number',
    ]),
    entityType('CN_HKMO_EXIT_PERMIT', PERMIT, [
      '港澳通行证',
      '港澳通行證',
      'exit-entry permit',
      'exit entry permit',
    ]),
    entityType('CN_TW_EXIT_PERMIT', PERMIT, [
      '往来台湾通行证',
      '往來台灣通行證',
      '大通证',
      '入台证',
      'taiwan travel permit',
    ]),
    entityType('HKMO_HOME_RETURN_PERMIT', PERMIT, [
      '回乡证',
      '回鄉證',
      '回乡卡',
      '来往内地通行证',
      '來往內地通行證',
      '通行证',
      'home return permit',
      'mainland travel permit',
    ]),
    entityType('TW_COMPATRIOT_PERMIT', PERMIT, [
      '台胞证',
      '臺胞證',
      '台胞證',
      '来往大陆通行证',
      '來往大陸通行證',
      'taiwan compatriot permit',
      'mtp',
    ]),
  ],
  rules: [
    passport('e', 'ordinary, since 2012', /^E\d{8}$/, 'E48291736'),
    passport('e-letter', 'ordinary, since 2016', /^E[A-HJ-NP-Z]\d{7}$/, 'EA4829173'),
    passport('g', 'ordinary, until 2012', /^G\d{8}$/, 'G48291736'),
    passport('d', 'diplomatic', /^(?:D\d{8}|DE\d{7})$/, 'DE4829173'),
    passport('s', 'service', /^(?:S\d{8}|SE\d{7})$/, 'SE4829173'),
    passport('p', 'public affairs', /^(?:P\d{8}|PE\d{7})$/, 'PE4829173'),
    passport('hk', 'Hong Kong SAR', /^(?:[HK]\d{8}|[HK][A-HJ-NP-Z]\d{7})$/, 'KJ4829173', 'HK'),
    passport('mo', 'Macao SAR', /^M[A-HJ-NP-Z]\d{7}$/, 'MA4829173', 'MO'),
    {
      id: 'cn-passport-spelled',
      type: 'CN_PASSPORT',
      kind: 'pattern',
      validator: 'format, context; read out or over two lines',
      score: 0.75,
      context: 'required',
      begins: 'word',
      pattern:
        /[EGDSPHegdsph][ .\n-]?\w[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d/g,
      accept: boundedMatch,
      tests: { found: ['护照号⟦E 4829\n1736⟧'], ignored: ['型号E 4829\n1736', '护照号E 4829\n173'] },
    },
    permit('cn-hkmo-exit-permit', 'CN_HKMO_EXIT_PERMIT', {
      validator: 'C and eight digits, context',
      shape: /^C\d{8}$/,
      found: ['往来港澳通行证⟦C72819304⟧'],
      ignored: ['型号C72819304', '港澳通行证C7281930'],
    }),
    permit('cn-hkmo-exit-permit-letter', 'CN_HKMO_EXIT_PERMIT', {
      validator: 'C, letter without I and O, seven digits, context',
      shape: /^C[A-HJ-NP-Z]\d{7}$/,
      found: ['往来港澳通行证⟦CA7281930⟧'],
      ignored: ['型号CA7281930', '港澳通行证CI7281930'],
    }),
    permit('cn-hkmo-exit-permit-booklet', 'CN_HKMO_EXIT_PERMIT', {
      validator: 'W and eight digits of the booklet before 2014, context',
      shape: /^W\d{8}$/,
      found: ['往来港澳通行证⟦W72819304⟧'],
      ignored: ['型号W72819304', '港澳通行证W7281930'],
    }),
    permit('cn-tw-exit-permit', 'CN_TW_EXIT_PERMIT', {
      validator: 'L and eight digits, context',
      shape: /^L\d{8}$/,
      found: ['往来台湾通行证号⟦L20194837⟧'],
      ignored: ['型号L20194837', '入台证L2019483'],
    }),
    permit('cn-tw-exit-permit-booklet', 'CN_TW_EXIT_PERMIT', {
      validator: 'T and eight digits of the booklet before 2016, context',
      shape: /^T\d{8}$/,
      found: ['往来台湾通行证号⟦T20194837⟧'],
      ignored: ['型号T20194837', '入台证T2019483'],
    }),
    permit('hk-home-return-permit', 'HKMO_HOME_RETURN_PERMIT', {
      locale: 'HK',
      validator: 'H and eight digits, context (card of 2013)',
      shape: /^H\d{8}$/,
      found: ['回乡证：⟦H02819374⟧'],
      ignored: ['型号H02819374', '回乡证H0281937'],
    }),
    permit('mo-home-return-permit', 'HKMO_HOME_RETURN_PERMIT', {
      locale: 'MO',
      validator: 'M and eight digits, context (card of 2013)',
      shape: /^M\d{8}$/,
      found: ['来往内地通行证⟦M02819374⟧'],
      ignored: ['型号M02819374', '回乡证M0281937'],
    }),
    permit('hk-home-return-permit-1999', 'HKMO_HOME_RETURN_PERMIT', {
      locale: 'HK',
      validator: 'H, eight digits and two of the renewal, context (card of 1999)',
      lengths: [11],
      groupings: ['9-2', '1-8-2'],
      shape: /^H\d{10}$/,
      found: ['回乡证：⟦H0281937401⟧'],
      ignored: ['型号H0281937401', '回乡证H028193740'],
    }),
    permit('mo-home-return-permit-1999', 'HKMO_HOME_RETURN_PERMIT', {
      locale: 'MO',
      validator: 'M, eight digits and two of the renewal, context (card of 1999)',
      lengths: [11],
      groupings: ['9-2', '1-8-2'],
      shape: /^M\d{10}$/,
      found: ['回乡证：⟦M0281937401⟧'],
      ignored: ['型号M0281937401', '回乡证M028193740'],
    }),
    numberRule('tw-compatriot-permit', 'TW_COMPATRIOT_PERMIT', {
      validator: 'eight digits of the card since 2015, context',
      score: 0.75,
      lengths: [8],
      accept: () => true,
      found: ['台胞证号 ⟦01928374⟧'],
      ignored: ['单号01928374', '台胞证0192837'],
    }),
    codeRule('tw-compatriot-permit-booklet', 'TW_COMPATRIOT_PERMIT', {
      validator: 'ten digits and a letter of the booklet, context',
      score: 0.75,
      lengths: [11],
      groupings: ['10-1'],
      shape: /^\d{10}[A-Z]$/,
      found: ['台胞证号 ⟦0192837401B⟧'],
      ignored: ['单号0192837401B', '台胞证019283740B'],
    }),
  ],
};

type Form = Omit<Parameters<typeof codeRule>[2], 'lengths'> & { readonly lengths?: readonly number[] };

function permit(id: string, type: string, form: Form): CodeRule {
  return codeRule(id, type, {
    score: 0.75,
    lengths: [9],
    groupings: ['1-8', '1-4-4', '5-4', SPELLED],
    ...form,
  });
}

function passport(kind: string, what: string, shape: RegExp, example: string, locale = 'CN'): CodeRule {
  return codeRule(`cn-passport-${kind}`, 'CN_PASSPORT', {
    locale,
    validator: `format, ${what}, context`,
    score: 0.75,
    lengths: [9],
    groupings: ['1-8', '2-7', '1-4-4', '5-4', '1-3-5', '2-3-4', '5-4', SPELLED],
    shape,
    found: [`护照号⟦${example}⟧`, `passport no. ⟦${example}⟧`],
    ignored: [`型号${example}`, `护照号${example.slice(0, 8)}`],
  });
}
