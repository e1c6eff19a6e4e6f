import type { EntryEvidence } from '../clause.ts';

/** What several laws ask for in other words. */

export const exchanges: EntryEvidence = {
  shows: {
    en: 'Each exchange: who, by which policy, on which model and sources, and what became of it',
    zh: '每次问答：何人、依据何种策略、使用哪个模型和来源、结果如何',
  },
  types: [
    'exchange.intended',
    'exchange.completed',
    'exchange.failed',
    'exchange.refused',
    'exchange.aborted',
  ],
};

export const accessChanges: EntryEvidence = {
  shows: {
    en: 'People and keys that were added, changed or barred',
    zh: '人员和密钥的新增、变更与停用',
  },
  types: ['user.created', 'user.updated', 'sessions.ended', 'api-key.created', 'api-key.revoked'],
};

export const signIns: EntryEvidence = {
  shows: { en: 'Sign-ins and sign-outs', zh: '登录与退出' },
  types: ['auth.signed-in', 'auth.signed-out'],
};

export const failedSignIns: EntryEvidence = {
  shows: { en: 'Failed sign-ins', zh: '登录失败' },
  types: ['auth.failed'],
};

export const refusals: EntryEvidence = {
  shows: { en: 'Requests that policy refused', zh: '被策略拒绝的请求' },
  types: ['policy.denied', 'exchange.refused'],
};

export const integrity: EntryEvidence = {
  shows: { en: 'Verifications of the log, with what they found', zh: '日志校验及其结果' },
  types: ['audit.verified'],
};

export const logReads: EntryEvidence = {
  shows: { en: 'Who read, searched or exported the log', zh: '何人阅读、检索或导出了日志' },
  types: ['audit.read', 'audit.searched', 'audit.exported', 'audit.reported'],
};

export const startsAndStops: EntryEvidence = {
  shows: {
    en: 'Starts and stops of the log, and signs of life between them',
    zh: '日志的启动与停止，以及其间的存活记录',
  },
  types: ['audit.started', 'audit.stopped', 'audit.heartbeat', 'audit.restored'],
};

export const clockMoves: EntryEvidence = {
  shows: { en: 'When the clock was moved, and from what to what', zh: '时钟被调整的时刻及前后时间' },
  types: ['clock.jumped'],
};

export const policyChanges: EntryEvidence = {
  shows: { en: 'The policy bundle in force from each start on', zh: '每次启动起生效的策略包' },
  types: ['policy.loaded'],
};

export const modelChanges: EntryEvidence = {
  shows: { en: 'Models that were loaded, with the digests of their files', zh: '加载的模型及其文件摘要' },
  types: ['model.loaded', 'model.load-failed', 'model.unloaded', 'model.verified'],
};

export const contentChanges: EntryEvidence = {
  shows: {
    en: 'Documents and answers that were added, changed or removed',
    zh: '文档和答案的新增、变更与删除',
  },
  types: [
    'knowledge.imported',
    'knowledge.removed',
    'document.updated',
    'collection.created',
    'collection.updated',
    'collection.deleted',
    'faq.approved',
    'faq.retired',
  ],
};

export const contentsSeen: EntryEvidence = {
  shows: {
    en: 'Texts of exchanges that were shown, by whom it was asked and who agreed',
    zh: '被查看的问答文本，以及申请人与同意人',
  },
  types: ['content.opened', 'approval.requested', 'approval.granted', 'approval.refused'],
};

export const contentsErased: EntryEvidence = {
  shows: {
    en: 'Texts of exchanges that were erased, and erasures that a hold or a term stood against',
    zh: '被擦除的问答文本，以及因保留或期限未执行的擦除',
  },
  types: ['content.erased', 'content.kept'],
};

export const holds: EntryEvidence = {
  shows: { en: 'Holds that were set and cleared', zh: '保留的设置与解除' },
  types: ['hold.set', 'hold.cleared'],
};

export const keyChanges: EntryEvidence = {
  shows: { en: 'Rotations of the key that signs the log', zh: '日志签名密钥的轮换' },
  types: ['key.rotated'],
};
