import { simplifiedHanzi, traditionalHanzi } from './tables/simplified-forms.ts';

let forms: Uint16Array | undefined;

/** The units of a text with traditional Hanzi read as simplified ones, one for one. */
export function readSimplified(text: string): Uint16Array {
  forms ??= buildForms();
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = forms[text.charCodeAt(index)] ?? 0;
  return units;
}

export function isHanzi(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function buildForms(): Uint16Array {
  const table = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => unit);
  const from = traditionalHanzi.replaceAll('\n', '');
  const to = simplifiedHanzi.replaceAll('\n', '');
  for (let index = 0; index < from.length; index += 1) table[from.charCodeAt(index)] = to.charCodeAt(index);
  // 臺 and 台, 裡 and 里 stand beside each other in addresses; 〇 is read as a Hanzi.
  table['〇'.charCodeAt(0)] = '零'.charCodeAt(0);
  return table;
}

export function hasHanzi(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text);
}

export function toText(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}
