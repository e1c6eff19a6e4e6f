import type { RecognisedPlace } from '../recognise.ts';
import type { Word } from './cut-words.ts';
import type { TokenReading } from './token-labels.ts';

/** A word and what it is taken for. */
export interface ReadWord extends Word {
  readonly reading: TokenReading | undefined;
}

/**
 * Values made of neighbouring words of one type, in order and disjoint. A value ends where another begins and at the end
 * of a line. What has neither letter nor digit is no value, nor the beginning or end of one.
 */
export function joinWords(text: string, words: readonly ReadWord[]): readonly RecognisedPlace[] {
  const groups: ReadWord[][] = [];
  let previous: ReadWord | undefined;
  for (const word of words) {
    const last = groups.at(-1);
    if (last !== undefined && previous !== undefined && goesOn(text, previous, word)) last.push(word);
    else if (word.reading !== undefined) groups.push([word]);
    previous = word;
  }
  return groups.flatMap((group) => toPlace(text, group));
}

function goesOn(text: string, previous: ReadWord, { reading, start }: ReadWord): boolean {
  if (reading === undefined || reading.begins || reading.type !== previous.reading?.type) return false;
  return !/[\n\r\u2028\u2029]/u.test(text.slice(previous.end, start));
}

function toPlace(text: string, group: readonly ReadWord[]): RecognisedPlace[] {
  const isTelling = ({ start, end }: Word): boolean => /[\p{L}\p{N}]/u.test(text.slice(start, end));
  const first = group.find(isTelling);
  const last = group.findLast(isTelling);
  if (first?.reading === undefined || last === undefined) return [];
  const { type } = first.reading;
  const total = group.reduce((sum, { reading }) => sum + (reading?.score ?? 0), 0);
  return [{ type, start: first.start, end: last.end, score: total / group.length }];
}
