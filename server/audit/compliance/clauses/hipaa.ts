import type { Clause } from '../clause.ts';
import { accessChanges, contentsSeen, exchanges, integrity, logReads, signIns } from './common-evidence.ts';

export const hipaa: readonly Clause[] = [
  {
    id: 'hipaa-164.312.b',
    law: 'hipaa',
    number: '45 CFR 164.312(b)',
    asks: {
      en: 'Record and examine activity in systems that hold electronic health information.',
      zh: '记录并检查含电子健康信息系统中的活动。',
    },
    evidence: [exchanges, signIns, logReads, contentsSeen],
  },
  {
    id: 'hipaa-164.312.c.1',
    law: 'hipaa',
    number: '45 CFR 164.312(c)(1)',
    asks: {
      en: 'Protect health information from improper change or destruction.',
      zh: '防止健康信息被不当更改或销毁。',
    },
    evidence: [integrity],
    also: {
      en: 'Each entry is under a signed checkpoint; copies of checkpoints kept elsewhere expose a rewritten log.',
      zh: '每条条目均受签名检查点保护；另存的检查点可揭露被改写的日志。',
    },
  },
  {
    id: 'hipaa-164.308.a.1',
    law: 'hipaa',
    number: '45 CFR 164.308(a)(1)(ii)(D)',
    asks: { en: 'Review records of activity regularly.', zh: '定期审查活动记录。' },
    evidence: [logReads, integrity],
    left: {
      en: 'Decide who reviews how often; each look through the log is an entry.',
      zh: '确定审查人员和频率；每次查阅日志都会留下条目。',
    },
  },
  {
    id: 'hipaa-164.316.b.2',
    law: 'hipaa',
    number: '45 CFR 164.316(b)(2)(i)',
    asks: {
      en: 'Keep the documentation of policies and actions for six years.',
      zh: '政策和措施的文档保存六年。',
    },
    evidence: [accessChanges],
    left: {
      en: 'It speaks of documentation, not literally of logs; choose a retention of six years where you rely on the log for it.',
      zh: '条文所指为文档而非日志本身；若以日志履行该义务，请将保存期设为六年。',
    },
  },
];
