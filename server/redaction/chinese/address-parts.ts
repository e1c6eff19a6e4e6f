/** The suffix grammar of Chinese addresses, over simplified Hanzi and folded ASCII. All patterns are sticky and bounded. */

const NUMERAL = '一二三四五六七八九十百零';
const BODY = '((?:[\\u4e00-\\u9fff][\\u4e00-\\u9fff\\d·]{0,9}?)??)';
const FULL_BODY = '([\\u4e00-\\u9fff][\\u4e00-\\u9fff\\d·]{0,9}?)';
const ROAD = '大道|大街|胡同|公路|国道|省道|县道|快速路|环路|马路|路|街(?!道)|道|巷|弄|里|条|径';
const DIRECTION = `(?:[东西南北中](?:[一二三四五六七八九十]{1,2})?段|[${NUMERAL}]{1,2}段|\\d{1,2}段)?`;
const AREA =
  '街道办事处|街道办|街道|村委会|居委会|社区|经济开发区|经济技术开发区|高新技术开发区|高新区|开发区|工业园区|工业园|工业区|产业园区|产业园|科技园区|科技园|软件园|创业园|创意园|物流园|园区|新区|新城|农场|林场|镇|乡|苏木|村|屯|寨|庄|堡|塘|湾|坪|坝';
const BUILDING =
  '小区|花园|花苑|家园|嘉园|佳园|佳苑|雅苑|公寓|大厦|广场|新村|公馆|帝景|名郡|名邸|佳境|湖畔|豪庭|华庭|华府|名都|名苑|世家|雅居|别墅|山庄|庄园|中心|大楼|写字楼|商厦|商城|国际|宿舍楼|宿舍|家属院|家属区|家属楼|大院|批发市场|市场|百货|商场|酒店|宾馆|医院|大学|学院|中学|小学|幼儿园|学校|研究院|研究所|基地|仓库|驿站|快递柜|自提柜|便利店|超市|体育场|体育馆|图书馆|地铁站|火车站|汽车站|车站|机场|码头|天地|工厂|厂区|校区|校园|公园|花城|水岸|半岛|御府|府邸|城|苑|园|府|庭|居|墅|邨|厦|轩|阁|楼|厂';

const SUFFIX = `(?:(${ROAD})${DIRECTION}|(${AREA})|(${BUILDING}))`;
const ANY_NAMED = new RegExp(BODY + SUFFIX, 'y');
const FULLY_NAMED = new RegExp(FULL_BODY + SUFFIX, 'y');
const UNSUFFIXED = /[\u4e00-\u9fff]{2,10}/y;
const FLAT =
  /\d{1,3}(?:栋|幢|号楼|座|单元|期|号\d{3,4}(?:室|房)?|-\d{1,2}-\d{3,4}|-\d{3,4}(?!\d))|[A-Z](?:座|栋|幢)|[一二三四五六七八九十]{1,2}(?:号楼|栋|幢|期)/y;
/** The number of a village group, or of a house there. */
const GROUP = new RegExp(`\\d{1,3}(?:组|队|社|号)|[${NUMERAL}]{1,2}(?:组|队|社)`, 'y');
/** 与建设路交叉口: the street that crosses. */
const CROSSING =
  /[与和][\u4e00-\u9fff]{1,8}?(?:路|街|大道|巷|胡同|道)(?:[东西南北]段)?(?:交叉口|交汇处|交叉路口|路口|口)/y;
/** A house, building, floor or room with its measure word. */
const NUMBER = new RegExp(
  `(?:[东西南北中新旧老甲乙丙丁]?[A-Za-z]?\\d{1,5}[A-Za-z]?(?:[-~之/]\\d{1,4}){0,3}|[A-Za-z]{1,2}|[${NUMERAL}]{1,4}|[甲乙丙丁戊东西南北中]|地下|负[一二三1-3])` +
    '(号楼|号院|号(?:附\\d{1,3}号)?|栋|幢|座|单元|楼|层|室|户|房|支弄|弄|院|区|门(?!口|卫|前|外|牌)|组|队|社|巷|期|铺|档|馆|塔|梯|#|[Ff](?![A-Za-z]))(?:之\\d{1,3})?',
  'y',
);
/** A bare number that ends an address: 12-3-401, 1203, B1203. */
const BARE = /[A-Za-z]?\d{1,5}(?:-\d{1,5}){0,3}[A-Za-z]?/y;
/** A place named by what is beside it. */
const NEARBY =
  /(?:[东西南北正后侧]{1,2}门|[东西南北][侧面]|对面|路口|交叉口|交汇处|[东西南北]{2}角|地下室|门面房?|商铺|底商|门卫室|传达室|保安室|收发室|菜鸟驿站|丰巢快递柜|丰巢柜|丰巢|妈妈驿站|兔喜生活|京东快递站|快递站|快递代收点|代收点|快递柜|自提柜|自提点|驿站|物业前台|物业)/y;
/** Words that end like a part of an address and are none alone. */
const GENERIC = new Set(
  '小区 社区 园区 城区 市区 郊区 校区 地区 片区 街道 公路 马路 道路 铁路 线路 一路 公里 这里 那里 哪里 家里 群里 店里 城里 手里 心里 夜里 频道 通道 管道 渠道 轨道 知道 味道 报道 隧道 跑道 人行道 车道 电路 思路 套路 出路 半路 顺路 广场 市场 现场 商场 机场 操场 停车场 立场 入场 中心 大厦 大楼 公寓 花园 家园 公园 校园 医院 法院 学院 大学 中学 小学 学校 幼儿园 酒店 宾馆 超市 宿舍 仓库 工厂 基地 国际 市场 车站 地铁站 火车站 机场 码头 教学楼 办公楼 实验楼 综合楼 门诊楼 住院楼 住院部 宿舍楼 食堂 图书馆 体育馆 新村 新城 城镇 乡镇 农村 山村 全村 本村 该村 村庄 本市 本区 全区 全市 全镇 全乡 进口 出口 本楼 上楼 下楼 楼上 楼下 一楼 整栋 电影院 检察院 研究院 研究所 政府 一条 几条 两条 每条 这条 那条 多条 上街 逛街 字里 词条 面条 油条 链条 信条 薯条 便条 借条 欠条 头条 线条 金条 苗条 柳条 教条 萧条'.split(
    ' ',
  ),
);

export interface AddressPart {
  readonly kind: 'road' | 'area' | 'building' | 'unsuffixed' | 'number' | 'bare' | 'nearby';
  readonly start: number;
  readonly end: number;
  /** Measure word of a number. */
  readonly measure?: string;
}

/** What stands before a part; undefined at the start of an address. */
export type Before = AddressPart['kind'] | 'region' | undefined;

/** The part of an address that begins at `start`: a number, what is beside it, or a named one. */
export function readPart(text: string, start: number, previous: Before): AddressPart | undefined {
  if (previous !== undefined) {
    const number = readNumber(text, start);
    if (number !== undefined) return number;
    if (exec(NEARBY, text, start) !== undefined) return { kind: 'nearby', start, end: NEARBY.lastIndex };
    if (previous === 'road' && exec(CROSSING, text, start) !== undefined)
      return { kind: 'nearby', start, end: CROSSING.lastIndex };
  }
  return (
    readNamed(text, start, previous) ??
    readUnsuffixed(text, start, previous) ??
    readBare(text, start, previous)
  );
}

function readNumber(text: string, start: number): AddressPart | undefined {
  const number = exec(NUMBER, text, start);
  if (number === undefined) return undefined;
  const end = NUMBER.lastIndex;
  const measure = (number[1] ?? '').replace(/附\d{1,3}号$/, '');
  // 190号楼下 is below number 190.
  if (measure.endsWith('楼') && '下上道梯'.includes(text.charAt(end) || '-')) {
    return measure === '号楼' ? { kind: 'number', start, end: end - 1, measure: '号' } : undefined;
  }
  return isCount(text, end) ? undefined : { kind: 'number', start, end, measure };
}

function readNamed(text: string, start: number, previous: Before): AddressPart | undefined {
  const mayBeBare =
    previous === 'area' || previous === 'building' || previous === 'region' || previous === 'road';
  const pattern = mayBeBare ? ANY_NAMED : FULLY_NAMED;
  const named = exec(pattern, text, start);
  if (named === undefined || !isNameBody(named[1] ?? '')) return undefined;
  const end = pattern.lastIndex;
  if (isBeside(text, end, named[1] ?? '')) return undefined;
  if (previous === undefined && isGeneric(text.slice(start, end)) && !goesOn(text, end)) return undefined;
  return { kind: named[2] !== undefined ? 'road' : named[3] !== undefined ? 'area' : 'building', start, end };
}

/** 路边, 街上, 门口 right after a part are beside it. */
function isBeside(text: string, end: number, body: string): boolean {
  return body === '' && '边口上面旁'.includes(text.charAt(end) || '-');
}

/** 花园 alone is no name, 花园路 is. */
function goesOn(text: string, end: number): boolean {
  const named = exec(ANY_NAMED, text, end);
  return named !== undefined && named[1] === '' && named[2] !== undefined;
}

/** A housing estate or a village whose name ends like none, right before a building or a group: 书香门第35幢, 赵家沟二社. */
function readUnsuffixed(text: string, start: number, previous: Before): AddressPart | undefined {
  if (exec(UNSUFFIXED, text, start) === undefined) return undefined;
  const end = beforeNumeral(text, start, UNSUFFIXED.lastIndex);
  const isVillage = (previous === 'area' || previous === 'region') && exec(GROUP, text, end) !== undefined;
  if ((!isVillage && exec(FLAT, text, end) === undefined) || !isNameBody(text.slice(start, end)))
    return undefined;
  if (isNumberedEstate(text.slice(start, end))) return { kind: 'unsuffixed', start, end };
  // A word that announces a number is no housing estate: 证件号857-95-4119.
  if ('号码线话证卡机件单额期日时间员人'.includes(text.charAt(end - 1))) return undefined;
  return { kind: 'unsuffixed', start, end };
}

/** Where a number in Hanzi begins that the greedy name has taken: 赵家沟|二社, 帝景|五号楼. */
function beforeNumeral(text: string, start: number, end: number): number {
  for (let at = start + 2; at < end; at += 1) {
    if (NUMERAL.includes(text.charAt(at)) && (exec(GROUP, text, at) ?? exec(FLAT, text, at)) !== undefined)
      return at;
  }
  return end;
}

/** 滨江一号, 融创壹号. */
function isNumberedEstate(name: string): boolean {
  return (
    name.length > 3 &&
    name.endsWith('号') &&
    '一二三四五六七八九壹贰叁'.includes(name.charAt(name.length - 2))
  );
}

function readBare(text: string, start: number, previous: Before): AddressPart | undefined {
  if (previous === undefined || previous === 'region' || previous === 'nearby') return undefined;
  const match = exec(BARE, text, start);
  if (match === undefined) return undefined;
  const end = BARE.lastIndex;
  if (
    /[\d.年月日元岁点个人米平次万千%:折度号栋]/.test(text.charAt(end)) ||
    ((previous === 'area' || previous !== 'number') && match[0].length > 5 && !match[0].includes('-'))
  )
    return undefined;
  return { kind: 'bare', start, end };
}

export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** Hanzi of sentences, which are in no name of a road or a building. */
const STOPS = new Set(
  Array.from(
    '的了在是我你他她它们请把被让给从寄送收住搬往至将但若则这那哪每没不也就还再又很叫说问吗呢吧啊呀哦',
    (hanzi) => hanzi.charCodeAt(0),
  ),
);
/** Words that make them harmless. */
const PROTECTED = new Set('将军 不夜 要塞 往来 住宅 住邦 送变 收费'.split(' '));

/** Whether Hanzi can be the name of a road or a building: no word of a sentence among them. */
export function isNameBody(body: string): boolean {
  for (let at = 0; at < body.length; at += 1) {
    if (STOPS.has(body.charCodeAt(at)) && !PROTECTED.has(body.slice(at, at + 2))) return false;
  }
  return true;
}

/** A number of things, not of a house: 3层以上, 5户居民. */
function isCount(text: string, end: number): boolean {
  return /^(?:以上|以下|居民|人|左右|高于|高达)/.test(text.slice(end, end + 2));
}

function exec(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}

/** Whether the number of a building, or of building, unit and room, begins at `at`. */
export function isFlat(text: string, at: number): boolean {
  return exec(FLAT, text, at) !== undefined;
}
