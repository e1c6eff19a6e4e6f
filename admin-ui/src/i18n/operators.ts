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
    otherwise: 'otherwise',
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
    otherwise: '其他情况',
  },
});
