import { freeTextRules } from './free-text-rules.ts';
import type { FindingsList } from './findings-list.ts';
import { COLON, SPACE, STOP } from './gap.ts';
import { isOrdinaryWord } from './ordinary-word.ts';
import { LOWER, type Reading } from './reading.ts';
import * as flag from './word-flags.ts';

/** Names in small letters: a given name and a surname together, or a name after a label or a title. */
export function findLowerCaseNames(reading: Reading, list: FindingsList): void {
  for (let index = 0; index < reading.count; index += 1) {
    if (reading.shapes[index] !== LOWER || list.isTaken(index)) continue;
    const flags = reading.flags[index] ?? 0;
    if ((flags & flag.NAME) !== 0) readName(reading, index, flags, list);
    else if ((flags & flag.COUNTRY) !== 0 && isAfter(reading, index, /^(?:in|from|to)$/))
      list.add(freeTextRules.place, index, index + 1);
  }
}

function readName(reading: Reading, index: number, flags: number, list: FindingsList): void {
  if ((flags & (flag.FUNCTION | flag.PLACE | flag.MONTH)) !== 0) return;
  const isPair = (flags & flag.GIVEN) !== 0 && isSurnameAfter(reading, index, list);
  const announced = isAnnounced(reading, index);
  if (!isPair && !announced) return;
  if (isOrdinaryWord(reading.word(index)) && !(isPair && announced)) return;
  list.add(freeTextRules.personSmall, index, isPair ? index + 2 : index + 1);
}

function isSurnameAfter(reading: Reading, index: number, list: FindingsList): boolean {
  const next = index + 1;
  if (
    next >= reading.count ||
    reading.gaps[next] !== SPACE ||
    reading.shapes[next] !== LOWER ||
    list.isTaken(next)
  )
    return false;
  const flags = reading.flags[next] ?? 0;
  if (
    (flags & flag.NAME) === 0 ||
    (flags & (flag.FUNCTION | flag.PERSON_VERB | flag.OPEN_VERB | flag.PLACE)) !== 0
  )
    return false;
  return !isOrdinaryWord(reading.word(next)) || isAnnounced(reading, index);
}

/** After `my name is`, `name:`, `mr`. */
function isAnnounced(reading: Reading, index: number): boolean {
  if (index === 0) return false;
  const gap = reading.gaps[index];
  const before = reading.flags[index - 1] ?? 0;
  if ((before & flag.TITLE) !== 0 && (gap === SPACE || gap === STOP))
    return /^(?:mr|mrs|ms|miss|dr|prof)$/.test(reading.word(index - 1));
  const word = reading.word(index - 1);
  if (gap === COLON) return word === 'name';
  if (gap !== SPACE) return false;
  if (word === 'is' && index > 1) return reading.word(index - 2) === 'name';
  return word === 'named' || word === 'dear';
}

function isAfter(reading: Reading, index: number, pattern: RegExp): boolean {
  return index > 0 && reading.gaps[index] === SPACE && pattern.test(reading.word(index - 1));
}
