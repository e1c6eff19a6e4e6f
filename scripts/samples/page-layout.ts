import type { SampleBlock } from './sample-blocks.ts';

/** One line of text at its place on an A4 page; points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

interface Line {
  readonly cells: readonly string[];
  readonly size: number;
  readonly bold: boolean;
}

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;
const MARGIN = 64;
const TOP = PAGE_HEIGHT - 72;
const BOTTOM = 80;
const LEADING = 1.4;
/** Helvetica at 11 points fits about this many characters into the text width. */
const LINE_CHARACTERS = 84;
const SECOND_COLUMN = 380;
const FACES = {
  title: { size: 20, bold: true },
  heading: { size: 14, bold: true },
  paragraph: { size: 11, bold: false },
} as const;

/** Lays blocks out on pages. A paragraph is never split, and a heading stays with the block that follows it. */
export function layOutPages(blocks: readonly SampleBlock[]): readonly (readonly PlacedText[])[] {
  const pages: PlacedText[][] = [[]];
  let y = TOP;
  for (const [index, block] of blocks.entries()) {
    const lines = linesOf(block);
    const next = block.kind === 'heading' ? blocks[index + 1] : undefined;
    const together = height(lines) + (next === undefined ? 0 : height(linesOf(next)));
    if (y - together < BOTTOM) {
      pages.push([]);
      y = TOP;
    }
    for (const line of lines) {
      y -= line.size * LEADING;
      pages.at(-1)?.push(...place(line, y));
    }
    y -= 8;
  }
  return pages;
}

function linesOf(block: SampleBlock): readonly Line[] {
  if (block.kind === 'table') {
    return block.rows.map((cells, index) => ({ cells, ...FACES.paragraph, bold: index === 0 }));
  }
  return wrap(block.text).map((text) => ({ cells: [text], ...FACES[block.kind] }));
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= LINE_CHARACTERS) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function height(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.size * LEADING, 0);
}

function place({ cells, size, bold }: Line, y: number): readonly PlacedText[] {
  return cells.map((text, column) => ({ text, x: column === 0 ? MARGIN : SECOND_COLUMN, y, size, bold }));
}

/** The line at the foot of each page. */
export function footer(title: string, page: number, pages: number): PlacedText {
  const text = `Harbour Bank | ${title} | Page ${page} of ${pages}`;
  return { text, x: MARGIN, y: 48, size: 8, bold: false };
}
