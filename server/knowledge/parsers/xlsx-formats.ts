import { readXml } from './read-xml.ts';

/** Writes the number in a cell as the program shows it. */
export type NumberFormat = (value: number) => string;

const DAY_MS = 86_400_000;
/** Day 0 of the two calendars that workbooks count in (ECMA-376 part 1, 18.17.4.1). */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
const LAST_DAY = 2_958_465; // 9999-12-31

/** Formats that need no definition (ECMA-376 part 1, 18.8.30); 27 to 58 are dates in Chinese, Japanese and Korean versions. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [18, 'h:mm'],
  [19, 'h:mm'],
  [20, 'h:mm'],
  [21, 'h:mm'],
  [22, 'y-m-d h:mm'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [45, 'h:mm'],
  [46, 'h:mm'],
  [47, 'h:mm'],
]);
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** The format of each cell style of a workbook, in the order of `cellXfs`. */
export function readNumberFormats(styles: Buffer | undefined, calendar: 1900 | 1904): NumberFormat[] {
  if (styles === undefined) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  readXml(styles, {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'xf' && inCells) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => {
    const code = codes.get(id) ?? builtIn.get(id) ?? (isBuiltInDate(id) ? 'y-m-d' : '');
    return createNumberFormat(code, calendar);
  });
}

export function createNumberFormat(code: string, calendar: 1900 | 1904): NumberFormat {
  const [section = ''] = code.split(';');
  const marks = section.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./gu, '');
  const hasDate = /[yd]/iu.test(marks);
  const hasTime = /[hs]/iu.test(marks) || /\[(?:h|m|s)+\]/iu.test(section);
  if (hasDate || hasTime) return (value) => dateText(value, calendar, hasDate, hasTime);
  const decimals = /\.(?<zeros>0+)/u.exec(marks)?.groups?.['zeros']?.length ?? 0;
  if (marks.includes('%')) return (value) => `${withDecimals(value * 100, decimals)}%`;
  if (!/[0#]/u.test(marks) || /E[+-]/iu.test(marks)) return plainNumber;
  const grouped = marks.includes(',');
  const [before, after] = affixesOf(section);
  return (value) => before + withDecimals(value, decimals, grouped) + after;
}

/** Fifteen significant digits, as the programs keep: binary fractions do not show. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Never fewer digits than the value has: what a format hides by rounding can be what is asked for. */
function withDecimals(value: number, least: number, grouped = false): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return plainNumber(value);
  const exact = /\.(?<digits>\d+)$/u.exec(plainNumber(value))?.groups?.['digits']?.length ?? 0;
  const digits = Math.min(Math.max(least, Math.min(exact, 6)), 10);
  return value.toLocaleString('en-US', {
    minimumFractionDigits: least > 10 ? 10 : least,
    maximumFractionDigits: digits,
    useGrouping: grouped,
  });
}

/** Currency signs and units around the digits: `"¥"#,##0`, `[$€-407] 0.00`, `0"元"`. */
function affixesOf(section: string): readonly [before: string, after: string] {
  const literal = section
    .replaceAll(/\[\$(?<sign>[^\]-]*)[^\]]*\]/gu, '$<sign>')
    .replaceAll(/\[[^\]]*\]|[_*]./gu, '')
    .replaceAll(/["\\]/gu, '');
  const digits = /[#0?][#0?,.]*/u.exec(literal);
  if (digits === null) return ['', ''];
  const before = literal.slice(0, digits.index).replaceAll(/[()]/gu, '').trim();
  return [
    before,
    literal
      .slice(digits.index + digits[0].length)
      .replaceAll(/[()]/gu, '')
      .trim(),
  ];
}

function dateText(value: number, calendar: 1900 | 1904, hasDate: boolean, hasTime: boolean): string {
  if (value < 0 || value > LAST_DAY) return plainNumber(value);
  const moment = new Date(DAY_ZERO[calendar] + Math.round(value * DAY_MS)).toISOString();
  const time = moment.slice(11, moment.slice(17, 19) === '00' ? 16 : 19);
  if (!hasDate) return time;
  return hasTime ? `${moment.slice(0, 10)} ${time}` : moment.slice(0, 10);
}
