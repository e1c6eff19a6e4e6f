const BUSINESS_WEIGHTS = [10, 4, 9, 3, 8, 2, 7, 1];
const COMPANY_WEIGHTS = [10, 8, 6, 4, 9, 7, 5, 3, 1];
const OTHER_WEIGHTS = [4, 3, 5, 3, 10, 2, 2, 5, 7];
const OTHER_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWX0123456789';

/** Businesses: eight digits, check letter. Upper case, as the others. */
export function isBusinessUen(uen: string): boolean {
  return 'XMKECAWLJDB'.charAt(sumOf(uen, BUSINESS_WEIGHTS, '0123456789') % 11) === uen.charAt(8);
}

/** Local companies: year and five digits, check letter. */
export function isCompanyUen(uen: string): boolean {
  return 'ZKCMDNERGWH'.charAt(sumOf(uen, COMPANY_WEIGHTS, '0123456789') % 11) === uen.charAt(9);
}

/** Other entities: R, S or T, year, two letters, four digits, check character. */
export function isOtherUen(uen: string): boolean {
  return OTHER_ALPHABET.charAt((sumOf(uen, OTHER_WEIGHTS, OTHER_ALPHABET) + 6) % 11) === uen.charAt(9);
}

function sumOf(uen: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(uen.charAt(index)), 0);
}
