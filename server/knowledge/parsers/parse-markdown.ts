import type { ParsedFile } from './parsed-file.ts';
import { createSectionBuilder, joinWrapped, type SectionBuilder } from './section-builder.ts';
import { tableLines } from './table-lines.ts';

const headingPattern = /^ {0,3}(?<marks>#{1,6})\s+(?<text>.*?)\s*#*\s*$/u;
const listPattern = /^\s*(?:[-*+]|(?<number>\d{1,9}[.)]))\s+(?<text>.*)$/u;
const fencePattern = /^\s*(?:`{3,}|~{3,})/u;
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/u;

/** Markdown: headings become locations; paragraphs, list items and table rows become lines without markup. */
export function parseMarkdown(text: string): ParsedFile {
  const builder = createSectionBuilder();
  const state: State = { builder, paragraph: [], table: [], fenced: false };
  for (const line of withoutFrontMatter(text).split(/\r\n|\r|\n/u)) readLine(state, line);
  flush(state);
  return builder.build();
}

interface State {
  readonly builder: SectionBuilder;
  paragraph: string[];
  table: string[][];
  fenced: boolean;
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/u, '');
}

function readLine(state: State, line: string): void {
  if (fencePattern.test(line)) {
    flush(state);
    state.fenced = !state.fenced;
  } else if (state.fenced) state.builder.line(line);
  else readProse(state, line);
}

function readProse(state: State, line: string): void {
  const heading = headingPattern.exec(line)?.groups;
  const item = listPattern.exec(line)?.groups;
  const underline = /^ {0,3}(?:=+|-{2,})\s*$/u.test(line);
  if (underline && state.paragraph.length === 1) {
    const [text = ''] = state.paragraph.splice(0);
    state.builder.heading(line.includes('=') ? 1 : 2, plainInline(text));
  } else if (heading !== undefined) {
    flush(state);
    state.builder.heading(heading['marks']?.length ?? 1, plainInline(heading['text'] ?? ''));
  } else if (line.includes('|') && /^\s*\|.*\|\s*$/u.test(line)) readTableRow(state, line);
  else if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/u.test(line)) flush(state);
  else if (item === undefined) pushProse(state, line);
  else {
    flush(state);
    pushProse(state, [item['number'], item['text']].filter((part) => part !== undefined).join(' '));
  }
}

function readTableRow(state: State, line: string): void {
  if (state.table.length === 0) flush(state);
  if (tableRule.test(line)) return;
  const cells = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
    .split(/(?<!\\)\|/u);
  state.table.push(cells.map((cell) => plainInline(cell.replaceAll('\\|', '|')).trim()));
}

function pushProse(state: State, line: string): void {
  if (state.table.length > 0) flush(state);
  state.paragraph.push(line.replace(/^\s*>+\s?/u, ''));
}

function flush(state: State): void {
  if (state.paragraph.length > 0) state.builder.line(plainInline(joinWrapped(state.paragraph)));
  for (const line of tableLines(state.table)) state.builder.line(line);
  state.paragraph = [];
  state.table = [];
}

/**
 * Inline markup taken away: emphasis, code marks, links and images keep their text; comments and tags go. Every
 * repetition is bounded, so that hostile lines cost linear time.
 */
function plainInline(text: string): string {
  return text
    .replaceAll(/<!--.{0,2000}?-->/gu, ' ')
    .replaceAll(/!?\[(?<label>[^\]]{0,1000})\]\([^)]{0,2000}\)/gu, '$<label>')
    .replaceAll(/<(?<url>https?:[^>\s]+|[^>\s@]+@[^>\s]+)>/gu, '$<url>')
    .replaceAll(/<\/?[a-z][^>]{0,1000}>/giu, ' ')
    .replaceAll(/(?<marks>\*{1,3}|~~|`+)(?=\S)(?<inner>.{0,1000}?\S)\k<marks>/gu, '$<inner>')
    .replaceAll(/(?<=^|\W)(?<marks>_{1,3})(?=\S)(?<inner>.{0,1000}?\S)\k<marks>(?=\W|$)/gu, '$<inner>')
    .replaceAll(/\\(?<mark>[\\`*_{}[\]()#+\-.!|>~])/gu, '$<mark>');
}
