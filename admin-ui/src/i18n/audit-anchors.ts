import { defineTexts } from './define-texts.ts';

export const auditAnchors = defineTexts({
  en: {
    title: 'Checkpoints elsewhere',
    none: 'No checkpoint is kept out of reach of this machine’s administrator. List anchors in policies/anchors.yaml: a file on another mount, a SIEM, a witness or a time-stamp service.',
    need: (need: number, all: number) => `${need} of ${all} must hold a checkpoint before it counts.`,
    strict: (seconds: number) =>
      `No exchange is answered while the newest such checkpoint is older than ${seconds} s.`,
    notStrict: 'Exchanges go on while they fall behind.',
    notYet: 'No checkpoint is held by enough of them yet.',
    name: 'Name',
    kind: 'Kind',
    kinds: { file: 'File', syslog: 'SIEM (syslog)', witness: 'Witness', stamp: 'Time stamp' },
    holds: 'Holds',
    nothing: 'Nothing yet',
    held: (entries: string, seconds: number) => `${entries} entries, signed ${seconds} s ago`,
    state: 'State',
    well: 'Up to date',
    fails: 'Last attempt failed',
  },
  zh: {
    title: '异地检查点',
    none: '没有任何检查点存放在本机管理员无法触及之处。请在 policies/anchors.yaml 中列出锚点：其他挂载点上的文件、SIEM、见证方或时间戳服务。',
    need: (need: number, all: number) => `${all} 个锚点中须有 ${need} 个持有检查点才算有效。`,
    strict: (seconds: number) => `最新有效检查点超过 ${seconds} 秒时，不再回答任何问题。`,
    notStrict: '锚点落后时问答照常进行。',
    notYet: '尚无检查点被足够多的锚点持有。',
    name: '名称',
    kind: '类型',
    kinds: { file: '文件', syslog: 'SIEM（syslog）', witness: '见证方', stamp: '时间戳' },
    holds: '持有',
    nothing: '尚无',
    held: (entries: string, seconds: number) => `${entries} 条，${seconds} 秒前签名`,
    state: '状态',
    well: '最新',
    fails: '上次尝试失败',
  },
});
