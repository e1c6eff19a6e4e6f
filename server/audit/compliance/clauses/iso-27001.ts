import type { Clause } from '../clause.ts';
import {
  accessChanges,
  clockMoves,
  contentsErased,
  exchanges,
  integrity,
  logReads,
  signIns,
} from './common-evidence.ts';

export const iso27001: readonly Clause[] = [
  {
    id: 'iso-8.15',
    law: 'iso-27001',
    number: 'A.8.15',
    asks: {
      en: 'Produce, store, protect and analyse logs; administrators cannot delete their own.',
      zh: '生成、存储、保护并分析日志；管理员不得删除自身日志。',
    },
    evidence: [exchanges, signIns, accessChanges, integrity],
    left: {
      en: 'Keep checkpoints out of reach of the administrator of the server.',
      zh: '将检查点存放在服务器管理员无法触及之处。',
    },
  },
  {
    id: 'iso-8.17',
    law: 'iso-27001',
    number: 'A.8.17',
    asks: { en: 'Synchronise clocks with an agreed source.', zh: '与约定时间源同步时钟。' },
    evidence: [clockMoves],
    left: { en: 'The clock is the server’s.', zh: '时间取自服务器时钟。' },
  },
  {
    id: 'iso-5.28',
    law: 'iso-27001',
    number: 'A.5.28',
    asks: { en: 'Collect and keep evidence so that it holds.', zh: '收集并保全有效证据。' },
    evidence: [integrity],
    also: {
      en: 'A proof of one entry can be checked offline, without the log.',
      zh: '单条条目的证明可离线核验，无需日志本身。',
    },
  },
  {
    id: 'iso-5.33',
    law: 'iso-27001',
    number: 'A.5.33',
    asks: {
      en: 'Protect records from loss, destruction, forgery and unwanted access.',
      zh: '防止记录丢失、毁坏、伪造和未授权访问。',
    },
    evidence: [integrity, logReads],
  },
  {
    id: 'iso-8.10',
    law: 'iso-27001',
    number: 'A.8.10',
    asks: { en: 'Delete information that is no longer needed.', zh: '删除不再需要的信息。' },
    evidence: [
      contentsErased,
      {
        shows: { en: 'What was deleted', zh: '已删除的内容' },
        types: ['conversation.deleted', 'knowledge.removed', 'collection.deleted'],
      },
    ],
  },
];
