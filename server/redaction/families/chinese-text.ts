import { detectChineseText } from '../chinese/chinese-detector.ts';
import type { EntityFamily } from '../rule.ts';

/** Chinese personal names and postal addresses, read together. */
export const chineseText: EntityFamily = {
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
    {
      id: 'CN_ADDRESS',
      label: 'ADDRESS',
      tier: 'personal',
      locale: 'CN',
      canonical: 'compact',
      context: [
        '地址',
        '住址',
        '家住',
        '收件地址',
        '收货地址',
        '户籍',
        '户籍地',
        '居住地',
        '现住',
        '送货',
        '寄到',
        '寄往',
        '送到',
        '位于',
        '住在',
        '居住在',
        '通讯地址',
        '联系地址',
        '注册地址',
        '办公地址',
        '家庭住址',
        '地址是',
        'address',
      ],
    },
  ],
  rules: [
    {
      id: 'cn-name',
      type: 'CN_PERSON_NAME',
      kind: 'evidence',
      validator: 'surnames, given names, words around',
      score: 0.8,
      tests: {
        found: ['客户⟦林秋月⟧的电话', '请联系⟦欧阳清⟧先生', '参会人员：王芳、⟦陈立⟧'],
        ignored: ['方便面和马上就到的外卖', '项目经理需要在周三前提交材料', '黄山风景区很漂亮'],
      },
    },
    {
      id: 'cn-name-titled',
      type: 'CN_PERSON_NAME',
      kind: 'evidence',
      validator: 'surname before a title',
      score: 0.8,
      tests: { found: ['尊敬的⟦赵⟧先生'], ignored: ['请由部门总经理审批'] },
    },
    {
      id: 'cn-name-nickname',
      type: 'CN_PERSON_NAME',
      kind: 'evidence',
      validator: '小, 老, 阿 before a surname or a given name',
      score: 0.8,
      tests: { found: ['同事⟦小王⟧说他不来'], ignored: ['小时候的老朋友'] },
    },
    {
      id: 'cn-name-dotted',
      type: 'CN_PERSON_NAME',
      kind: 'evidence',
      validator: 'middle dot, Hanzi that write sounds',
      score: 0.8,
      tests: { found: ['姓名：⟦古丽娜·买买提⟧'], ignored: ['春·夏·秋·冬'] },
    },
    {
      id: 'cn-name-field',
      type: 'CN_PERSON_NAME',
      kind: 'evidence',
      validator: 'field of a form that holds a name',
      score: 0.8,
      tests: { found: ['姓名：⟦图雅⟧'], ignored: ['联系人：待定'] },
    },
    {
      id: 'cn-address',
      type: 'CN_ADDRESS',
      kind: 'evidence',
      validator: 'GB/T 2260, suffix grammar',
      score: 0.85,
      tests: {
        found: ['他住在⟦苏州市姑苏区平江路88号3幢502室⟧', '地址：⟦广东省佛山市禅城区季华五路⟧'],
        ignored: ['我在北京，今天天气不错', '浙江省杭州市西湖区人民政府发布通知'],
      },
    },
  ],
  detect: detectChineseText,
};
