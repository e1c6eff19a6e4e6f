import { groupBy } from '../../util/group-by.ts';
import type { PdfLine } from '../parsers/pdf-lines.ts';
import type { MeasuredPage } from './recognised-page.ts';

/** Words are levels 5 of tesseract's table; its columns in their order. */
const WORD_LEVEL = '5';
const columns = [
  'level',
  'page',
  'block',
  'paragraph',
  'line',
  'word',
  'left',
  'top',
  'width',
  'height',
  'sure',
  'text',
] as const;
/** Words less sure than this are specks and borders. */
const SURE = 15;
/** Pages less sure than this are pictures, not text. */
const LEGIBLE = 45;
/** A gap of this many heights is a new cell of a table. */
const CELL_GAP = 2;
/** Only type this much larger than the page's is told apart: boxes around lines differ by their letters. */
const LARGER = 1.4;

interface Word {
  readonly page: number;
  /** Block and paragraph. */
  readonly paragraph: string;
  readonly line: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly sure: number;
  readonly text: string;
}

/** The pages in a table that tesseract wrote (`tsv`). */
export function readTsv(table: string): MeasuredPage[] {
  const byPage = groupBy(table.split('\n').flatMap(wordsOf), ({ page }) => String(page));
  return [...byPage.values()].map((words) => pageOf(words));
}

function wordsOf(row: string): Word[] {
  const cells = row.split('\t');
  const value = (name: (typeof columns)[number]): string => cells[columns.indexOf(name)] ?? '';
  const number = (name: (typeof columns)[number]): number => Number(value(name));
  const text = value('text').trim();
  const isNoise = text === '' || (/^[|¦_—–~=+.,'‘’“”"`*°«»<>\\/-]+$/u.test(text) && number('sure') < 80);
  if (value('level') !== WORD_LEVEL || number('sure') < SURE || isNoise || /^[|¦]+$/u.test(text)) return [];
  const paragraph = `${value('block')}.${value('paragraph')}`;
  return [
    {
      page: number('page'),
      paragraph,
      line: `${paragraph}.${value('line')}`,
      left: number('left'),
      right: number('left') + number('width'),
      top: number('top'),
      bottom: number('top') + number('height'),
      sure: number('sure'),
      text,
    },
  ];
}

function pageOf(words: readonly Word[]): MeasuredPage {
  const characters = words.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = words.reduce((sum, { sure, text }) => sum + sure * text.length, 0) / characters;
  const lines = [...groupBy(words, ({ line }) => line).values()];
  const usual = medianOf(lines.map(heightOf));
  const paragraphs = [...new Set(words.map(({ paragraph }) => paragraph))];
  return {
    page: words[0]?.page ?? 1,
    confidence,
    characters,
    lines: confidence < LEGIBLE ? [] : lines.map((line) => lineOf(line, usual, paragraphs)),
  };
}

function lineOf(words: readonly Word[], usual: number, paragraphs: readonly string[]): PdfLine {
  const height = heightOf(words);
  return {
    cells: cellsOf(words, height),
    size: height > usual * LARGER ? height : usual,
    y: -Math.max(...words.map(({ bottom }) => bottom)),
    paragraph: paragraphs.indexOf(words[0]?.paragraph ?? ''),
  };
}

/** Chinese words stand together without a space; a wide gap begins a new cell. */
function cellsOf(words: readonly Word[], height: number): string[] {
  const cells: string[] = [];
  let end: number | undefined;
  for (const { text, left, right } of words) {
    const last = cells.at(-1);
    if (last === undefined || end === undefined || left - end > height * CELL_GAP) cells.push(text);
    else cells[cells.length - 1] = joinsTightly(last, text) ? last + text : `${last} ${text}`;
    end = right;
  }
  return cells;
}

function joinsTightly(before: string, after: string): boolean {
  const wide = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
  return wide.test(before.at(-1) ?? '') && wide.test(after.at(0) ?? '');
}

/** The middle height of its words: one that reaches into the next line does not make the line large. */
function heightOf(words: readonly Word[]): number {
  return medianOf(words.map(({ top, bottom }) => bottom - top));
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 1;
}
