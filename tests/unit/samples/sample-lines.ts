import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const samplesDir = fileURLToPath(new URL('../../../samples', import.meta.url));

const lang = z.enum(['en', 'zh']);

const questionLine = z.strictObject({
  id: z.string(),
  lang,
  question: z.string().min(1),
  document: z.string().nullable(),
  sentence: z.string().nullable(),
});

const messageLine = z.strictObject({
  id: z.string(),
  lang,
  text: z.string().min(1),
  values: z.array(z.strictObject({ type: z.string(), value: z.string() })),
  document: z.string(),
  sentence: z.string(),
});

export type SampleMessage = z.infer<typeof messageLine>;

export function readQuestions(): readonly z.infer<typeof questionLine>[] {
  return readLines('questions.jsonl').map((line) => questionLine.parse(line));
}

export function readMessages(): readonly SampleMessage[] {
  return readLines('messages.jsonl').map((line) => messageLine.parse(line));
}

function readLines(name: string): readonly unknown[] {
  const lines = readFileSync(`${samplesDir}/${name}`, 'utf8').trimEnd().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}
