import type { ParsedFile } from './parsed-file.ts';
import type { PdfLine } from './pdf-lines.ts';
import { createSectionBuilder, joinWrapped, type SectionBuilder } from './section-builder.ts';
import { tableLines } from './table-lines.ts';

/** Type this much larger than the body's is a heading. */
const HEADING_RATIO = 1.12;
const HEADING_LENGTH = 120;
/** Baselines further apart than this share of the type size begin a new paragraph. */
const PARAGRAPH_GAP = 1.75;
/** Lines at the top and at the bottom of a page that may be its header and footer. */
const EDGE = 2;
const listStart = /^(?:[-*•·–▪]|\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]+[)）、])\s*/u;

/** Turns printed lines into sections: running headers left out, headings by type size, paragraphs and tables joined. */
export function sectionsOf(pages: readonly (readonly PdfLine[])[]): ParsedFile {
  const body = bodySize(pages.flat());
  const levels = headingSizes(pages.flat(), body);
  const running = runningLines(pages);
  const builder = createSectionBuilder();
  for (const [at, lines] of pages.entries()) {
    builder.place(`p. ${at + 1}`);
    for (const group of groupsOf(
      lines.filter((line) => !running.has(shapeOf(line))),
      body,
    )) {
      addGroup(builder, group, levels, body);
    }
  }
  return builder.build();
}

function addGroup(
  builder: SectionBuilder,
  group: readonly PdfLine[],
  levels: readonly number[],
  body: number,
): void {
  const [first] = group;
  if (first === undefined) return;
  const text = joinWrapped(group.map(textOf));
  if (isHeading(first, body) && text.length <= HEADING_LENGTH) {
    builder.heading(levels.indexOf(roundSize(first.size)) + 1, text);
  } else if (first.cells.length > 1 && group.length > 1) {
    for (const line of tableLines(group.map((row) => row.cells))) builder.line(line);
  } else builder.line(text);
}

/** Lines that belong together: one heading, one paragraph, or one table. */
function groupsOf(lines: readonly PdfLine[], body: number): PdfLine[][] {
  const groups: PdfLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && belongs(last, line, body)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function belongs(last: PdfLine, line: PdfLine, body: number): boolean {
  if (last.cells.length > 1 || line.cells.length > 1) return last.cells.length === line.cells.length;
  if (isHeading(last, body) !== isHeading(line, body) || roundSize(last.size) !== roundSize(line.size))
    return false;
  if (last.paragraph !== undefined) return last.paragraph === line.paragraph;
  const gap = last.y - line.y;
  return gap > 0 && gap <= last.size * PARAGRAPH_GAP && !listStart.test(textOf(line));
}

function isHeading(line: PdfLine, body: number): boolean {
  return roundSize(line.size) >= body * HEADING_RATIO && line.cells.length === 1;
}

function textOf(line: PdfLine): string {
  return line.cells.join(' ');
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The size in which most characters are set. */
function bodySize(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const line of lines) {
    const size = roundSize(line.size);
    characters.set(size, (characters.get(size) ?? 0) + textOf(line).length);
  }
  return [...characters].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 1;
}

function headingSizes(lines: readonly PdfLine[], body: number): number[] {
  const sizes = lines.filter((line) => isHeading(line, body)).map((line) => roundSize(line.size));
  return [...new Set(sizes)].toSorted((left, right) => right - left);
}

/**
 * Shapes of lines at the edges of pages that return on most pages: headers and footers. On two pages, only those with a
 * number in them: page numbers.
 */
function runningLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = [...lines.slice(0, EDGE), ...lines.slice(-EDGE)].filter(mayRun).map(shapeOf);
    for (const shape of new Set(edges)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const isRunning = (shape: string, count: number): boolean =>
    count >= Math.max(shape.includes('#') ? 2 : 3, pages.length * 0.6);
  return new Set([...counts].filter(([shape, count]) => isRunning(shape, count)).map(([shape]) => shape));
}

/** The header of a table that goes on over pages has cells and no number: it stays. */
function mayRun(line: PdfLine): boolean {
  return line.cells.length === 1 || /\d/u.test(textOf(line));
}

function shapeOf(line: PdfLine): string {
  return textOf(line).replaceAll(/\d+/gu, '#');
}
