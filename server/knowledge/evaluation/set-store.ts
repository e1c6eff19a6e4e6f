import { z } from 'zod';
import type { AppDatabase } from '../../db/database.ts';
import { languages } from '../../domain/language.ts';
import { AppError } from '../../errors.ts';
import type { EvaluationQuestion } from './question.ts';

/** Questions that a collection is measured by, again and again. */
export interface EvaluationSet {
  readonly id: string;
  readonly collection: string;
  readonly name: string;
  readonly questions: number;
  readonly createdAt: string;
}

export interface NewEvaluationSet {
  readonly id: string;
  readonly collection: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly questions: readonly EvaluationQuestion[];
}

/** Sets that a collection may have. */
export const MOST_SETS = 50;
/** Rows that one statement inserts: databases bound the parameters of a statement. */
const ROWS = 100;

/** @throws AppError ERR_REQUEST_INVALID (409) when the collection has as many as it may */
export async function insertSet(db: AppDatabase, set: NewEvaluationSet): Promise<EvaluationSet> {
  const { id, collection, name, createdBy, createdAt, questions } = set;
  await db.transaction().execute(async (transaction) => {
    const { count } = await transaction
      .selectFrom('evaluation_sets')
      .where('collection_id', '=', collection)
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_SETS) {
      throw new AppError(
        'ERR_REQUEST_INVALID',
        `The collection has ${MOST_SETS} question sets, which is the most. Remove one first.`,
        { status: 409 },
      );
    }
    await transaction
      .insertInto('evaluation_sets')
      .values({ id, collection_id: collection, name, created_by: createdBy, created_at: createdAt })
      .execute();
    for (let start = 0; start < questions.length; start += ROWS) {
      const rows = questions.slice(start, start + ROWS).map((question, at) => ({
        set_id: id,
        position: start + at,
        ...question,
      }));
      await transaction.insertInto('evaluation_questions').values(rows).execute();
    }
  });
  return { id, collection, name, questions: questions.length, createdAt };
}

/** The collection's sets, newest first. */
export async function listSets(db: AppDatabase, collection: string): Promise<EvaluationSet[]> {
  const rows = await db
    .selectFrom('evaluation_sets')
    .leftJoin('evaluation_questions', 'evaluation_questions.set_id', 'evaluation_sets.id')
    .where('collection_id', '=', collection)
    .groupBy(['id', 'name', 'created_at'])
    .select(({ fn }) => [
      'id',
      'name',
      'created_at',
      fn.count<number | string>('evaluation_questions.position').as('questions'),
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_SETS)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    collection,
    name: row.name,
    questions: Number(row.questions),
    createdAt: row.created_at,
  }));
}

/** A set of the collection. @throws AppError ERR_NOT_FOUND */
export async function findSet(db: AppDatabase, collection: string, id: string): Promise<EvaluationSet> {
  const found = (await listSets(db, collection)).find((set) => set.id === id);
  if (found !== undefined) return found;
  throw new AppError('ERR_NOT_FOUND', 'The collection has no such question set.', { status: 404 });
}

/** The questions of a set in their order. */
export async function readQuestions(db: AppDatabase, set: string): Promise<EvaluationQuestion[]> {
  const rows = await db
    .selectFrom('evaluation_questions')
    .select(['question', 'language', 'document', 'sentence'])
    .where('set_id', '=', set)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, language: z.enum(languages).parse(row.language) }));
}

/** Removes a set with its questions; runs that used it stay. False when there was none. */
export async function deleteSet(db: AppDatabase, collection: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('evaluation_sets')
    .where('collection_id', '=', collection)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
