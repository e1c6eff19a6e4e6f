/** Issuer ranges (ISO/IEC 7812-1) with the lengths each network issues. */
const networks: readonly {
  readonly name: string;
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
}[] = [
  { name: 'visa', prefix: /^4/, lengths: [13, 16, 19] },
  { name: 'mastercard', prefix: /^(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/, lengths: [16] },
  { name: 'amex', prefix: /^3[47]/, lengths: [15] },
  { name: 'diners', prefix: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 16, 19] },
  { name: 'discover', prefix: /^(?:6011|64[4-9]|65)/, lengths: [16, 19] },
  { name: 'jcb', prefix: /^35(?:2[89]|[3-8]\d)/, lengths: [16, 19] },
  { name: 'jcb-15', prefix: /^(?:1800|2131)/, lengths: [15] },
  { name: 'maestro', prefix: /^(?:50|5[678]|6304|6390|67)/, lengths: [13, 14, 15, 16, 19] },
];

/** The network that issues numbers of this prefix and length, UnionPay apart. */
export function paymentNetwork(digits: string): string | undefined {
  return networks.find(({ prefix, lengths }) => lengths.includes(digits.length) && prefix.test(digits))?.name;
}

/** UnionPay's 62 and 81, and older ranges that Chinese banks still use. */
export function isUnionPay(digits: string): boolean {
  return /^(?:62|81|603|9558|940)/.test(digits);
}
