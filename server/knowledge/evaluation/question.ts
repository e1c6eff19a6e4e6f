import { z } from 'zod';
import { type Language, languageOf } from '../../domain/language.ts';
import { AppError } from '../../errors.ts';

/** A question whose answer is known. */
export interface EvaluationQuestion {
  readonly question: string;
  readonly language: Language;
  /** Source or id of the document that answers; null when none does, and declining is right. */
  readonly document: string | null;
  /** What the answer must hold, where it is known. */
  readonly sentence: string | null;
}

/** Questions that one set may have. */
export const MOST_QUESTIONS = 5_000;

const ownLine = z
  .object({
    question: z.string().min(1).max(4096),
    document: z.string().min(1).max(1024).nullable(),
    sentence: z.string().min(1).max(4096).nullable().default(null),
  })
  .refine(
    ({ document, sentence }) => document !== null || sentence === null,
    'a sentence needs its document',
  );
const searchLine = z
  .object({ query: z.string().min(1).max(4096), relevant: z.array(z.string().min(1)).min(1) })
  .transform(({ query, relevant }) => ({ question: query, document: relevant[0] ?? null, sentence: null }));
const line = z.union([ownLine, searchLine]);

/**
 * Reads JSON Lines `{"question","document","sentence"}`, as samples/questions.jsonl has them, or those of
 * `knowledge eval`, `{"query","relevant"}`, whose first relevant name counts.
 * @throws AppError ERR_REQUEST_INVALID naming the first line that is neither; it never repeats what stands there
 */
export function parseQuestions(text: string): EvaluationQuestion[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const questions = lines.flatMap((raw, at) => (raw.trim() === '' ? [] : [parseLine(raw, at + 1)]));
  if (questions.length === 0) throw invalid('The file holds no question.');
  if (questions.length > MOST_QUESTIONS) {
    throw invalid(`The file holds ${questions.length} questions; ${MOST_QUESTIONS} is the most.`);
  }
  return questions;
}

function parseLine(raw: string, number: number): EvaluationQuestion {
  const parsed = line.safeParse(readJson(raw));
  if (!parsed.success) {
    throw invalid(
      `Line ${number} must be JSON with "question", "document" (null when nothing answers) and "sentence", or with "query" and "relevant".`,
    );
  }
  return { ...parsed.data, language: languageOf(parsed.data.question) };
}

function readJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function invalid(message: string): AppError {
  return new AppError('ERR_REQUEST_INVALID', message, { status: 400, param: 'file' });
}
