const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
/** One syllable with its tone mark, such as `gōng` or `lǐng`. */
const syllable = `[a-zü]{0,4}[${TONED}][a-zü]{0,4}`;
/** After a single character: `電(diàn)信`. */
const bracketed = new RegExp(`(?<=\\p{Script=Han})[（(]\\s*${syllable}\\s*[)）]`, 'giu');
/** Glued to the characters it reads: `gōngsī公司`. */
const glued = new RegExp(`(?<![\\p{L}\\p{M}])(?:${syllable}){1,4}(?=\\p{Script=Han})`, 'giu');
/** A text about pronunciation gives it once or twice; a page whose converter left it gives it everywhere. */
const NOISE = 3;

/** Whether readings in these texts are left over from a page that showed them above the characters. */
export function hasPinyinNoise(texts: readonly string[]): boolean {
  let found = 0;
  for (const text of texts) {
    found += (text.match(bracketed)?.length ?? 0) + (text.match(glued)?.length ?? 0);
    if (found >= NOISE) return true;
  }
  return false;
}

export function stripPinyin(text: string): string {
  return text.replaceAll(bracketed, '').replaceAll(glued, '');
}
