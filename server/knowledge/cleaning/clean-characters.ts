/** A text without the characters that show nothing, and what was hidden in it. */
export interface CleanCharacters {
  readonly text: string;
  /** Places where characters that show nothing carry something: tags, turned writing, runs of zero-width signs. */
  readonly hidden: number;
}

/** Unicode tags (U+E0000 on) spell ASCII unseen. After the black flag they make the flags of countries' parts. */
const flagOrTags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,6}\u{E007F}|[\u{E0000}-\u{E007F}]+/gu;
/** Overrides that show a text in another order than it is read (UAX 9). */
const turned = /[\u202D\u202E]/gu;
/** Three and more together spell something in bits; one alone lets a line break, or joins letters. */
const zeroWidthRun = /[\u200B-\u200D\u2060\uFEFF\u180E]{3,}/gu;
/** Shows nothing, and belongs to no script: spaces of no width, direction marks, soft hyphens, private signs of fonts. */
const invisible = /[\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u180E\u00AD\uE000-\uF8FF]/gu;
/** Ligatures, and the forms of Chinese characters that fonts in PDF give for the ordinary ones. */
const compatible = /[\uFB00-\uFB06\u2E80-\u2EF3\u2F00-\u2FD5\uF900-\uFAFF]/gu;

/** Ordinary characters for those that look the same; nothing for those that show nothing. */
export function cleanCharacters(text: string): CleanCharacters {
  let hidden = 0;
  const count = (): string => {
    hidden += 1;
    return '';
  };
  const clean = text
    .replaceAll(flagOrTags, (found) => (found.startsWith('\u{1F3F4}') ? found : count()))
    .replaceAll(turned, count)
    .replaceAll(zeroWidthRun, count)
    .replaceAll(invisible, '')
    .replaceAll(compatible, (sign) => sign.normalize('NFKC'))
    .normalize('NFC');
  return { text: clean, hidden };
}
