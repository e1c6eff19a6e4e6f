import { formatError } from './format-error.ts';
import type { ParseBudget } from './parse-budget.ts';
import type { Block, ParsedFile } from './parsed-file.ts';
import { createPlacePacker } from './place-packer.ts';
import { tidyLine } from './section-builder.ts';

/** Deeper nesting than any document has: hostile input. */
const MAX_DEPTH = 100;
/** A value this long is text with a line of its own. */
const TEXT_LENGTH = 120;
const unit = { one: 'record', many: 'records' } as const;

/** JSON: every record of a list becomes lines `name: value; name: value`; its place is the list and its number in it. */
export function parseJson(text: string, budget: ParseBudget): ParsedFile {
  budget.takeText(text.length);
  const value = parseValue(text, 'The JSON is damaged and cannot be read. Save it again and retry.');
  return { title: undefined, blocks: blocksOf('', value, 0) };
}

/** JSON Lines: a record on each line. */
export function parseJsonLines(text: string, budget: ParseBudget): ParsedFile {
  budget.takeText(text.length);
  const packer = createPlacePacker('', unit);
  for (const [at, line] of text.split(/\r\n|\r|\n/u).entries()) {
    if (line.trim() === '') continue;
    const value = parseValue(line, `Line ${at + 1} is no JSON. Mend or remove it and retry.`);
    for (const part of recordLines(value, 0)) packer.add(at + 1, part);
  }
  return { title: undefined, blocks: packer.build() };
}

function parseValue(text: string, message: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw formatError('damaged', message, error);
  }
}

function blocksOf(path: string, value: unknown, depth: number): Block[] {
  if (Array.isArray(value)) {
    const packer = createPlacePacker(path, unit);
    for (const [at, item] of value.entries()) {
      for (const line of recordLines(item, depth + 1)) packer.add(at + 1, line);
    }
    return packer.build();
  }
  if (!isRecord(value)) return withText(path, linesOf('', value, depth));
  const entries = Object.entries(value);
  const simple = Object.fromEntries(entries.filter(([, item]) => !isContainer(item)));
  const own = withText(path, recordLines(simple, depth));
  assertDepth(depth);
  return [
    ...own,
    ...entries
      .filter(([, item]) => isContainer(item))
      .flatMap(([key, item]) => blocksOf(path === '' ? key : `${path} › ${key}`, item, depth + 1)),
  ];
}

function withText(location: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ location, text: lines.join('\n') }];
}

/** Short values together in one line, long ones in lines of their own. */
function recordLines(value: unknown, depth: number): string[] {
  const lines = linesOf('', value, depth);
  const short = lines.filter((line) => line.length <= TEXT_LENGTH);
  const long = lines.filter((line) => line.length > TEXT_LENGTH);
  return short.length === 0 ? long : [short.join('; '), ...long];
}

function linesOf(label: string, value: unknown, depth: number): string[] {
  assertDepth(depth);
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(label, item, depth + 1));
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([key, item]) =>
      linesOf(label === '' ? key : `${label} › ${key}`, item, depth + 1),
    );
  }
  const text = tidyLine(scalarText(value));
  if (text === '') return [];
  return [label === '' ? text : `${tidyLine(label)}: ${text}`];
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

function assertDepth(depth: number): void {
  if (depth > MAX_DEPTH)
    throw formatError('too-deep', `The JSON is nested more than ${MAX_DEPTH} levels deep.`);
}
