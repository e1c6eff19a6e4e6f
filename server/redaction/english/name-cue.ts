import { SPACE } from './gap.ts';
import type { Reading } from './reading.ts';

/** Words before a name of an organisation. */
const NAME_CUES = new Set('at for from with by join joined'.split(' '));

/** Whether the word before says that a name follows. */
export function isAfterNameCue(reading: Reading, first: number): boolean {
  return first > 0 && reading.gaps[first] === SPACE && NAME_CUES.has(reading.word(first - 1));
}
