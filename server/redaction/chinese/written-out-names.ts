import { personLabels } from './tables/name-contexts.ts';
import { contextBit, type Lexicon, TIBETAN_BIT } from './lexicon.ts';
import type { NameCosts } from './surname-costs.ts';
import { isHanzi } from './simplified-text.ts';

/** Hanzi that write the sounds of other languages: names of the Uyghurs, Kazakhs, Mongols, and of foreigners. */
const soundHanzi = new Set(
  '阿艾爱安昂奥巴白拜班邦保鲍贝本比彼毕边别宾波伯博勃布卜才策查茨慈次达大戴丹当道得德登迪地蒂丁东冬多杜敦顿朵恩尔法凡范菲费芬丰夫弗福甫富盖甘冈高戈哥格根贡古顾瓜圭哈海汉罕汗豪合赫黑亨洪侯胡华怀霍基吉及加佳迦贾坚建江金京久卡凯坎康考柯科可克肯库夸奎昆拉来莱赖兰朗劳勒雷蕾黎李里力丽利莉立连莲列林琳龙隆娄卢鲁露路伦罗洛马玛麦曼毛梅门蒙米密蜜敏明摩莫默姆木穆娜那纳奈南内尼妮涅义宁牛诺努女欧帕潘庞佩彭皮平泼珀普其奇齐切琴青丘曲热仁日荣瑞若萨塞赛桑森沙莎珊尚舍申圣施什石史士世舒斯丝司思松苏孙所索塔泰坦汤唐特腾提铁廷通图吐托陀娃瓦万汪旺威维韦魏温文翁沃乌武西希锡悉夏香肖谢辛欣兴雄休修许雅亚延扬杨耶叶伊依易因英永尤于约云泽扎詹张章珍真治朱兹子宗祖佐古丽买合江孜吾热甫提力木拜克巴音格日勒图雅其其格娜仁高娃乌兰宝音苏朝鲁那顺翰逊迈史孜牙不都赛买迪努拜热依汗沙吾曼苏莱曼肉衣玉乔邓蔡包第累理良芒茂孟能年纽农拿瑙派培蓬匹恰契钦屈茹撒三瑟绍陶忒脱席雪曾赞宰芝知杰惠居匡阔葛郭果荷季简厄耳代楚采柴昌车彻埃冯再开义旦士赫提逊尼亚迦瓦坎'.split(
    '',
  ),
);
const DOT = /[·•・‧∙]/;
const DOTTED = /[\u4e00-\u9fff]{1,8}(?:[·•・‧∙][\u4e00-\u9fff]{1,8}){1,3}/g;
/** Hanzi of sounds that are words of a sentence: 来接我, 都行, 于2024年. */
const FUNCTION_SOUNDS = '于那来拉能理知开再因所代内';
/** What follows 都 where it means all of them. */
const AFTER_ALL = '行是没不去来在有可会能想要得说到';
const ANNOUNCING = contextBit.label | contextBit.role | contextBit.call | contextBit.link;
const FOLLOWING = contextBit.title | contextBit.act | contextBit.data;
const LONGEST_LABEL = 6;
/** What forms say where a name would stand. */
const noNames = new Set(
  '不详 待定 暂无 无 同上 本人 匿名 保密 未知 佚名 个人 公司 企业 男 女 先生 女士 其他 自己 甲方 乙方 双方 全体 某某 单位 部门 学校 管理员 默认 如下 以下 名单 信息'.split(
    ' ',
  ),
);

let labels: ReadonlySet<string> | undefined;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Names with a middle dot: 阿卜杜拉·买买提. `text` is simplified. */
export function findDottedNames(text: string, lexicon: Lexicon): readonly Range[] {
  if (!DOT.test(text)) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(DOTTED)) {
    for (const { start, end } of groupParts(match[0])) {
      const from = match.index + start;
      const to = match.index + end;
      const name = text.slice(from, to);
      const firstEnd = from + name.search(DOT);
      const lastStart = to - (name.split(DOT).at(-1)?.length ?? 0);
      found.push({
        start: startOfSounds(text, from, firstEnd, lexicon),
        end: endOfSounds(text, lastStart, to, lexicon),
      });
    }
  }
  return found;
}

/** The names in parts with dots between: two where a part in the middle is more than sounds, 阿不都·艾力之子买买提·艾力. */
function groupParts(dotted: string): readonly Range[] {
  const groups: Range[] = [];
  const parts = dotted.split(DOT);
  let at = (parts[0] ?? '').length;
  let start = at - trailingSounds(parts[0] ?? '');
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const partStart = at + 1;
    at = partStart + part.length;
    if (index < parts.length - 1 && trailingSounds(part) === part.length) continue;
    const end = partStart + leadingSounds(part);
    // Three Hanzi of sounds at least, and some on each side of the dot.
    if (end > partStart && !DOT.test(dotted.charAt(start)) && end - start >= 4) groups.push({ start, end });
    start = at - trailingSounds(part);
  }
  return groups;
}

/** Where the name begins: past words that end in Hanzi of sounds, 谢谢|叶尔江·哈力木, 3)班|买买提·艾力. */
function startOfSounds(text: string, from: number, to: number, lexicon: Lexicon): number {
  let start = isMidWord(text, from, lexicon) ? from + 1 : from;
  if (/[)\d]/.test(text.charAt(start - 1)) && text.charAt(start) === '班') start += 1;
  if (text.charAt(start - 1) === '之' && text.charAt(start) === '子') start += 1;
  for (let at = start; at + 2 < to; at += 1) {
    if ((bitsAt(text, at, lexicon) & ANNOUNCING) !== 0) start = at + 2;
  }
  return start;
}

/** Where the name ends: before a word that begins with Hanzi of sounds, 阿西木|合格, 布朗|博士, 阿布都|于. */
function endOfSounds(text: string, from: number, to: number, lexicon: Lexicon): number {
  for (let at = from + 1; at < to; at += 1) {
    const bits = bitsAt(text, at, lexicon);
    if ((bits & FOLLOWING) !== 0) return at;
    if (at >= from + 2 && isMidWord(text, at + 1, lexicon)) return at;
  }
  const next = text.charCodeAt(to);
  const last = text.charAt(to - 1);
  if (to <= from + 2) return to;
  if (last === '哥' || isAll(text, to - 1)) return to - 1;
  const goesOn = isHanzi(next) || (next >= 0x30 && next <= 0x39);
  return goesOn && FUNCTION_SOUNDS.includes(last) ? to - 1 : to;
}

/** 都, all of them, and not the end of 阿不都. */
function isAll(text: string, at: number): boolean {
  return (
    text.charAt(at) === '都' &&
    !'不布'.includes(text.charAt(at - 1)) &&
    AFTER_ALL.includes(text.charAt(at + 1) || '-')
  );
}

function bitsAt(text: string, at: number, lexicon: Lexicon): number {
  const slot = lexicon.slotOf(text.charCodeAt(at), text.charCodeAt(at + 1));
  return slot < 0 ? 0 : (lexicon.pairBits[slot] ?? 0);
}

/** Whether a word goes across: 关于|帕提古丽 at 于, 哈森|连续 at 续. */
function isMidWord(text: string, at: number, lexicon: Lexicon): boolean {
  const slot = lexicon.slotOf(text.charCodeAt(at - 1), text.charCodeAt(at));
  return slot >= 0 && (lexicon.pairCost[slot] ?? 0) > 0 && (lexicon.pairCost[slot] ?? 0) <= 11;
}

function trailingSounds(part: string): number {
  let size = 0;
  while (size < part.length && soundHanzi.has(part.charAt(part.length - 1 - size))) size += 1;
  return size;
}

function leadingSounds(part: string): number {
  let size = 0;
  while (size < part.length && soundHanzi.has(part.charAt(size))) size += 1;
  return size;
}

/**
 * Whole fields of a form after a label of a person and a colon, whatever the surname: 姓名：图雅, 姓名：张 伟.
 * `text` is simplified.
 */
export function findNameFields(
  text: string,
  units: Uint16Array,
  lexicon: Lexicon,
  costs: NameCosts,
): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (!endsLabel(text, at)) continue;
    const field = readField(text, units, at + 1);
    if (field !== undefined && canBeName(text.slice(field.start, field.end), lexicon, costs))
      found.push(field);
  }
  return found;
}

function endsLabel(text: string, at: number): boolean {
  labels ??= new Set(
    personLabels
      .trim()
      .split(/\s+/)
      .filter((word) => word.length > 1),
  );
  for (let size = 2; size <= LONGEST_LABEL; size += 1) if (labels.has(text.slice(at - size, at))) return true;
  return false;
}

function readField(text: string, units: Uint16Array, from: number): Range | undefined {
  let start = from;
  while (start < from + 3 && text.charAt(start) === ' ') start += 1;
  const spaced = /^[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff](?: {1,3}[\u4e00-\u9fff])?(?![\u4e00-\u9fff])/.exec(
    text.slice(start, start + 10),
  );
  if (spaced !== null) return { start, end: start + spaced[0].length };
  let end = start;
  while (isHanzi(units[end] ?? 0) && end - start <= 4) end += 1;
  return end - start >= 2 && end - start <= 4 ? { start, end } : undefined;
}

/** Not made of everyday words, or a surname and one more Hanzi that happen to be one: 姓名：高兴. */
function canBeName(value: string, lexicon: Lexicon, costs: NameCosts): boolean {
  if (noNames.has(value)) return false;
  if (value.length === 2 && bitsAt(value, 0, lexicon) === 0 && (costs.surname[value.charCodeAt(0)] ?? 0) > 0)
    return true;
  for (let at = 0; at + 1 < value.length; at += 1) {
    const slot = lexicon.slotOf(value.charCodeAt(at), value.charCodeAt(at + 1));
    if (slot < 0 || ((lexicon.pairBits[slot] ?? 0) & TIBETAN_BIT) !== 0) continue;
    if ((lexicon.pairCost[slot] ?? 0) > 0) return false;
  }
  return true;
}
