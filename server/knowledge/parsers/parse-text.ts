import { isFurniture } from '../cleaning/boilerplate-lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import { createSectionBuilder, joinWrapped } from './section-builder.ts';

const WRAP_WIDTH = 60;
const TITLE_LENGTH = 100;
const rulePattern = /^[ \t]*(?:={3,}|-{3,})[ \t]*$/u;
const numbered = /^\s*(?:\d|[一二三四五六七八九十]+、)/u;
const listStart = /^\s*(?:[-*•·–]|\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]+[)）、])\s*/u;

/**
 * Plain text: a first paragraph of one or two short lines is the title, a short line of its own is a heading, and
 * hard-wrapped paragraphs are joined again.
 */
export function parseText(text: string): ParsedFile {
  const builder = createSectionBuilder();
  const paragraphs = paragraphsOf(text);
  for (const [at, lines] of paragraphs.entries()) {
    const line = joinWrapped(lines);
    if (isTitle(lines, at, paragraphs.length)) builder.heading(1, line);
    else if (isHeading(lines, paragraphs[at + 1])) builder.heading(2, line);
    else for (const joined of joinLines(lines)) builder.line(joined);
  }
  return builder.build();
}

/** Text without headings, such as the words of a mail: its paragraphs, wrapped lines joined. */
export function paragraphLines(text: string): string[] {
  return paragraphsOf(text).flatMap(joinLines);
}

/** Lines in groups between blank lines. A line above a rule of `===` or `---` is a group of its own; the rule goes. */
function paragraphsOf(text: string): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const current = paragraphs.at(-1) ?? [];
    if (line.trim() === '' || isFurniture(line.trim())) paragraphs.push([]);
    else if (rulePattern.test(line) && current.length > 0) paragraphs.push(current.splice(-1), []);
    else current.push(line);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

function isTitle(lines: readonly string[], at: number, paragraphs: number): boolean {
  const short = lines.every((line) => isShort(line, TITLE_LENGTH) && !listStart.test(line));
  return at === 0 && paragraphs > 1 && lines.length <= 2 && short;
}

/** A numbered line is a heading when text stands below it, and a list item when another numbered line does. */
function isHeading(lines: readonly string[], next: readonly string[] | undefined): boolean {
  const [line = ''] = lines;
  if (lines.length > 1 || next === undefined || !isShort(line, WRAP_WIDTH)) return false;
  return !listStart.test(line) || (numbered.test(line) && !listStart.test(next[0] ?? ''));
}

/** Short, and without the punctuation that ends or introduces a sentence. */
function isShort(line: string, length: number): boolean {
  const text = line.trim();
  return text.length <= length && !/[。！？]/u.test(text) && !/[.!?:：;；,，]$/u.test(text);
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
