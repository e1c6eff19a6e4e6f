import { nameStops, notNames, softStops } from './tables/name-stops.ts';
import { compoundSurnames, surnames } from './tables/surnames.ts';

/**
 * Length of the Chinese name that begins at `start`: a surname of the table and one or two given characters,
 * or a name with a middle dot. 0 when there is none.
 */
export function chineseNameLength(text: string, start: number): number {
  const dotted = dottedLength(text, start);
  if (dotted > 0) return dotted;
  const family = surnameLength(text, start);
  if (family === 0) return 0;
  const given = givenLength(text, start + family);
  const length = given === 0 ? 0 : family + given;
  return length > 0 && isNotName(text.slice(start, start + length)) ? 0 : length;
}

/** 2 for a compound surname, 1 for a single one, else 0. */
export function surnameLength(text: string, start: number): number {
  if (compoundSurnames.has(text.slice(start, start + 2))) return 2;
  return surnames.has(text.charAt(start)) ? 1 : 0;
}

export function isHanzi(character: string): boolean {
  return character >= '\u3400' && character <= '\u9fff';
}

function isNotName(name: string): boolean {
  return notNames.has(name) || notNames.has(name.slice(0, 2));
}

function givenLength(text: string, start: number): number {
  const first = text.charAt(start);
  if (!isHanzi(first) || nameStops.has(first) || startsWord(text, start)) return 0;
  const second = text.charAt(start + 1);
  if (!isHanzi(second) || nameStops.has(second) || startsWord(text, start + 1)) return 1;
  return softStops.has(second) && goesOn(text, start + 2) ? 1 : 2;
}

/** Whether a word goes on at `index`, rather than the sentence or nothing. */
function goesOn(text: string, index: number): boolean {
  const next = text.charAt(index);
  return isHanzi(next) && (!nameStops.has(next) || '了着过'.includes(next));
}

/** Whether a word that follows names begins here, such as 电话 or 先生. */
function startsWord(text: string, start: number): boolean {
  return notNames.has(text.slice(start, start + 2));
}

/** Names of the form 阿卜杜拉·买买提. */
function dottedLength(text: string, start: number): number {
  const match = /^[\u4e00-\u9fff]{2,6}[·•・][\u4e00-\u9fff]{2,6}/.exec(text.slice(start, start + 14));
  return match === null ? 0 : match[0].length;
}
