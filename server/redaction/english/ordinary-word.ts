import { loadLexicon } from './lexicon.ts';
import { BASE_FORM } from './word-flags.ts';

const ENDINGS = ['ing', 'ed', 'er', 'est', 'ers'];

/** Whether a lower-case word is an ordinary English one, in any of its regular forms. */
export function isOrdinaryWord(word: string): boolean {
  return isBase(word) || isSimpleForm(word) || ENDINGS.some((ending) => isFormWith(word, ending));
}

function isBase(word: string): boolean {
  return (loadLexicon().flagsOf(word) & BASE_FORM) !== 0;
}

/** `dogs`, `boxes`, `tries`, `quickly`, `happily`, `kindness`. */
function isSimpleForm(word: string): boolean {
  const { length } = word;
  if (length > 3 && word.endsWith('s') && !word.endsWith('ss')) {
    if (isBase(word.slice(0, -1))) return true;
    if (length > 4 && word.endsWith('es') && isBase(word.slice(0, -2))) return true;
    if (length > 4 && word.endsWith('ies') && isBase(`${word.slice(0, -3)}y`)) return true;
  }
  if (length > 4 && word.endsWith('ly')) {
    return isBase(word.slice(0, -2)) || isBase(`${word.slice(0, -1)}e`) || isBase(`${word.slice(0, -3)}y`);
  }
  return (
    length > 6 && word.endsWith('ness') && (isBase(word.slice(0, -4)) || isBase(`${word.slice(0, -5)}y`))
  );
}

/** `making` of make, `bigger` of big, `tried` of try. */
function isFormWith(word: string, ending: string): boolean {
  if (word.length <= ending.length + 2 || !word.endsWith(ending)) return false;
  const stem = word.slice(0, -ending.length);
  if (isBase(stem) || isBase(`${stem}e`)) return true;
  if (stem.length > 2 && stem.at(-1) === stem.at(-2) && isBase(stem.slice(0, -1))) return true;
  return stem.endsWith('i') && isBase(`${stem.slice(0, -1)}y`);
}
