import { personLabels } from './tables/name-contexts.ts';
import type { Lexicon } from './lexicon.ts';
import { isHanzi } from './simplified-text.ts';

/** Hanzi that write the sounds of other languages: names of the Uyghurs, Kazakhs, Mongols, and of foreigners. */
const soundHanzi = new Set(
  '阿艾爱安昂奥巴白拜班邦保鲍贝本比彼毕边别宾波伯博勃布卜才策查茨慈次达大戴丹当道得德登迪地蒂丁东冬多杜敦顿朵恩尔法凡范菲费芬丰夫弗福甫富盖甘冈高戈哥格根贡古顾瓜圭哈海汉罕汗豪合赫黑亨洪侯胡华怀霍基吉及加佳迦贾坚建江金京久卡凯坎康考柯科可克肯库夸奎昆拉来莱赖兰朗劳勒雷蕾黎李里力丽利莉立连莲列林琳龙隆娄卢鲁露路伦罗洛马玛麦曼毛梅门蒙米密蜜敏明摩莫默姆木穆娜那纳奈南内尼妮涅义宁牛诺努女欧帕潘庞佩彭皮平泼珀普其奇齐切琴青丘曲热仁日荣瑞若萨塞赛桑森沙莎珊尚舍申圣施什石史士世舒斯丝司思松苏孙所索塔泰坦汤唐特腾提铁廷通图吐托陀娃瓦万汪旺威维韦魏温文翁沃乌武西希锡悉夏香肖谢辛欣兴雄休修许雅亚延扬杨耶叶伊依易因英永尤于约云泽扎詹张章珍真治朱兹子宗祖佐古丽买合江孜吾热甫提力木拜克巴音格日勒图雅其其格娜仁高娃乌兰宝音苏朝鲁那顺翰逊迈史孜牙不都赛买迪努拜热依汗沙吾曼苏莱曼'.split(
    '',
  ),
);
const DOT = /[·•・‧∙]/;
const DOTTED = /[\u4e00-\u9fff]{1,8}(?:[·•・‧∙][\u4e00-\u9fff]{1,8}){1,3}/g;
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
    const parts = match[0].split(DOT);
    const first = trailingSounds(parts[0] ?? '');
    const last = leadingSounds(parts.at(-1) ?? '');
    const middle = parts.slice(1, -1);
    if (
      first === 0 ||
      last === 0 ||
      first + last < 3 ||
      !middle.every((part) => trailingSounds(part) === part.length)
    )
      continue;
    const start = match.index + (parts[0]?.length ?? 0) - first;
    const end = match.index + match[0].length - (parts.at(-1)?.length ?? 0) + last;
    found.push({
      start: isMidWord(text, start, lexicon) ? start + 1 : start,
      end: isMidWord(text, end, lexicon) || goesOnWithVerb(text, end) ? end - 1 : end,
    });
  }
  return found;
}

/** 来 and 拉 write sounds and are verbs: 让努尔兰·哈森来接我. */
function goesOnWithVerb(text: string, end: number): boolean {
  const last = text.charAt(end - 1);
  return (
    (last === '来' && isHanzi(text.charCodeAt(end))) ||
    (last === '拉' && '进黑到我你他群'.includes(text.charAt(end) || '-'))
  );
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
export function findNameFields(text: string, units: Uint16Array, lexicon: Lexicon): readonly Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    if (!endsLabel(text, at)) continue;
    const field = readField(text, units, at + 1);
    if (field !== undefined && isUnusual(text.slice(field.start, field.end), lexicon)) found.push(field);
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

/** Not made of everyday words. */
function isUnusual(value: string, lexicon: Lexicon): boolean {
  if (noNames.has(value)) return false;
  for (let at = 0; at + 1 < value.length; at += 1) {
    const slot = lexicon.slotOf(value.charCodeAt(at), value.charCodeAt(at + 1));
    if (slot >= 0 && (lexicon.pairCost[slot] ?? 0) > 0) return false;
  }
  return true;
}
