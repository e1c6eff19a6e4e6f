import type { Clause } from '../clause.ts';
import {
  accessChanges,
  contentsErased,
  contentsSeen,
  exchanges,
  integrity,
  logReads,
} from './common-evidence.ts';

export const gdpr: readonly Clause[] = [
  {
    id: 'gdpr-5.1',
    law: 'gdpr',
    number: 'Art. 5(1)(c), (e), (f)',
    asks: {
      en: 'Process no more personal data than needed, keep it no longer than needed, and protect it.',
      zh: '仅处理必要的个人数据，存储不超过必要期限，并加以保护。',
    },
    evidence: [exchanges, integrity],
    also: {
      en: 'Entries hold ids, types and counts, never a value; what was masked is counted by type.',
      zh: '条目只含标识、类型和数量，不含任何原值；被遮蔽的内容按类型计数。',
    },
    left: {
      en: 'Choose how long each class of data is kept, and write down why.',
      zh: '由贵机构确定各类数据的保存期限并记录理由。',
    },
  },
  {
    id: 'gdpr-5.2',
    law: 'gdpr',
    number: 'Art. 5(2)',
    asks: { en: 'Be able to show that the principles are kept.', zh: '能够证明遵守各项原则。' },
    evidence: [exchanges, accessChanges, integrity],
  },
  {
    id: 'gdpr-15',
    law: 'gdpr',
    number: 'Art. 12(3), 15',
    asks: {
      en: 'Tell a person within a month which of their data was used, when and what for.',
      zh: '一个月内告知个人其哪些数据在何时、为何目的被使用。',
    },
    evidence: [exchanges],
    left: {
      en: 'As a rule the dates and purposes are owed, not the names of the employees (CJEU C-579/21).',
      zh: '通常须提供日期和目的，而非员工姓名（欧盟法院 C-579/21）。',
    },
  },
  {
    id: 'gdpr-17',
    law: 'gdpr',
    number: 'Art. 17',
    asks: {
      en: 'Erase personal data on request, unless a duty or a claim stands against it.',
      zh: '应请求删除个人数据，除非存在法定义务或法律主张。',
    },
    evidence: [
      contentsErased,
      {
        shows: { en: 'Conversations and documents that were erased', zh: '已删除的对话和文档' },
        types: ['conversation.deleted', 'knowledge.removed'],
      },
    ],
    also: {
      en: 'The key of what is erased is destroyed, so that copies in back-ups do not open either.',
      zh: '删除时销毁密钥，备份中的副本同样无法打开。',
    },
    left: {
      en: 'No authority was found that accepts the destruction of keys as erasure in so many words.',
      zh: '未发现监管机构明文认可销毁密钥即为删除。',
    },
  },
  {
    id: 'gdpr-32',
    law: 'gdpr',
    number: 'Art. 25, 32(1)(b), (d)',
    asks: {
      en: 'Protect by design, keep systems sound, and test the measures regularly.',
      zh: '从设计上保护数据，确保系统可靠，并定期检验措施。',
    },
    evidence: [integrity, logReads, contentsSeen],
    also: {
      en: 'Nothing reaches a model unmasked: a path that skips masking does not compile, and a detector that fails closes it.',
      zh: '未经遮蔽的内容不会到达模型：跳过遮蔽的代码无法编译，检测器失效时路径关闭。',
    },
  },
  {
    id: 'gdpr-33',
    law: 'gdpr',
    number: 'Art. 33',
    asks: {
      en: 'Report a breach within 72 hours, with what is known of it.',
      zh: '在 72 小时内报告数据泄露及已知情况。',
    },
    evidence: [logReads, integrity],
    left: {
      en: 'Export the entries of the period and add what happened outside the product.',
      zh: '导出相关时段的条目，并补充产品之外的情况。',
    },
  },
];
