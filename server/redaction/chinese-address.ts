import { isHanzi } from './chinese-name.ts';

const MAX_LEFT = 30;
/** Words before an address: reading to the left ends after them. */
const LEAD =
  /(?:地址|住址|家住|住在|居住在|现住|位于|寄到|寄往|送到|送货到|送往|地点|户籍|在|到|至|是|为|往|从|于|住|的|:)$/;
const DETAIL =
  /^[ ,-]?(?:[东西南北中]?\d{1,4}|[A-Za-z]\d{0,3}|[一二三四五六七八九十甲乙丙丁]{1,3})?(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|户|房|弄|院|区|门|#)/;
const NAMED = /^[\u4e00-\u9fff]{2,8}(?:大厦|广场|小区|花园|公寓|中心|家园|大楼|新村|苑|园)/;

/** Start of the address whose road stands at `at`: back over Hanzi, at most 30, to punctuation or a lead word. */
export function extendAddressLeft(text: string, at: number): number {
  const least = Math.max(0, at - MAX_LEFT);
  let start = at;
  while (start > least && isHanzi(text.charAt(start - 1)) && !isLeadAt(text, start, at)) start -= 1;
  return start;
}

function isLeadAt(text: string, start: number, at: number): boolean {
  return at - start >= 2 && LEAD.test(text.slice(Math.max(0, start - 4), start));
}

/** End of the address: over buildings, floors and rooms that follow. */
export function extendAddressRight(text: string, from: number): number {
  let end = from;
  for (let parts = 0; parts < 8; parts += 1) {
    const rest = text.slice(end, end + 24);
    const detail = DETAIL.exec(rest) ?? NAMED.exec(rest);
    if (detail === null || detail[0].length === 0) break;
    end += detail[0].length;
  }
  return end;
}
