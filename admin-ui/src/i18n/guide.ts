import { defineTexts } from './define-texts.ts';

export const guide = defineTexts({
  en: {
    title: 'Getting started',
    lead: 'A short list to get going. Each step ticks itself off when it has happened.',
    progress: (done: number, total: number) => `${done} of ${total} done`,
    open: 'Open',
    done: 'Done',
    allDone: 'Everything is done.',
    skip: 'Skip for now',
    skipped: 'You skipped these steps. They stay here, under your name in the side bar.',
    resume: 'Take them up again',
    steps: {
      'change-password': {
        title: 'Choose your own password',
        text: 'The one you signed in with was given to you.',
        action: 'Change password',
      },
      'ask-sample': {
        title: 'Ask a question',
        text: 'The sample documents of a bank are already here. See the answer with its evidence.',
        action: 'Ask',
      },
      'import-document': {
        title: 'Import a document of your own',
        text: 'Make a collection and drop a file into it.',
        action: 'Open knowledge',
      },
      'bring-model': {
        title: 'Bring a larger model',
        text: 'The starter model quotes. A larger one writes its own sentences, still checked.',
        action: 'Open models',
      },
      'invite-people': {
        title: 'Invite people',
        text: 'Give each person the roles of their work, so that duties stay apart.',
        action: 'Invite',
      },
    },
  },
  zh: {
    title: '入门指引',
    lead: '简短的清单，帮您快速上手。每完成一步，都会自动打勾。',
    progress: (done: number, total: number) => `已完成 ${done}/${total}`,
    open: '未完成',
    done: '已完成',
    allDone: '全部完成。',
    skip: '暂时跳过',
    skipped: '您已跳过这些步骤。可随时在侧边栏您的姓名菜单中找到。',
    resume: '继续完成',
    steps: {
      'change-password': {
        title: '设置自己的密码',
        text: '您登录所用的密码是别人给的。',
        action: '修改密码',
      },
      'ask-sample': {
        title: '提一个问题',
        text: '已有一家银行的示例文档。看看答案及其依据。',
        action: '去提问',
      },
      'import-document': {
        title: '导入自己的文档',
        text: '创建一个知识集，把文件放进去。',
        action: '打开知识库',
      },
      'bring-model': {
        title: '引入更大的模型',
        text: '入门模型只引用原文；更大的模型会自己组织语句，并同样经过核对。',
        action: '打开模型',
      },
      'invite-people': {
        title: '邀请人员',
        text: '按工作为每个人分配角色，使职责彼此分离。',
        action: '去邀请',
      },
    },
  },
});
