/** What the ending of a name says of whom it names. */
export type FirmKind = (typeof kinds)[number];

const kinds = ['company', 'bank', 'hospital', 'school', 'institute', 'authority'] as const;

const endings: Readonly<Record<FirmKind, string>> = {
  company:
    '股份有限公司 有限责任公司 集团有限公司 有限公司 集团公司 总公司 公司 控股集团 集团 律师事务所 会计师事务所 税务师事务所 事务所 合作社 工作室 酒店 商行 药房 超市 制药厂 机械厂 化工厂 电子厂 加工厂',
  bank: '银行 信用社 农信社 信用合作联社',
  hospital: '医院 卫生院 卫生服务中心 妇幼保健院 保健院 疗养院 诊所',
  school: '大学 学院 职业技术学校 职业学校 学校 中学 小学 幼儿园 党校',
  institute:
    '研究院 研究所 设计院 科学院 实验室 博物馆 图书馆 出版社 报社 电视台 协会 学会 基金会 商会 福利院 敬老院',
  authority:
    '人民政府 人民法院 人民检察院 法院 检察院 委员会 公安局 公安分局 派出所 税务局 教育局 财政局 民政局 监督管理局 管理局 街道办事处 办事处 居委会 村委会 海关 邮政局 气象局 统计局 商务局 交通局 水务局 卫生局 公安厅 教育厅 财政厅 民政厅 司法厅 司法局 社保局 信访局',
};

/** Kind of each ending. */
export const firmKinds: ReadonlyMap<string, FirmKind> = new Map(
  kinds.flatMap((kind) => endings[kind].split(' ').map((ending) => [ending, kind] as const)),
);

/** Every ending, the longest of those that begin alike first. */
export const FIRM_ENDING = new RegExp(
  [...firmKinds.keys()].toSorted((one, other) => other.length - one.length).join('|'),
  'g',
);

/** Authorities of the whole country carry no region. */
export const NATIONAL_HEADS = /^(?:中国|中华|中央|国家|全国|国务院|最高|财政部|教育部)/;

/** What stands before an ending and names nobody: 上市公司, 手机银行, 附近的医院. */
export const GENERIC_HEADS: ReadonlySet<string> = new Set(
  (
    '我们 你们 他们 咱们 贵 母 子 分 总 上市 保险 物流 快递 外贸 科技 网络 外资 合资 民营 国有 私营 大型 中型 小型 各大 多家 一家 两家 几家 这家 那家 哪家 某家 每家 该家 ' +
    '其他 其它 另一 有关 相关 关联 家政 装修 搬家 旅游 投资 担保 信托 证券 基金 租赁 中介 广告 咨询 咨询服务 软件 游戏 互联网 航空 电力 自来水 供水 燃气 供电 电信 物业 开发 建筑 ' +
    '手机 网上 开户 商业 中央 各家 合作 外国 发卡 收款 付款 代理 托管 清算 世界 股份制 国有商业 我行 他行 ' +
    '附近 公立 私立 民办 综合 专科 中医 儿童 人民 中心 附属 社区 三甲 当地 本地 定点 就近 重点 名牌 老年 开放 普通 寄宿 实验 完全 初级 高级 所在 ' +
    '进入 考上 加入 前往 离开 成立 注册 创办 经营 附近的 最近的 一所 这所 那所 某'
  ).split(' '),
);
