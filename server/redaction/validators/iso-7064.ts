/** ISO/IEC 7064 MOD 11,10 over all digits, the last one being the check digit. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (product + digits.charCodeAt(index) - 0x30) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digits.charCodeAt(digits.length - 1) - 0x30) % 10 === 1;
}

/** The number mod 97, letters read as 10 to 35: ISO/IEC 7064 MOD 97-10 leaves 1. Upper case. */
export function remainder97(text: string): number {
  let remainder = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const value = unit < 0x41 ? unit - 0x30 : unit - 0x41 + 10;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
