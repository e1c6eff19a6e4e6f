import { defineTexts } from './define-texts.ts';

/** What people call the roles. */
export const roleNames = defineTexts({
  en: {
    member: 'Member',
    agent: 'Agent',
    supervisor: 'Supervisor',
    'knowledge-editor': 'Knowledge editor',
    administrator: 'Administrator',
    auditor: 'Auditor',
    'privacy-officer': 'Privacy officer',
  },
  zh: {
    member: '成员',
    agent: '客服',
    supervisor: '主管',
    'knowledge-editor': '知识编辑',
    administrator: '管理员',
    auditor: '审计员',
    'privacy-officer': '隐私官',
  },
});
