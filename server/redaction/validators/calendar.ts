const EARLIEST_YEAR = 1880;
const LATEST_YEAR = 2099;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the date exists in the Gregorian calendar and can be in a document that a living person carries. */
export function isPlausibleDate(year: number, month: number, day: number): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || day < 1) return false;
  return month <= 12 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same for `YYYYMMDD`. */
export function isPlausibleCompactDate(digits: string): boolean {
  return isPlausibleDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

/** Whether the day can be in the month of some year. */
export function isDayOfMonth(month: number, day: number): boolean {
  return day >= 1 && day <= (DAYS[month - 1] ?? 0);
}

/** The same for `YYMMDD`, whose century is not known. */
export function startsWithYymmdd(digits: string): boolean {
  return isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** The same for `DDMMYY`. */
export function startsWithDdmmyy(digits: string): boolean {
  return isDayOfMonth(Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
}
