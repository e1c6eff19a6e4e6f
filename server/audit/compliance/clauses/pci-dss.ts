import type { Clause } from '../clause.ts';
import {
  clockMoves,
  accessChanges,
  contentsSeen,
  exchanges,
  failedSignIns,
  integrity,
  keyChanges,
  logReads,
  policyChanges,
  refusals,
  signIns,
  startsAndStops,
} from './common-evidence.ts';

export const pciDss: readonly Clause[] = [
  {
    id: 'pci-10.2.1.1',
    law: 'pci-dss',
    number: '10.2.1.1',
    asks: { en: 'Log the access of each user to cardholder data.', zh: '记录每个用户对持卡人数据的访问。' },
    evidence: [
      exchanges,
      contentsSeen,
      {
        shows: {
          en: 'Values that were opened from tokens, and originals that were downloaded',
          zh: '由令牌还原的值与下载的原件',
        },
        types: ['redaction.opened', 'knowledge.downloaded'],
      },
    ],
  },
  {
    id: 'pci-10.2.1.2',
    law: 'pci-dss',
    number: '10.2.1.2',
    asks: { en: 'Log all that administrators do.', zh: '记录管理员的所有操作。' },
    evidence: [
      accessChanges,
      {
        shows: { en: 'Changes that were asked for with their permission', zh: '请求的变更及其权限' },
        types: ['change.requested', 'model.load-requested', 'model.unloaded'],
      },
    ],
  },
  {
    id: 'pci-10.2.1.3',
    law: 'pci-dss',
    number: '10.2.1.3',
    asks: { en: 'Log access to the audit logs.', zh: '记录对审计日志的访问。' },
    evidence: [logReads],
    left: {
      en: 'Commands that read the files offline leave no entry; restrict who may read the folder.',
      zh: '离线读取文件的命令不留条目；请限制可读取该目录的人员。',
    },
  },
  {
    id: 'pci-10.2.1.4',
    law: 'pci-dss',
    number: '10.2.1.4',
    asks: { en: 'Log invalid attempts to get in.', zh: '记录无效的访问尝试。' },
    evidence: [failedSignIns, refusals],
  },
  {
    id: 'pci-10.2.1.5',
    law: 'pci-dss',
    number: '10.2.1.5',
    asks: { en: 'Log changes of credentials and rights.', zh: '记录凭据和权限的变更。' },
    evidence: [accessChanges, keyChanges],
  },
  {
    id: 'pci-10.2.1.6',
    law: 'pci-dss',
    number: '10.2.1.6',
    asks: { en: 'Log when logs start, stop or pause.', zh: '记录日志的启动、停止或暂停。' },
    evidence: [startsAndStops],
  },
  {
    id: 'pci-10.2.1.7',
    law: 'pci-dss',
    number: '10.2.1.7',
    asks: {
      en: 'Log the creation and deletion of system objects.',
      zh: '记录系统对象的创建和删除。',
    },
    evidence: [
      policyChanges,
      {
        shows: { en: 'Collections and sources', zh: '知识集与来源' },
        types: ['collection.created', 'collection.deleted', 'source.created', 'source.deleted'],
      },
    ],
  },
  {
    id: 'pci-10.2.2',
    law: 'pci-dss',
    number: '10.2.2',
    asks: {
      en: 'Each record tells user, kind, time, result, origin and what it concerned.',
      zh: '每条记录须含用户、类型、时间、结果、来源和对象。',
    },
    evidence: [exchanges, signIns],
    also: {
      en: 'Entries hold actor, type, time, decision and the ids concerned.',
      zh: '条目包含操作者、类型、时间、决定及相关标识。',
    },
    left: {
      en: 'The address of a computer is personal data and in no entry; the logs of the proxy have it.',
      zh: '计算机地址属于个人数据，不写入条目；可从代理服务器日志获得。',
    },
  },
  {
    id: 'pci-10.3',
    law: 'pci-dss',
    number: '10.3.1 - 10.3.4',
    asks: {
      en: 'Limit who reads logs, protect them from change, copy them to a central server, and detect changes.',
      zh: '限制日志读取，防止更改，及时备份到中央服务器并检测更改。',
    },
    evidence: [logReads, integrity],
    left: {
      en: 'Send checkpoints to a place that the administrator cannot write.',
      zh: '将检查点发送到管理员无法写入的位置。',
    },
  },
  {
    id: 'pci-10.4',
    law: 'pci-dss',
    number: '10.4',
    asks: { en: 'Review logs daily, by machine where possible.', zh: '每日审查日志，尽可能自动化。' },
    evidence: [logReads],
    left: { en: 'Feed the OCSF or CEF export to your SIEM.', zh: '将 OCSF 或 CEF 导出接入 SIEM。' },
  },
  {
    id: 'pci-10.5.1',
    law: 'pci-dss',
    number: '10.5.1',
    asks: {
      en: 'Keep logs for twelve months, the last three at hand.',
      zh: '日志保存十二个月，最近三个月可立即查阅。',
    },
    evidence: [startsAndStops],
  },
  {
    id: 'pci-10.6',
    law: 'pci-dss',
    number: '10.6',
    asks: { en: 'Keep clocks in step.', zh: '保持时钟同步。' },
    evidence: [clockMoves],
    left: {
      en: 'Synchronise the clock of the server; the verifier remarks where it went back.',
      zh: '请同步服务器时钟；校验器会指出时间倒退之处。',
    },
  },
  {
    id: 'pci-10.7',
    law: 'pci-dss',
    number: '10.7.2, 10.7.3',
    asks: {
      en: 'Notice at once when logging fails, and act on it.',
      zh: '及时发现日志故障并处理。',
    },
    evidence: [integrity, startsAndStops],
    also: {
      en: 'Without an entry there is no answer: a log that cannot be written gives 503.',
      zh: '无法写入日志即不作答：返回 503。',
    },
  },
];
