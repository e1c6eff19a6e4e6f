import { defineTexts } from './define-texts.ts';

/** What happens to a value that was found. */
export const operators = defineTexts({
  en: {
    names: {
      mask: 'Masked',
      hash: 'Hashed',
      generalise: 'Made coarser',
      partial: 'Shown in part',
      encrypt: 'Encrypted',
      block: 'Refused',
      warn: 'Let through with a warning',
      allow: 'Let through',
    },
    purposes: {
      chat: 'questions',
      embedding: 'embeddings',
      rerank: 'reranking',
      knowledge: 'the search index',
    },
    left: 'Left as it is',
    forRoles: (roles: string) => `for ${roles}`,
    forPurposes: (purposes: string) => `in ${purposes}`,
    rules: 'What else happens than masking, in this order',
    ruleOf: (values: string, happens: string) => `${values}: ${happens.toLowerCase()}`,
    tier: (tier: string) => `tier ${tier}`,
    otherwise: 'otherwise',
    notRestored: '(stays masked in the answer)',
    sameEverywhere: '(the same hash in all conversations)',
  },
  zh: {
    names: {
      mask: '遮蔽',
      hash: '哈希',
      generalise: '概括',
      partial: '部分显示',
      encrypt: '加密',
      block: '拒绝',
      warn: '放行并提醒',
      allow: '放行',
    },
    purposes: { chat: '提问', embedding: '向量化', rerank: '重排序', knowledge: '搜索索引' },
    left: '保留原样',
    forRoles: (roles: string) => `对${roles}`,
    forPurposes: (purposes: string) => `用于${purposes}`,
    rules: '遮蔽以外的处理，按此顺序',
    ruleOf: (values: string, happens: string) => `${values}：${happens}`,
    tier: (tier: string) => `${tier}级`,
    otherwise: '其他情况',
    notRestored: '（答案中也不还原）',
    sameEverywhere: '（所有对话中哈希相同）',
  },
});
