export const LOWER_CLASS = 1;
export const UPPER_CLASS = 2;
export const DIGIT_CLASS = 3;

/** Latin with its extensions, Greek, Cyrillic, Vietnamese: the scripts that have capitals. */
const LIMIT = 0x1f00;

let classes: Uint8Array | undefined;

/** What each UTF-16 unit below 0x1f00 is in a word of a script with capitals; 0, as for all other units, for none. */
export function loadCharacterClasses(): Uint8Array {
  classes ??= createClasses();
  return classes;
}

function createClasses(): Uint8Array {
  const made = new Uint8Array(LIMIT);
  for (let unit = 0; unit < LIMIT; unit += 1) {
    // Georgian to Mongolian have letters, but no capitals that begin a name.
    if (unit >= 0x530 && unit < 0x1e00) continue;
    made[unit] = classify(String.fromCharCode(unit));
  }
  return made;
}

function classify(character: string): number {
  if (/[0-9]/.test(character)) return DIGIT_CLASS;
  if (/\p{Lu}/u.test(character)) return UPPER_CLASS;
  return /[\p{Ll}\u00aa\u00ba]/u.test(character) ? LOWER_CLASS : 0;
}
