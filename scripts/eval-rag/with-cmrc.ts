import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { EvaluationQuestion } from '../../server/knowledge/evaluation/question.ts';

/** As CMRC 2018 publishes its trial set. */
const paragraph = z.object({
  id: z.string(),
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
});
const cmrc = z
  .object({ data: z.array(z.object({ paragraphs: z.array(paragraph) })) })
  .transform(({ data }) => data.flatMap(({ paragraphs }) => paragraphs));

const QUESTIONS = 400;
const REMOVED = 0.4;

/** Its paragraphs as one document each, some removed, so that the questions to those have no answer. */
export async function withCmrc<T>(
  file: string,
  seed: number,
  run: (questions: readonly EvaluationQuestion[], folder: string) => Promise<T>,
): Promise<T> {
  const random = mulberry32(seed);
  const paragraphs = shuffle(cmrc.parse(JSON.parse(readFileSync(file, 'utf8'))), random);
  const kept = paragraphs.slice(Math.round(paragraphs.length * REMOVED));
  const present = new Set(kept.map(({ id }) => id));
  const folder = mkdtempSync(join(tmpdir(), 'intramura-cmrc-'));
  try {
    for (const { id, context: text } of kept) writeFileSync(join(folder, `${id}.txt`), text);
    const questions = paragraphs.flatMap(({ id, qas }) =>
      qas.map(({ question, answers }): EvaluationQuestion => ({
        question,
        language: 'zh',
        document: present.has(id) ? `${id}.txt` : null,
        sentence: present.has(id) ? (answers[0]?.text ?? null) : null,
      })),
    );
    return await run(shuffle(questions, random).slice(0, QUESTIONS), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ item }) => item);
}

/** Mulberry32 (T. Ettinger, public domain): the same draw for the same seed on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
