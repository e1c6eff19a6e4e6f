import type { Span } from '../rule.ts';
import { firmKinds, FIRM_ENDING, type FirmKind, GENERIC_HEADS, NATIONAL_HEADS } from './firm-words.ts';
import { chineseRegions } from './regions.ts';

/** The name of a firm or institution, with the kind of its ending. */
export interface FirmSpan extends Span {
  readonly kind: FirmKind;
}

/** Hanzi before the ending; the longest registered names of firms have some thirty. */
const LONGEST_HEAD = 28;
const SHORTEST_HEAD = 2;
const BRANCH =
  /(?:第[一二三四五六七八九十\d]{1,3})?[\u3400-\u9fff]{0,8}?(?:分行|支行|分公司|支公司|子公司|营业部|营业厅|分院|分局|分校|分所)/y;
const HEAD_UNIT = /[\u3400-\u9fffA-Za-z\d()·&-]/;
/** One Hanzi that stands between a sentence and a name, unless the word after it begins a name with it. */
const LEAD = /[在向与和及或由给是为于从到被对把将让跟找去来叫的了着过我你您他她它们本该此这那至经]/;
/** Words of names that begin with or hold such a Hanzi. */
const NAME_WITH_LEAD =
  /和谐|和平|和睦|和信|和记|中和|太和|永和|为民|为康|有为|华为|对外|向阳|向荣|向上|来福|来宝|来宾|未来|自来|将军|于都|本田|本溪|本钢|目的|到家|经济|经贸|经纬|经典|经开|从化|从江|东来|由来|及时|过滤|给水|让胡|安在|自在|存在/g;

/** Reads names of firms and institutions by their endings. Time is linear: what is read before an ending is bounded. */
export function readFirms(text: string): readonly FirmSpan[] {
  const found: FirmSpan[] = [];
  FIRM_ENDING.lastIndex = 0;
  let free = 0;
  for (let match = FIRM_ENDING.exec(text); match !== null; match = FIRM_ENDING.exec(text)) {
    const kind = firmKinds.get(match[0]);
    if (kind === undefined) continue;
    const start = headStart(text, Math.max(free, headLimit(text, match.index)), match.index);
    if (start === undefined || !isName(text.slice(start, match.index), match[0], kind)) continue;
    const end = branchEnd(text, FIRM_ENDING.lastIndex);
    found.push({ start, end, kind });
    FIRM_ENDING.lastIndex = end;
    free = end;
  }
  return found;
}

/** Where the run of letters before the ending begins. */
function headLimit(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_HEAD && HEAD_UNIT.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The name begins after the last word of the sentence; at the first region from there on, where there is one. */
function headStart(text: string, limit: number, at: number): number | undefined {
  const head = text.slice(limit, at);
  const kept = new Uint8Array(head.length);
  for (const { 0: word, index } of head.matchAll(NAME_WITH_LEAD)) kept.fill(1, index, index + word.length);
  let start = limit;
  for (let index = head.length - SHORTEST_HEAD - 1; index >= 0; index -= 1) {
    if (kept[index] === 1 || !LEAD.test(head.charAt(index))) continue;
    start = limit + index + 1;
    break;
  }
  const regions = chineseRegions();
  for (let index = start; index < at; index += 1) if (regions.at(text, index) !== undefined) return index;
  return at - start >= SHORTEST_HEAD ? start : undefined;
}

function isName(head: string, ending: string, kind: FirmKind): boolean {
  if (/^[\d()·&-]|[·&-]$/.test(head) || !/[\u3400-\u9fffA-Za-z]/.test(head)) return false;
  if (ending.includes('有限')) return !GENERIC_HEADS.has(head);
  if (chineseRegions().at(head, 0) !== undefined) return true;
  if (kind === 'authority') return NATIONAL_HEADS.test(head);
  if (LEAD.test(head.slice(-1)) || head.endsWith('上')) return false;
  return ![1, 2, 3, 4].some((length) => GENERIC_HEADS.has(head.slice(-length)));
}

/** Past the branch that is named right after the firm. */
function branchEnd(text: string, end: number): number {
  BRANCH.lastIndex = end;
  const match = BRANCH.exec(text);
  return match === null || LEAD.test(match[0].charAt(0)) ? end : BRANCH.lastIndex;
}
