import { type AddressPart, type Before, isFlat, isNameBody, readPart } from './address-parts.ts';
import { contextBit, type Lexicon, PLACE_HEAD_BIT } from './lexicon.ts';
import { chineseRegions, type RegionAt } from './regions.ts';
import { isHanzi } from './simplified-text.ts';

const MAX_PARTS = 14;
const MAX_LEFT = 18;
const MAX_TRIES = 5;
const LAST_OF_NAMED = new Set(
  '路街道巷弄里条段同景郡境畔货村庄镇乡屯寨堡塘湾坪坝区城苑园府庭居墅邨厦轩阁楼厂场寓心院馆都家际舍店学站院都号社坊公'
    .split('')
    .map((hanzi) => hanzi.charCodeAt(0)),
);
const DIGIT = 1;
const LETTER = 2;
const NUMERAL = 3;
let sharedKinds: Uint8Array | undefined;

/** What a unit can begin: a number in digits, a building named by a letter, a number in Hanzi; 0 for none of them. */
function numberKinds(): Uint8Array {
  if (sharedKinds !== undefined) return sharedKinds;
  const kinds = new Uint8Array(0x1_0000);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds.fill(LETTER, 0x41, 0x5b);
  for (const hanzi of '一二三四五六七八九十') kinds[hanzi.charCodeAt(0)] = NUMERAL;
  sharedKinds = kinds;
  return kinds;
}

const MEASURES = new Set(
  '号栋幢单组队弄巷区期段社一二三四五六七八九十'.split('').map((hanzi) => hanzi.charCodeAt(0)),
);
const LEAD =
  /(?:地址|住址|住处|居所|住所|所在地|住|家在|老家|家|寄|寄到|寄往|寄回|送|送到|送去|送往|送货|派送|配送|发到|发往|发|收货|收件|地点|位置|定位|导航|位于|坐落于?|搬到|搬去|搬至|来自|户籍|户籍地|籍贯|户口|到|去|至|往|在|于|场所|取件|见面|楼盘|房子|房屋|学区|门店)(?:是|为|在|到|于|至|了|改成|改为|换成|写|填)?["“'「【[(（:：,， ]{0,3}$/;
const HOME_LEAD =
  /(?:地址|住址|住处|居所|住所|所在地|住|家在|老家|家|寄|寄到|寄往|送|送到|收货|收件|位置|定位|导航|搬到|搬去|来自|户籍|户籍地|籍贯|户口|现居|租|人在|我在|在|到|放|停|约在|来|去|回|跑|发|刚到|改)(?:是|为|在|到|于|至|了|改成|改为|换成)?["“'「【[(（:： ]{0,3}$/;
const INSTITUTION =
  /^(?:政府|人民|法院|公安|检察|教育|卫生|民政|税务|市场|委|局|厅|办|各|召开|举行|举办|发布|开展|推进|启动|的|是|有|和|等|为|将|被|与|气象|今|明|昨|全|第|多|及|地区|境内|范围)/;

export interface ReadAddress {
  readonly start: number;
  readonly end: number;
}

/** Finds addresses: at the names of regions, and at numbers that follow a road or a building. Each place is read once. */
export function readAddresses(
  text: string,
  units: Uint16Array,
  slots: Int32Array,
  lexicon: Lexicon,
): readonly ReadAddress[] {
  const regions = chineseRegions();
  const kinds = numberKinds();
  const found: ReadAddress[] = [];
  let last = 0;
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const slot = slots[at] ?? -1;
    const isPlace = slot >= 0 && ((lexicon.pairBits[slot] ?? 0) & PLACE_HEAD_BIT) !== 0;
    const address = isPlace ? readFromRegion(at) : undefined;
    const reached =
      address ?? (kinds[unit] !== 0 && isNumberOfNamed(at, unit) ? readAroundNumber(at) : undefined);
    if (reached === undefined) continue;
    found.push(reached);
    last = reached.end;
    at = reached.end - 1;
  }
  return found;

  function readFromRegion(start: number): ReadAddress | undefined {
    const chain = readRegions(start);
    const [first] = chain;
    if (first === undefined || (!first.full && isInsideName(start, chain))) return undefined;
    const regionEnd = chain.at(-1)?.end ?? start;
    const parts = readParts(regionEnd, 'region');
    const end = parts.at(-1)?.end ?? regionEnd;
    return isAddress(chain, parts, text.slice(Math.max(last, start - 10), start), text.slice(end, end + 4))
      ? { start, end }
      : undefined;
  }

  /** Whether the short name of a region is a part of another name: 长江西路, 世茂滨江花园. */
  function isInsideName(start: number, chain: readonly RegionAt[]): boolean {
    if (start === last || !isHanzi(units[start - 1] ?? 0)) return false;
    return chain.length === 1 && (isWord(start - 1) || !endsLead(start));
  }

  function readRegions(start: number): readonly RegionAt[] {
    const chain: RegionAt[] = [];
    for (let at = start; chain.length < 4;) {
      const region = regions.at(text, at);
      if (region === undefined) break;
      chain.push(region);
      at = region.end;
      if (/[ ,，\-·/]/.test(text.charAt(at)) && regions.at(text, at + 1) !== undefined) at += 1;
    }
    return chain;
  }

  function readParts(start: number, before: 'region' | undefined): readonly AddressPart[] {
    const parts: AddressPart[] = [];
    let previous: Before = before;
    let at = start;
    for (let count = 0; count < MAX_PARTS; count += 1) {
      const part: AddressPart | undefined =
        readPart(text, at, previous) ??
        (/[ \-,，]/.test(text.charAt(at)) ? readAfterGap(at, previous) : undefined);
      if (part === undefined) break;
      parts.push(part);
      previous = part.kind;
      at = part.end;
    }
    while (parts.length > 0 && !endsWell(parts)) parts.pop();
    return parts;
  }

  /** After a space, a dash or a comma the address goes on only with a number, or a named part that a number follows. */
  function readAfterGap(at: number, previous: Before): AddressPart | undefined {
    const part = readPart(text, at + 1, previous);
    if (part === undefined) return undefined;
    const isComma = /[,，]/.test(text.charAt(at));
    if (part.kind === 'number')
      return isComma && previous !== 'region' && previous !== 'road' && part.measure === '号'
        ? undefined
        : part;
    if (part.kind === 'bare') return isComma ? undefined : part;
    if (part.kind === 'nearby') return undefined;
    const next = readPart(text, part.end, part.kind);
    return next?.kind === 'number' || (previous === 'region' && (part.kind === 'road' || next !== undefined))
      ? part
      : undefined;
  }

  function isNumberOfNamed(at: number, unit: number): boolean {
    if (at <= last) return false;
    const before = units[at - 1] ?? 0;
    if (LAST_OF_NAMED.has(before)) {
      if (kinds[unit] === DIGIT) return true;
      return kinds[unit] === LETTER ? isFlat(text, at) : MEASURES.has(units[at + 1] ?? 0);
    }
    if (kinds[unit] === NUMERAL) return false;
    // 路甲12号
    if (before === 0x7532 || before === 0x4e59) return LAST_OF_NAMED.has(units[at - 2] ?? 0);
    return isHanzi(before) && isFlat(text, at);
  }

  /** Back from a number to where the name of its road or building may begin, then forth. */
  function readAroundNumber(at: number): ReadAddress | undefined {
    const first = leftmost(at);
    let tries = 0;
    for (let start = first; start < at - 1; start += 1) {
      if (start > first && !isWordBoundary(start)) continue;
      tries += 1;
      if (tries > MAX_TRIES) return undefined;
      const parts = readParts(start, undefined);
      const end = parts.at(-1)?.end ?? start;
      if (end > at && isAddress([], parts, text.slice(Math.max(last, start - 10), start), ''))
        return { start, end };
    }
    return undefined;
  }

  function leftmost(at: number): number {
    let start = at;
    const least = Math.max(last, at - MAX_LEFT);
    while (start > least && isHanzi(units[start - 1] ?? 0) && !endsLead(start)) start -= 1;
    return start;
  }

  /** Whether a word that comes before addresses ends here. */
  function endsLead(at: number): boolean {
    const hanzi = text.charAt(at - 1);
    if (!isNameBody(hanzi))
      return !isNameBody(text.slice(at - 2, at)) && !isNameBody(text.slice(at - 1, at + 1));
    const slot = slots[at - 2] ?? -1;
    const bits = slot < 0 ? 0 : (lexicon.pairBits[slot] ?? 0);
    if ((bits & (contextBit.data | contextBit.call)) !== 0 || ADDRESS_LEADS.has(text.slice(at - 2, at)))
      return true;
    return LEAD_HANZI.includes(hanzi) && !isWord(at - 2) && !isWord(at - 1);
  }

  function isWord(at: number): boolean {
    const slot = slots[at] ?? -1;
    return slot >= 0 && (lexicon.pairCost[slot] ?? 0) > 0;
  }

  function isWordBoundary(at: number): boolean {
    return (slots[at - 1] ?? -1) < 0;
  }
}

/** Verbs of one Hanzi before an address. */
const LEAD_HANZI = '放停去发到来回改写看租买卖约换选找跟和与及';
const ADDRESS_LEADS = new Set(
  '搬去 搬来 搬至 约在 回到 送去 发到 来到 去到 跑到 刚到 住进 人在 我在 他住 她住 我住 你住 停在 途经 路过 位于 坐落 寄到 寄往 送到 送往 搬到 放在 放到 改成 改为 换成 导航 定位 公司 单位 学校 新家 家里 老家 地点 现在 目前 仍在 住在 就在 房屋 租赁 承租 出租 购买 房产 门店 分店 总部 仓库 楼盘 附近 我家 他家 她家 你家 家住'.split(
    ' ',
  ),
);

function endsWell(parts: readonly AddressPart[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return true;
  if (last.kind !== 'building' && last.kind !== 'area') return true;
  return last.end - last.start >= 2;
}

function isAddress(
  chain: readonly RegionAt[],
  parts: readonly AddressPart[],
  before: string,
  after: string,
): boolean {
  const hasRoad = parts.some(({ kind }) => kind === 'road');
  const hasArea = parts.some(({ kind }) => kind === 'area');
  const unsuffixed = parts.find(({ kind }) => kind === 'unsuffixed');
  const hasBuilding = unsuffixed !== undefined || parts.some(({ kind }) => kind === 'building');
  const numbers = parts.filter(({ kind }) => kind === 'number' || kind === 'bare');
  const rooms = parts.filter(
    ({ measure }) => measure !== undefined && /^(?:栋|幢|座|号楼|单元|室|弄|组)$/.test(measure),
  );
  const isLed = LEAD.test(before);
  const hasHouse = parts.some(
    ({ kind, measure }) =>
      kind === 'bare' ||
      (measure !== undefined && /^(?:号|弄|栋|幢|座|号楼|号院|单元|室|巷|组|队|社)$/.test(measure)),
  );
  if (chain.length > 0) {
    if (parts.length === 0) return isHome(chain, before, after);
    if (hasHouse && (hasRoad || hasArea || hasBuilding)) return true;
    const full = chain.some(({ full: isFull }) => isFull) || chain.length > 1;
    if (hasRoad && full && !INSTITUTION.test(after)) return isLed || chain.length > 1;
    if (isLed && chain.length > 1 && !INSTITUTION.test(after))
      return hasArea || hasBuilding || numbers.length > 0;
    return isLed && hasRoad && !INSTITUTION.test(after);
  }
  if (hasRoad && hasHouse) return true;
  if (unsuffixed !== undefined) {
    if (rooms.length > 0) return isLed || numbers.length > 1;
    return unsuffixed.end - unsuffixed.start > 2 && isFlatAlone(numbers);
  }
  if (hasBuilding && (rooms.length > 0 || isFlatAlone(numbers))) return true;
  if (hasBuilding && numbers.length > 0 && (isLed || FIELD_START.test(before))) return numbers.some(isInside);
  if (hasArea && rooms.length > 0) return true;
  return isLed && hasArea && hasHouse;
}

/** A city and its district alone are an address where somebody lives or something is sent. */
function isHome(chain: readonly RegionAt[], before: string, after: string): boolean {
  const county = chain.at(-1);
  if (chain.length < 2 || county === undefined || county.level !== 'county') return false;
  if (/^(?:的驿站|楼下|这边|附近|那边|家里)/.test(after)) return true;
  if (INSTITUTION.test(after)) return false;
  const isField = /(?:^|[ \n:：])$/.test(before) && /^(?:[ \n，,。;；]|$)/.test(after);
  return isField || HOME_LEAD.test(before);
}

/** Where a message or one of its fields begins, or after a telephone number. */
const FIELD_START = /(?:^|[\n\d,，;；|\t:：]|\d )$/;

/** A floor, a room, or a building and a room: 6楼, 15F, 5-2106. */
function isInside({ kind, measure, start, end }: AddressPart): boolean {
  if (kind === 'bare') return end - start >= 5;
  return measure !== undefined && /^(?:楼|层|室|房|户|F|f)$/.test(measure);
}

/** Building, unit and room: 33-3-1706. */
function isFlatAlone(numbers: readonly AddressPart[]): boolean {
  return numbers.some(({ kind, end, start }) => kind === 'bare' && end - start >= 7);
}
