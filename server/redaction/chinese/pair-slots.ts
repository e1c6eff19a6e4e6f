import type { Lexicon } from './lexicon.ts';
import { isHanzi } from './simplified-text.ts';

/** For each place, the slot in the lexicon of the pair of Hanzi there, or -1. */
export function pairSlots(units: Uint16Array, lexicon: Lexicon): Int32Array {
  const slots = new Int32Array(units.length).fill(-1);
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at] ?? 0;
    const next = units[at + 1] ?? 0;
    if (isHanzi(unit) && isHanzi(next)) slots[at] = lexicon.slotOf(unit, next);
  }
  return slots;
}
