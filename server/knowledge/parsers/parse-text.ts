import type { ParsedFile } from './parsed-file.ts';
import { createSectionBuilder, joinWrapped } from './section-builder.ts';

const WRAP_WIDTH = 60;
const listStart = /^\s*(?:[-*•·–]|\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]+[)）、])\s*/u;

/** Plain text: the first line is the title when it stands alone; hard-wrapped paragraphs are joined again. */
export function parseText(text: string): ParsedFile {
  const builder = createSectionBuilder();
  const paragraphs = withMarkedHeadings(text)
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/u)
    .map((paragraph) => paragraph.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  for (const [at, lines] of paragraphs.entries()) {
    const [only = ''] = lines;
    if (lines.length === 1 && isHeading(only, at === 0, paragraphs.length))
      builder.heading(at === 0 ? 1 : 2, only);
    else for (const line of joinLines(lines)) builder.line(line);
  }
  return builder.build();
}

/** A line above a rule of `===` or `---` is set apart as a heading; the rule goes. */
function withMarkedHeadings(text: string): string {
  return text.replaceAll(
    /^(?<line>[^\r\n]*\S[^\r\n]*)\r?\n[ \t]*(?:={3,}|-{3,})[ \t]*$/gmu,
    '\n\n$<line>\n\n',
  );
}

/** A short line of its own that ends without punctuation. */
function isHeading(line: string, first: boolean, paragraphs: number): boolean {
  const text = line.trim();
  if (paragraphs < 2 || listStart.test(text) || /[.。!！?？:：;；,，]$/u.test(text)) return false;
  return text.length <= (first ? 100 : WRAP_WIDTH) && !/[。！？]/u.test(text);
}

/** A line that is long, or that the next one continues in small letters, was wrapped by its writer's editor. */
function joinLines(lines: readonly string[]): string[] {
  const joined: string[][] = [];
  let previous = '';
  for (const line of lines) {
    if (isContinued(previous, line)) joined.at(-1)?.push(line);
    else joined.push([line]);
    previous = line;
  }
  return joined.map(joinWrapped);
}

function isContinued(previous: string, line: string): boolean {
  if (previous === '' || listStart.test(line)) return false;
  if (/[.。!！?？:：;；]\s*$/u.test(previous)) return false;
  const width = Array.from(previous).reduce(
    (sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1),
    0,
  );
  return width >= WRAP_WIDTH || /^\s*\p{Ll}/u.test(line);
}
