import type { Clause } from '../clause.ts';
import { contentChanges, contentsErased, exchanges, holds, integrity } from './common-evidence.ts';

export const sec17a4: readonly Clause[] = [
  {
    id: 'sec-17a-4.f.2.i',
    law: 'sec-17a-4',
    number: '17 CFR 240.17a-4(f)(2)(i)',
    asks: {
      en: 'Keep records unalterable, or with a complete time-stamped trail of every change and deletion, when and by whom, from which the original can be made again.',
      zh: '以不可更改方式保存记录，或保留每次更改和删除的完整时间戳轨迹（何时、何人），并可据此还原原件。',
    },
    evidence: [exchanges, contentChanges, contentsErased, holds, integrity],
    left: {
      en: 'Keep checkpoints on write-once storage, and set the term for which nothing is erased (`policies/retention.yaml`).',
      zh: '将检查点存于一次写入介质，并在 policies/retention.yaml 中设定不得擦除的期限。',
    },
  },
];
