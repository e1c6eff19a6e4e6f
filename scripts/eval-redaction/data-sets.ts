import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Finding } from '../../server/domain/masked.ts';
import { fixtureTypes, presidioTypes } from './type-names.ts';

export interface GoldSpan {
  /** The data set's own name of the type. */
  readonly name: string;
  /** Our types that count as right; empty when we do not cover it. */
  readonly types: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface LabelledText {
  readonly text: string;
  /** What the table groups by. */
  readonly group: string;
  /** Our types that the case is about. */
  readonly types: readonly string[];
  readonly gold: readonly GoldSpan[];
}

const labelledLine = z.object({
  text: z.string(),
  form: z.string().optional(),
  category: z.string().optional(),
  entities: z.array(z.object({ type: z.string(), start: z.number(), end: z.number() })),
});

const presidioTexts = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(
      z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
    ),
  }),
);

const recognizerCase = z.object({
  entity: z.string().nullable(),
  text: z.string(),
  expected_len: z.number().nullable(),
  spans: z.array(z.tuple([z.number(), z.number()])).nullable(),
});

const fixtureCase = z.object({
  input: z.string(),
  type: z.string().optional(),
  should_match: z.boolean().optional(),
  expected_text: z.string().optional(),
});

export function loadLabelledLines(path: string): readonly LabelledText[] {
  return readLines(path, labelledLine).map(({ text, form, category, entities }) => ({
    text,
    group: form ?? category ?? '-',
    types: entities.map((entity) => entity.type),
    gold: entities.map(({ type, start, end }) => ({
      name: type,
      types: [type],
      ...toUnits(text, start, end),
    })),
  }));
}

export function loadPresidioTexts(path: string): readonly LabelledText[] {
  return presidioTexts.parse(JSON.parse(readFileSync(path, 'utf8'))).map(({ full_text: text, spans }) => ({
    text,
    group: '-',
    types: [],
    gold: spans.map((span) => ({
      name: span.entity_type,
      types: presidioTypes[span.entity_type] ?? [],
      ...toUnits(text, span.start_position, span.end_position),
    })),
  }));
}

export function loadRecognizerCases(path: string): readonly LabelledText[] {
  return readLines(path, recognizerCase).flatMap(({ entity, text, expected_len: expected, ...rest }) => {
    const spans = rest.spans ?? [];
    const types = presidioTypes[entity ?? ''];
    if (entity === null || types === undefined || (expected !== 0 && spans.length === 0)) return [];
    return [
      {
        text,
        group: entity,
        types,
        gold: spans.map(([start, end]) => ({ name: entity, types, start, end })),
      },
    ];
  });
}

export function loadFixtureCases(path: string): readonly LabelledText[] {
  return readLines(path, fixtureCase).flatMap((entry) => {
    const types = fixtureTypes[entry.type ?? ''];
    if (types === undefined || entry.type === undefined || entry.should_match === undefined) return [];
    const group = entry.type;
    if (!entry.should_match) return [{ text: entry.input, group, types, gold: [] }];
    const start = entry.expected_text === undefined ? -1 : entry.input.indexOf(entry.expected_text);
    if (start < 0 || entry.expected_text === undefined) return [];
    const end = start + entry.expected_text.length;
    return [{ text: entry.input, group, types, gold: [{ name: group, types, start, end }] }];
  });
}

/** The data sets count code points; we count UTF-16 units. */
function toUnits(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const points = Array.from(text);
  return { start: points.slice(0, start).join('').length, end: points.slice(0, end).join('').length };
}

/** Whether every letter and digit of the span is inside a finding. */
export function isCovered(span: GoldSpan, findings: readonly Finding[], text: string): boolean {
  for (let index = span.start; index < span.end; index += 1) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(index))) continue;
    if (!findings.some(({ start, end }) => start <= index && index < end)) return false;
  }
  return true;
}

function readLines<T>(path: string, schema: z.ZodType<T>): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
