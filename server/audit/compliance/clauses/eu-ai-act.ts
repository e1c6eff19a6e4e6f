import type { Clause } from '../clause.ts';
import { contentChanges, exchanges, modelChanges, policyChanges, startsAndStops } from './common-evidence.ts';

const from = {
  en: 'Applies from 2 December 2027 to systems of Annex III and from 2 August 2028 to those of Annex I. Whether a use is high-risk is for the organisation to decide.',
  zh: '附件三系统自 2027 年 12 月 2 日起适用，附件一系统自 2028 年 8 月 2 日起适用。是否属于高风险用途由贵机构判断。',
};

export const euAiAct: readonly Clause[] = [
  {
    id: 'ai-act-12',
    law: 'eu-ai-act',
    number: 'Art. 12(1), (2)',
    asks: {
      en: 'Record events automatically over the whole life of the system, so that risks and changes can be traced.',
      zh: '在系统整个生命周期内自动记录事件，使风险和变更可追溯。',
    },
    evidence: [exchanges, modelChanges, policyChanges, contentChanges],
    left: from,
  },
  {
    id: 'ai-act-19',
    law: 'eu-ai-act',
    number: 'Art. 19(1), 26(6)',
    asks: {
      en: 'Keep the automatic logs for six months at least.',
      zh: '自动日志至少保存六个月。',
    },
    evidence: [startsAndStops],
    also: {
      en: 'The first and the last entry of the period below show how far back the log reaches.',
      zh: '以下所列首条与末条条目表明日志可追溯的范围。',
    },
    left: from,
  },
  {
    id: 'ai-act-26',
    law: 'eu-ai-act',
    number: 'Art. 26(5)',
    asks: {
      en: 'Monitor how the system works, and tell of risks and incidents.',
      zh: '监测系统运行，并报告风险和事故。',
    },
    evidence: [
      {
        shows: { en: 'Evaluations of the answers, and ratings by people', zh: '答案评测与人员评价' },
        types: ['evaluation.ran', 'conversation.rated'],
      },
      {
        shows: { en: 'Exchanges that failed or were refused', zh: '失败或被拒绝的问答' },
        types: ['exchange.failed', 'exchange.refused', 'exchange.aborted'],
      },
    ],
    left: from,
  },
];
