import type { Dice } from './dice.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const BASE62 = LOWER + UPPER + DIGITS;
const WORDS =
  'sommer tiger river falcon anchor copper garden winter rocket silver maple bridge comet harbor lantern'.split(
    ' ',
  );

/** What people choose: words with numbers and signs, short random ones, keyboard runs. */
export function makePassword(dice: Dice): string {
  const word = dice.pick(WORDS);
  const Word = word.charAt(0).toUpperCase() + word.slice(1);
  switch (dice.roll(8)) {
    case 0:
      return `${Word}${1950 + dice.roll(80)}${dice.pick(['!', '#', '@', '?', ''])}`;
    case 1:
      return `${word}${dice.roll(1000)}`;
    case 2:
      return dice.spell(BASE62, 8 + dice.roll(8));
    case 3:
      return dice.spell(`${BASE62}!@%^*_+`, 10 + dice.roll(8));
    case 4:
      return `${Word}-${dice.pick(WORDS)}-${dice.roll(100)}`;
    case 5:
      return `${word.replace('o', '0').replace('e', '3').replace('i', '1')}${dice.pick(['!', '#1', '_x9'])}`;
    case 6:
      return `P@${dice.spell(LOWER, 4)}${dice.spell(DIGITS, 3)}`;
    default:
      return `${word}${dice.pick(WORDS)}${dice.roll(10)}`;
  }
}

/** What machines make: Base62, hexadecimal, Base64, Base64url, in usual lengths. */
export function makeKey(dice: Dice): string {
  switch (dice.roll(6)) {
    case 0:
      return dice.spell('0123456789abcdef', dice.pick([32, 40, 64]));
    case 1:
      return `${dice.spell(`${BASE62}+/`, 43)}=`;
    case 2:
      return dice.spell(`${BASE62}_-`, dice.pick([32, 43, 48]));
    case 3:
      return dice.spell(UPPER + DIGITS, dice.pick([20, 24]));
    case 4:
      return dice.spell(LOWER + DIGITS, dice.pick([24, 26, 36]));
    default:
      return dice.spell(BASE62, dice.pick([20, 24, 32, 40]));
  }
}
