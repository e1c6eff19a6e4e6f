import { boundedMatch } from '../bounded.ts';
import type { EntityFamily } from '../rule.ts';

/** Passports and travel permits: letter and digits without a public check, so the word must be there. */
export const chinesePermits: EntityFamily = {
  types: [
    {
      id: 'CN_PASSPORT',
      label: 'PASSPORT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['护照', '護照', 'passport'],
    },
    {
      id: 'CN_HKMO_EXIT_PERMIT',
      label: 'PERMIT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['港澳通行证', 'exit-entry permit', 'exit entry permit'],
    },
    {
      id: 'CN_TW_EXIT_PERMIT',
      label: 'PERMIT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['往来台湾通行证', '入台证', 'taiwan travel permit'],
    },
    {
      id: 'HKMO_HOME_RETURN_PERMIT',
      label: 'PERMIT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '回乡证',
        '回鄉證',
        '来往内地通行证',
        '來往內地通行證',
        'home return permit',
        'mainland travel permit',
      ],
    },
    {
      id: 'TW_COMPATRIOT_PERMIT',
      label: 'PERMIT',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['台胞证', '臺胞證', '来往大陆通行证', 'taiwan compatriot permit', 'mtp'],
    },
    {
      id: 'CN_MILITARY_ID',
      label: 'CN_ID',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['军官证', '士兵证', '文职干部证', '军人证', '义务兵证', 'military id', 'officer id'],
    },
    {
      id: 'CN_SOCIAL_SECURITY',
      label: 'CN_ID',
      tier: 'critical',
      locale: 'CN',
      canonical: 'compact',
      context: ['社保卡', '社会保障号', '社保号', '医保卡', '医保编号', 'social security card'],
    },
  ],
  rules: [
    permit(
      'cn-passport',
      'CN_PASSPORT',
      /(?:E[A-HJ-NP-Z]|[EGDSPH]\d)[ -]?\d{3}[ -]?\d{4}|[Ee][a-hj-np-z]\d{7}|[egdsph]\d{8}/g,
    ),
    permit(
      'cn-passport-spelled',
      'CN_PASSPORT',
      /[EGDSPHegdsph][ .\n-]?\w[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d[ .\n-]?\d/g,
    ),
    permit('cn-hkmo-exit-permit', 'CN_HKMO_EXIT_PERMIT', /[CWcw][A-HJ-NP-Za-hj-np-z0-9]\d{7}/g),
    permit('cn-tw-exit-permit', 'CN_TW_EXIT_PERMIT', /[LTlt]\d{8}/g),
    permit('hkmo-home-return-permit', 'HKMO_HOME_RETURN_PERMIT', /[HMhm] ?\d{8}(?:[ -]?\d{2})?/g),
    permit('tw-compatriot-permit', 'TW_COMPATRIOT_PERMIT', /\d{8}(?:\d{2}[A-Z])?/g),
    {
      id: 'cn-military-id-formal',
      type: 'CN_MILITARY_ID',
      kind: 'pattern',
      validator: 'format',
      score: 0.85,
      context: 'free',
      needs: '字第',
      pattern: /[军兵士文职广武海空北沈兰济南成参政后装]字第\d{6,8}/g,
      accept: boundedMatch,
    },
    permit('cn-military-id-labelled', 'CN_MILITARY_ID', /\d{6,8}/g),
    permit('cn-social-security', 'CN_SOCIAL_SECURITY', /[A-Za-z]?\d{7,17}[0-9Xx]/g),
  ],
};

function permit(id: string, type: string, pattern: RegExp): EntityFamily['rules'][number] {
  return {
    id,
    type,
    kind: 'pattern',
    validator: 'format, context',
    score: 0.75,
    context: 'required',
    pattern,
    accept: boundedMatch,
  };
}
