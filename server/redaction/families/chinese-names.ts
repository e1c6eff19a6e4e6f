import { chineseNameLength, isHanzi, surnameLength } from '../chinese-name.ts';
import type { EntityFamily, Span } from '../rule.ts';

const TITLE =
  /先生|女士|小姐|太太|经理|医生|大夫|老师|教授|律师|主任|总监|董事长|总经理|主管|护士|警官|法官|同学|师傅|阿姨|叔叔|書記|书记|局长|处长|科长|院长|校长|部长|總經理|經理|醫生|老師/g;
const OWNER =
  /的(?:手机|电话|联系|身份证|邮箱|银行卡|护照|住址|地址|账号|账户|微信|病历|车牌|密码|工号|生日)/g;
const FOLLOWED =
  /[,，、(（:： ]{0,2}(?:男|女|手机|电话|联系|身份证|邮箱|电子邮|护照|住址|地址|\d{4}年|1[3-9]\d{9}|\+86|tel|phone|mobile)/gi;

/** Chinese personal names: after a label, before a title, or as the owner of personal data. */
export const chineseNames: EntityFamily = {
  types: [
    {
      id: 'CN_PERSON_NAME',
      label: 'PERSON',
      tier: 'personal',
      locale: 'CN',
      canonical: 'spaced',
      context: (
        '姓名 名字 联系人 客户 用户 患者 病人 收件人 收货人 寄件人 发件人 持卡人 开户人 户名 账户名 法人 法定代表人 代表人 负责人 经办人 办理人 申请人 投保人 被保险人 受益人 ' +
        '登记人 车主 业主 房东 租客 承租方 出租方 旅客 乘客 乘车人 学生 家长 员工 同事 买家 卖家 甲方 乙方 原告 被告 委托人 担保人 借款人 收款人 付款人 汇款人 紧急联系人 ' +
        '我叫 我是 他叫 她叫 名叫 叫做 主治医生 主诊医生 驾驶员 司机 亲属 配偶 父亲 母亲 丈夫 妻子 儿子 女儿 参保人 会员 嫌疑人 当事人 证人 受害人 柜员 客户经理 请联系 联系 抄送 ' +
        '姓名 聯絡人 聯繫人 客戶 持卡人 戶名'
      ).split(' '),
    },
  ],
  rules: [
    {
      id: 'cn-name-labelled',
      type: 'CN_PERSON_NAME',
      kind: 'label',
      validator: 'surname table, negative words',
      score: 0.8,
      value: /[\u3400-\u9fff]{2,6}/y,
      accept: (match, text) => nameFrom(text, match.index),
    },
    {
      id: 'cn-name-before-title',
      type: 'CN_PERSON_NAME',
      kind: 'pattern',
      validator: 'surname table, title',
      score: 0.85,
      context: 'free',
      pattern: TITLE,
      accept: (match, text) => nameBefore(text, match.index, 1),
    },
    {
      id: 'cn-name-owner',
      type: 'CN_PERSON_NAME',
      kind: 'pattern',
      validator: 'surname table, personal data of',
      score: 0.75,
      context: 'free',
      needs: '的',
      pattern: OWNER,
      accept: (match, text) => nameBefore(text, match.index, 2),
    },
    {
      id: 'cn-name-followed',
      type: 'CN_PERSON_NAME',
      kind: 'pattern',
      validator: 'surname table, personal data next',
      score: 0.7,
      context: 'free',
      pattern: FOLLOWED,
      accept: (match, text) => nameFollowed(match, text),
    },
  ],
};

/** Surnames that are everyday words as well: they need a sign between the label and the name. */
const wordSurnames = '和由都那于时与向为应全但还从到在是有的';
/** Hanzi that end a word which introduces a name. */
const INTRODUCES = /[系是叫给和与跟向为由找请问的户人者员主生师方司长在对把被让到]/;

function nameFrom(text: string, start: number): Span | undefined {
  const isGlued = isHanzi(text.charAt(start - 1));
  if (isGlued && wordSurnames.includes(text.charAt(start))) return undefined;
  const length = chineseNameLength(text, start);
  return length === 0 ? undefined : { start, end: start + length };
}

/** The name that ends right before `end`: four to two characters, or before a title a surname alone. */
function nameBefore(text: string, end: number, shortest: number): Span | undefined {
  for (const size of [4, 3, 2]) {
    const start = end - size;
    if (start >= 0 && isIntroduced(text, start) && chineseNameLength(text, start) === size)
      return { start, end };
  }
  const isSurname = shortest === 1 && surnameLength(text, end - 1) === 1 && isIntroduced(text, end - 1);
  return isSurname && !wordSurnames.includes(text.charAt(end - 1)) ? { start: end - 1, end } : undefined;
}

/** A name begins after punctuation or after a word that introduces it, not in the middle of another word. */
function isIntroduced(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (!isHanzi(before)) return true;
  return INTRODUCES.test(before) && !wordSurnames.includes(text.charAt(start));
}

/** With no sign between name and what follows, the name must stand at the start of a clause. */
function nameFollowed(match: RegExpExecArray, text: string): Span | undefined {
  const span = nameBefore(text, match.index, 2);
  const isSeparated = /^[,，、(（:： ]/.test(match[0]);
  return span !== undefined && (isSeparated || !isHanzi(text.charAt(span.start - 1))) ? span : undefined;
}
