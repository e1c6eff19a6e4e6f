type Check = (value: string) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value);

/**
 * What makes a value of each type valid, written from the standards and apart from server/redaction.
 * Contact points and addresses are held to the ranges that are reserved for examples, where such exist.
 */
export const valueChecks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['PERSON', matches(/^[A-Z][a-z]+ [A-Z][a-z]+$/)],
  ['CN_PERSON_NAME', matches(/^\p{Script=Han}{2,4}$/u)],
  ['EMAIL', matches(/^[\w.]+@example\.(com|net|org)$/)],
  ['PHONE_INTL', matches(/^\+(44 20 7946 0\d{3}|1 202-555-01\d{2})$/)],
  ['CN_MOBILE', matches(/^(\+86 )?1[3-9]\d ?\d{4} ?\d{4}$/)],
  ['CN_LANDLINE', matches(/^0\d{2,3}-\d{7,8}$/)],
  ['IPV4', matches(/^(203\.0\.113|198\.51\.100|192\.0\.2)\.\d{1,3}$/)],
  ['US_SSN', matches(/^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/)],
  ['CREDIT_CARD', (value) => /^[45]/.test(value) && isLuhn(value, 16)],
  ['CN_BANK_CARD', (value) => value.startsWith('62') && isLuhn(value, 19)],
  ['CN_RESIDENT_ID', isResidentId],
  ['CN_USCC', isCreditCode],
  ['HK_ID', isHongKongId],
  ['IBAN', isIban],
  ['CN_PASSPORT', matches(/^E\d{8}$/)],
  ['CN_LICENSE_PLATE', matches(/^\p{Script=Han}[A-HJ-NP-Z][0-9A-HJ-NP-Z]{5}$/u)],
  ['CN_ADDRESS', matches(/^\p{Script=Han}+\d+号(\d+栋\d+室)?$/u)],
  ['STREET_ADDRESS', matches(/^\d+ [A-Z][a-z]+ Street$/)],
  ['CN_WECHAT', matches(/^[A-Za-z][\w-]{5,19}$/)],
  ['PASSWORD', matches(/^\S{8,}$/)],
  ['AWS_ACCESS_KEY_ID', matches(/^AKIA[A-Z2-7]{16}$/)],
  ['GENERIC_API_KEY', matches(/^\w{16,}$/)],
]);

function digits(value: string): readonly number[] {
  return Array.from(value.replace(/\D/g, ''), Number);
}

/** ISO/IEC 7812-1. */
function isLuhn(value: string, length: number): boolean {
  const found = digits(value);
  const sum = found
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((total, digit) => total + digit, 0);
  return found.length === length && sum % 10 === 0;
}

/** GB 11643: ISO 7064 MOD 11-2 over all eighteen characters leaves 1, and the birth date exists. */
function isResidentId(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false;
  const [year, month, day] = [value.slice(6, 10), value.slice(10, 12), value.slice(12, 14)].map(Number);
  const born = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  if (born.getUTCMonth() + 1 !== month || born.getUTCDate() !== day) return false;
  const remainder = Array.from(value).reduce(
    (rest, char) => (rest * 2 + (char === 'X' ? 10 : Number(char))) % 11,
    0,
  );
  return remainder === 1;
}

/** GB 32100: weights 3^i modulo 31 over all eighteen characters leave 0 (the check character weighs 1). */
function isCreditCode(value: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const places = Array.from(value, (char) => alphabet.indexOf(char));
  if (places.length !== 18 || places.includes(-1)) return false;
  return places.reduce((sum, place, index) => sum + place * creditCodeWeight(index), 0) % 31 === 0;
}

function creditCodeWeight(index: number): number {
  return index === 17 ? 1 : 3 ** index % 31;
}

/** One letter, six digits and a check digit: weights 9 (blank, 36) 8 7 … 1, sum divisible by 11. */
function isHongKongId(value: string): boolean {
  const parts = /^([A-Z])(\d{6})\(([\dA])\)$/.exec(value);
  if (parts === null) return false;
  const places = Array.from(parts.slice(1).join(''), (char) => Number.parseInt(char, 36));
  return places.reduce((sum, place, index) => sum + place * (8 - index), 36 * 9) % 11 === 0;
}

/** ISO 13616: MOD 97 is 1 with the first four characters moved to the end; 22 characters in Britain. */
function isIban(value: string): boolean {
  if (!/^GB\d{2}[A-Z]{4}\d{14}$/.test(value)) return false;
  const turned = value.slice(4) + value.slice(0, 4);
  const digitText = Array.from(turned, (char) => String(Number.parseInt(char, 36))).join('');
  return BigInt(digitText) % 97n === 1n;
}
