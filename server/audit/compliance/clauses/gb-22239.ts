import type { Clause } from '../clause.ts';
import {
  accessChanges,
  exchanges,
  failedSignIns,
  integrity,
  signIns,
  startsAndStops,
} from './common-evidence.ts';

/** 等级保护, level 3, security audit of the computing environment. */
export const gb22239: readonly Clause[] = [
  {
    id: 'gb-22239-8.1.4.3.a',
    law: 'gb-22239',
    number: 'GB/T 22239-2019 8.1.4.3 a)',
    asks: {
      en: 'Audit every user: important acts and security events.',
      zh: '审计覆盖到每个用户，对重要的用户行为和重要安全事件进行审计。',
    },
    evidence: [exchanges, signIns, failedSignIns, accessChanges],
    fromMemory: true,
  },
  {
    id: 'gb-22239-8.1.4.3.b',
    law: 'gb-22239',
    number: 'GB/T 22239-2019 8.1.4.3 b)',
    asks: {
      en: 'Records hold time, user, kind of event, whether it succeeded, and other facts.',
      zh: '审计记录包括时间、用户、事件类型、是否成功及其他相关信息。',
    },
    evidence: [exchanges, signIns],
    fromMemory: true,
  },
  {
    id: 'gb-22239-8.1.4.3.c',
    law: 'gb-22239',
    number: 'GB/T 22239-2019 8.1.4.3 c)',
    asks: {
      en: 'Protect records, and back them up, against unexpected deletion, change or overwriting.',
      zh: '保护审计记录并定期备份，避免受到未预期的删除、修改或覆盖。',
    },
    evidence: [integrity],
    left: {
      en: 'Back up `audit.db`, `checkpoints/` and `keys/` together; keep network logs for six months at least.',
      zh: '请一并备份 audit.db、checkpoints/ 和 keys/；相关网络日志至少保存六个月。',
    },
    fromMemory: true,
  },
  {
    id: 'gb-22239-8.1.4.3.d',
    law: 'gb-22239',
    number: 'GB/T 22239-2019 8.1.4.3 d)',
    asks: {
      en: 'Protect the audit process itself from being stopped without permission.',
      zh: '保护审计进程，防止未经授权的中断。',
    },
    evidence: [startsAndStops],
    also: {
      en: 'A product whose log cannot be written answers nothing.',
      zh: '日志无法写入时产品不作任何回答。',
    },
    fromMemory: true,
  },
];
