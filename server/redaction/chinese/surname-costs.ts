import { hanziByCost } from './tables/hanzi-costs.ts';
import { givenHanziByCost } from './tables/given-hanzi.ts';
import { commonGivenNames } from './tables/common-given-names.ts';
import { tibetanNameWords } from './tables/name-contexts.ts';
import { compoundSurnames, singleSurnames } from './tables/surnames.ts';

/** Surnames that are everyday words of one Hanzi as well: alone they stay as cheap as those words are. */
const everydayWords =
  '于和时高金方马白万向常还从都那应水路车成文安关明包单连任全柴温沙石田叶花党国平门米毛黄蓝青牛羊鱼龙楼房古老强满空实易乐代支计初相信元长本海云雷阳月天大多好新来能要想看说给被把对当同及或因为所以若如其此何谁谈游解管通干展容许盖盘查封印官权祖农母公师商卫江山边顾左曲井桥段项景步曾须简尤尚宁丰麦党宫冷席广阴寿沃利蔚经东北南西养富禄巨楚汉钱钟梅梁顶宋唐汤林杨柳桂贝松竹铁银玉锁随费习税储秋暴松慎巢滑融续台木居扶幸扬畅束班植';
const MOST_SINGLE = 12;
/** Hanzi that go on with the sentence after a name and are hardly ever in one, whatever old books say. */
const sentenceHanzi =
  '的了吗呢吧啊呀哦我你他她它这那得着过很还没不都也就被把给打说问找叫去从想要让太称欠点拉负代带干聊催老三四五六七八九十借改考';
/** Titles of one Hanzi. */
const titleHanzi = '哥姐叔姨婶嫂爷总局处';
/** Hanzi that books have in names of old, and hardly anybody alive bears. */
const datedHanzi = '边手放自省称声原时能会多极师当想直干';
/** Hanzi of given names that books have too seldom for how many people alive bear them. */
const livingHanzi: readonly (readonly [cost: number, hanzi: string])[] = [
  [6.5, '兵财才贵旺'],
  [7, '和廉俭余均升党露宫'],
];
/** Hanzi of given names that go on with the sentence more often where a name has ended. */
const endingHanzi = '自为到家小大亦少会能是请帮替陪约送停住回借做看听等已曾未即则并或而且又再更最只后';
/** Hanzi that need something after them: where nothing follows they end the name, 周裕和， */
const linkingHanzi = '于可有若如一以同应当和与因及向对将在均之开';
/** Hanzi that begin the next word rather than end a name where more Hanzi follow: 张云刚发来. A given name that is known whole stays one: 志刚. */
const nextWordHanzi =
  '刚先之外无内喜牛几绝催咋系送补获延退拒出进入搬骂喊称表指接签率领负主参来去教讲批调发收付交办挂关患转升授今昨上下前面单皆仅竟终马快大提途路回见合不现历时未';
/** A common given name is as frequent as two common Hanzi, though it be made of rare ones or be a word. */
const COMMON_PAIR = 7.5;
const MOST_FREQUENT_WORD = 9;
const RARE_GIVEN = 8;
const UNUSUAL = 11.5;
const SENTENCE = 10;
const TITLE = 13;
const ENDING = 8.3;

/** Negative natural logarithms of how often a surname or a given Hanzi is in names. */
export interface NameCosts {
  /** Cost of a surname of one Hanzi; 0 when it is none. */
  readonly surname: Float32Array;
  /** 1 for a Hanzi that a name may begin with. */
  readonly mayBegin: Uint8Array;
  /** Cost of a Hanzi in a given name. */
  readonly given: Float32Array;
  /** Cost of a Hanzi that ends a name. */
  readonly last: Float32Array;
  /** Cost of a Hanzi that ends a name where a number follows. */
  readonly lastBeforeNumber: Float32Array;
  /** Cost of the second Hanzi of a given name where more Hanzi follow. */
  readonly lastInside: Float32Array;
  /** Cost of a common given name of two Hanzi. */
  pair(first: number, second: number): number | undefined;
  /** Cost of a compound surname. */
  compound(first: number, second: number): number | undefined;
  /** Least cost of a surname as a word of its own. */
  readonly single: Uint8Array;
}

let shared: NameCosts | undefined;

export function chineseNameCosts(): NameCosts {
  shared ??= buildCosts();
  return shared;
}

function buildCosts(): NameCosts {
  const surname = new Float32Array(0x1_0000);
  const given = new Float32Array(0x1_0000).fill(UNUSUAL);
  const single = new Uint8Array(0x1_0000);
  const mayBegin = new Uint8Array(0x1_0000);
  const surnames = singleSurnames.replaceAll('\n', '');
  for (let rank = 0; rank < surnames.length; rank += 1) {
    surname[surnames.charCodeAt(rank)] = surnameCost(rank + 1);
    mayBegin[surnames.charCodeAt(rank)] = 1;
    if (!everydayWords.includes(surnames.charAt(rank))) single[surnames.charCodeAt(rank)] = MOST_SINGLE;
  }
  for (const [cost, hanzi] of givenHanziByCost) {
    for (let index = 0; index < hanzi.length; index += 1) given[hanzi.charCodeAt(index)] = cost;
  }
  for (const [cost, hanzi] of hanziByCost) {
    if (cost <= MOST_FREQUENT_WORD) raiseRare(given, hanzi.replaceAll('\n', ''), cost);
  }
  for (const [cost, hanzi] of livingHanzi) {
    for (let index = 0; index < hanzi.length; index += 1) given[hanzi.charCodeAt(index)] = cost;
  }
  for (const hanzi of sentenceHanzi) raise(given, hanzi, SENTENCE);
  for (const hanzi of titleHanzi) raise(given, hanzi, TITLE);
  for (const hanzi of datedHanzi) raise(given, hanzi, ENDING);
  const last = Float32Array.from(given);
  for (const hanzi of endingHanzi) raise(last, hanzi, ENDING);
  const lastBeforeNumber = Float32Array.from(last);
  for (const hanzi of linkingHanzi) raise(lastBeforeNumber, hanzi, ENDING);
  const lastInside = Float32Array.from(lastBeforeNumber);
  for (const hanzi of nextWordHanzi) raise(lastInside, hanzi, ENDING);
  raise(lastInside, '任', SENTENCE);
  const pairs = new Map<number, number>();
  for (const word of commonGivenNames.trim().split(/\s+/))
    pairs.set((word.charCodeAt(0) << 16) | word.charCodeAt(1), COMMON_PAIR);
  const compounds = new Map<number, number>();
  for (const word of compoundSurnames.trim().split(/\s+/)) {
    mayBegin[word.charCodeAt(0)] = 1;
    if (word.length === 2) compounds.set((word.charCodeAt(0) << 16) | word.charCodeAt(1), 7);
  }
  for (const hanzi of tibetanNameWords.matchAll(/(?:^|\s)(\S)/g)) mayBegin[hanzi[1]?.charCodeAt(0) ?? 0] = 1;
  for (const hanzi of '小老阿') mayBegin[hanzi.charCodeAt(0)] = 1;
  return {
    surname,
    mayBegin,
    given,
    last,
    lastBeforeNumber,
    lastInside,
    single,
    pair: (first, second) => pairs.get((first << 16) | second),
    compound: (first, second) => compounds.get((first << 16) | second),
  };
}

function raise(costs: Float32Array, hanzi: string, least: number): void {
  const unit = hanzi.charCodeAt(0);
  costs[unit] = Math.max(costs[unit] ?? 0, least);
}

/** A Hanzi that is a frequent word and seldom in names is a word where it could be either. */
function raiseRare(given: Float32Array, hanzi: string, wordCost: number): void {
  for (let index = 0; index < hanzi.length; index += 1) {
    const unit = hanzi.charCodeAt(index);
    if ((given[unit] ?? 0) >= wordCost && (given[unit] ?? 0) >= RARE_GIVEN) given[unit] = UNUSUAL;
  }
}

/** The first three surnames bear 7 % each, the twentieth 1 %, the hundredth 0.15 %. */
function surnameCost(rank: number): number {
  return Math.max(2.6, 1.6 + 1.05 * Math.log(rank));
}
