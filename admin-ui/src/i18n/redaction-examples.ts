import { defineTexts } from './define-texts.ts';

/** Texts to try masking with. No value in them belongs to anybody. */
export const redactionExamples = defineTexts({
  en: {
    label: 'Insert an example',
    letter: 'Letter',
    letterText:
      'Dear Ms Lin Yue, your passport E12345678 has arrived. We will call +44 20 7946 0958 or write to lin.yue@example.com about card 4111 1111 1111 1111.',
    form: 'Form',
    formText:
      'Name: Laura Bennett\nDate of birth: 14 March 1986\nIBAN: GB82 WEST 1234 5698 7654 32\nCVV: 737\nNational insurance number: AB 12 34 56 C',
    secrets: 'Secrets in a log',
    secretsText:
      'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\npostgres://app:s3cret-Pa55@db.example.org:5432/crm\nlogin from 203.0.113.77',
    disguised: 'Disguised',
    disguisedText:
      'card ４１１１－１１１１－１１１１－１１１１, mail bGluLnl1ZUBleGFtcGxlLmNvbQ==, wrong check digit: card number 4111 1111 1111 1112',
  },
  zh: {
    label: '插入示例',
    letter: '信件',
    letterText:
      '林悦女士您好，您的护照 E12345678 已办好。我们将致电 13800138000，或发送邮件至 lin.yue@example.com，说明银行卡 4111 1111 1111 1111 的情况。',
    form: '表单',
    formText:
      '姓名：王小明\n身份证号：11010519491231002X\n手机：138 0013 8000\n开户行账号：6222021234567890128\n住址：北京市朝阳区建国路88号院3号楼1201室',
    secrets: '日志中的密钥',
    secretsText:
      '数据库口令：s3cret-Pa55\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n登录地址 203.0.113.77',
    disguised: '变形写法',
    disguisedText:
      '卡号４１１１－１１１１－１１１１－１１１１，邮箱 bGluLnl1ZUBleGFtcGxlLmNvbQ==，校验位错误的身份证号：110105194912310021',
  },
});
