import { Converter } from 'opencc-js/t2cn';

const hanRun = /\p{Script=Han}+/gu;
const folded = new Map<string, string>();
/** Written out: the library's own name for it does not resolve. */
type Convert = (text: string) => string;
let converter: Convert | undefined;

/**
 * The same text with every traditional character, Hong Kong and Taiwan forms included, replaced by its simplified one
 * (OpenCC's tables). For matching only, never for reading: it goes character by character, so that a character means
 * the same in a text and in a question whatever stands around it (`乾隆` and `乾燥` both begin with `干`). The only file
 * that imports opencc-js.
 */
export function foldChinese(text: string): string {
  return text.replaceAll(hanRun, (run) => Array.from(run, foldCharacter).join(''));
}

function foldCharacter(character: string): string {
  const known = folded.get(character);
  if (known !== undefined) return known;
  // Built at the first Chinese character: its tables take 40 ms.
  const convert: Convert = (converter ??= Converter({ from: 'hk', to: 'cn' }));
  const simplified = convert(character);
  folded.set(character, simplified);
  return simplified;
}
