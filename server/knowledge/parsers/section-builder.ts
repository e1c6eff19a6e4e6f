import type { Block, ParsedFile } from './parsed-file.ts';

const SEPARATOR = ' › ';

/** Collects headings and lines in reading order and gives one block per heading. */
export interface SectionBuilder {
  /** `level` is 1 for the highest heading. */
  heading(level: number, text: string): void;
  line(text: string): void;
  /** What stands before every path from here on, for example `p. 3`. */
  place(prefix: string): void;
  build(title?: string): ParsedFile;
}

/** A heading before any text is the title, and no part of the paths below it. */
export function createSectionBuilder(): SectionBuilder {
  const blocks: Block[] = [];
  let path: { level: number; text: string }[] = [];
  let lines: string[] = [];
  let title: string | undefined;
  let prefix = '';

  const close = (): void => {
    const text = lines.join('\n').trim();
    const location = [prefix, ...path.map((heading) => heading.text)].filter((part) => part !== '');
    if (text !== '') blocks.push({ location: location.join(SEPARATOR), text });
    lines = [];
  };

  return {
    heading(level, text) {
      const clean = tidyLine(text);
      if (clean === '') return;
      close();
      const isTitle = title === undefined && blocks.length === 0 && path.length === 0;
      if (isTitle) title = clean;
      else path = [...path.filter((heading) => heading.level < level), { level, text: clean }];
    },
    line(text) {
      const clean = tidyLine(text);
      if (clean !== '') lines.push(clean);
    },
    place(newPrefix) {
      close();
      prefix = newPrefix;
    },
    build(fallbackTitle) {
      close();
      return { title: title ?? fallbackTitle, blocks };
    },
  };
}

/** One line with single spaces and without control characters. */
export function tidyLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zs}]+/gu, ' ').trim();
}

/** Joins the lines of a wrapped paragraph: Chinese without a space, a soft hyphen without itself. */
export function joinWrapped(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines.map(tidyLine)) {
    const tight =
      /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]$/u.test(joined) &&
      /^[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(line);
    joined = joined === '' || tight ? joined + line : `${joined} ${line}`;
  }
  return joined.replaceAll('\u00AD', '');
}
