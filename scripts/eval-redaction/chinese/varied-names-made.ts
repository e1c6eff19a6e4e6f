import { type Half, halfOf } from './chinese-corpus.ts';
import type { Pick } from './random-pick.ts';

/** The hundred surnames that most people bear, and others down to the very rare. */
const common =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const rare =
  '樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来庾苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩嵇井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应巫鞠桑荆谌明沙伏岑习胥保和蔺';
const compounds =
  '欧阳 诸葛 上官 司马 慕容 夏侯 皇甫 尉迟 东方 司徒 令狐 公孙 长孙 宇文 端木 轩辕 南宫 申屠 闻人 呼延'.split(
    ' ',
  );
/** Hanzi of given names in everyday use. */
const usual =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文志国春海波宁峰丹慧玲凤琴辉斌健宇浩鹏飞龙亮博凯俊雷雪梅婷欣怡佳琪雅思颖梦嘉晨旭阳光东南山林森木水清泉江河云月星辰天乐安康祥瑞福禄寿喜庆德仁义礼智信忠孝廉勤俭恒毅诚朴真善美贤淑惠贞洁莲菊竹松柏桃李杏桦枫楠梓轩宸泽睿涵彤萱瑶琳瑾璐珊珍珠金银铁钢铭锋锐钧鑫晓立成功业兴旺盛昌荣耀胜利民生';
/** Those that hardly end a name. */
const first = '小少子家一和之';
/** Rare ones. */
const unusual =
  '赟翀骁珺堃彧喆焱淼犇瑀頔懿霖昶旻煦琰晗烜祎祺翊鋆钰婧妤娴媛嫄楹樾滢漪潞瀚灏曦暄晔昱旸昀怿恺峤屹岚尧宥孜奕垚卿勖劼凇冕兮侃俪偲儒芃苒荟莘菀蓁蔚薇衍裕谦豫贇邈郦钊铎镕闻隽霁霏韬韵顼颢飏骐骥鸢鹭麒黛弈弘彪彬徽惟愫慷戈';
const words =
  '高兴 黄金 白雪 金鑫 马跃 方圆 安静 白云 江山 高峰 高原 田野 夏天 常乐 高歌 方正 康健 杜鹃 汪洋 温暖 阳光 林海 雷鸣 万里 白杨 路遥 成功 宁静 白鸽 关键 马力 高洁 柳叶 金星 华丽 金石 石磊 于是 石英 史诗 冷静 米兰 牛奔 程序 严格 平安 鲁莽 陈旧 张扬 成长 丁香 项链 彭湃 乐天 沈默 万能 贺喜 安宁 和平 安心 易行 江南 车前 费心 余粮 夏雨'.split(
    ' ',
  );
const dotted =
  '买买提明·吐尔逊 阿里木江·赛买提 古丽米热·阿布都 迪里拜尔·尤努斯 努尔买买提·衣明 热孜万古丽·艾买提 帕尔哈提·阿西木 阿依努尔·托合提 木塔力甫·肉孜 哈丽旦·玉素甫 叶尔江·哈力木 加娜尔·巴合提 安娜·伊万诺娃 大卫·米勒 迈克尔·乔丹 索菲亚·洛佩兹 詹姆斯·威尔逊 卡洛斯·桑切斯 艾米莉·布朗 皮埃尔·杜邦'.split(
    ' ',
  );
const undotted =
  '巴特尔 乌云其木格 扎西多吉 次仁卓玛 格桑梅朵 阿古达木 斯琴高娃 索朗旺堆 洛桑平措 那仁图雅'.split(' ');
const given =
  '子涵 梓轩 雨欣 浩宇 佳怡 思雨 俊豪 诗琪 志远 美玲 秀芹 德海 玉华 卫红 海霞 建业 晓琳 文杰 雅静 国庆 少峰 永年 长河 春梅 金凤 庆华 丽君 亚男 新宇 振国 家栋 婷婷 圆圆 丹丹 蓉蓉 洋洋 莎莎 可可 一鸣 一帆 千寻 若曦 沐阳 承志 怀瑾 思齐 明哲 景天 清扬 小曼 小军 大勇 大伟 老虎 二妞 三多 有福 来弟 招娣 满仓 根深 得水'.split(
    ' ',
  );
const traditionalSurnames = '陳黃張劉楊趙吳鄭謝許蘇葉呂蕭盧蔣賴鍾馮鄧賀龔顧嚴韓羅莊簡連溫';
const traditionalGiven =
  '志明 美惠 俊賢 麗華 國榮 淑貞 偉傑 詩婷 永強 寶珠 靜宜 曉雯 澤霖 慶堂 雅雯 勝雄 冠廷 鈺婷 彥廷 筱涵 穎欣 嘉儀 卓恆 樂然'.split(
    ' ',
  );
const nicknames =
  '老王 小李 老张 小陈 老赵 小刘 老周 小吴 老孙 小郑 阿强 阿珍 阿明 阿芳 阿杰 阿玲 阿伟 阿香 老马 小杨'.split(
    ' ',
  );

/** A name of any stratum; the halves share surnames and Hanzi, and none of the listed names. */
export function makeVariedName(pick: Pick, half: Half): string {
  const kind = pick.number(100);
  if (kind < 32)
    return (
      pick.hanzi(common) + (pick.chance(0.15) ? pick.hanzi(first) : pick.hanzi(usual)) + pick.hanzi(usual)
    );
  if (kind < 46) return pick.hanzi(common) + pick.hanzi(usual);
  if (kind < 62) return pick.hanzi(common) + pick.one(halfOf(given, half));
  if (kind < 70) return pick.hanzi(rare) + pick.hanzi(usual) + pick.hanzi(usual);
  if (kind < 74) return pick.hanzi(rare) + pick.hanzi(usual);
  if (kind < 80)
    return pick.hanzi(common) + pick.hanzi(unusual) + (pick.chance(0.5) ? pick.hanzi(usual) : '');
  if (kind < 83) return pick.hanzi(common) + pick.hanzi(usual) + pick.hanzi(unusual);
  if (kind < 89) return pick.one(compounds) + pick.hanzi(usual) + (pick.chance(0.6) ? pick.hanzi(usual) : '');
  if (kind < 93) return pick.one(halfOf(words, half));
  if (kind < 98) return pick.one(halfOf(dotted, half));
  return pick.one(halfOf(undotted, half));
}

/** 张 伟: as forms space two Hanzi to the width of three. */
export function makeSpacedName(pick: Pick): string {
  const kind = pick.number(3);
  if (kind === 0) return `${pick.hanzi(common)} ${pick.hanzi(usual)}`;
  if (kind === 1) return `${pick.hanzi(common)}　${pick.hanzi(usual)}`;
  return `${pick.hanzi(common)} ${pick.hanzi(usual)} ${pick.hanzi(usual)}`;
}

export function makeVariedTraditionalName(pick: Pick, half: Half): string {
  return pick.hanzi(traditionalSurnames) + pick.one(halfOf(traditionalGiven, half));
}

export function makeNickname(pick: Pick, half: Half): string {
  return pick.one(halfOf(nicknames, half));
}
