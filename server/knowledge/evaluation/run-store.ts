import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../../db/database.ts';
import { isBefore, pageRows } from '../../db/page-rows.ts';
import type { EvaluationRunsTable } from '../../db/evaluation-tables.ts';
import { AppError } from '../../errors.ts';
import type { TimeCursor } from '../../util/time-cursor.ts';
import { calibrationSchema } from './calibrate.ts';
import { figuresByLanguageSchema } from './figures.ts';
import { questionResult, type QuestionResult } from './result.ts';

/** What was in force during a run: two runs compare only where these agree. */
export const runSettings = z.object({
  model: z.string(),
  embedder: z.string(),
  /** Support that an answer needed. */
  threshold: z.number(),
  documents: z.int(),
  chunks: z.int(),
  version: z.string(),
});
export type RunSettings = z.infer<typeof runSettings>;

const runFigures = z.object({ ...figuresByLanguageSchema.shape, calibration: calibrationSchema.optional() });
export type RunFigures = z.infer<typeof runFigures>;

/** One evaluation of a collection. */
export interface EvaluationRun {
  readonly id: string;
  readonly collection: string;
  /** Undefined when the set was removed since. */
  readonly set: string | undefined;
  readonly setName: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly settings: RunSettings;
  readonly figures: RunFigures;
}

/** A question as it was asked, with what became of it. */
export interface AskedQuestion {
  readonly question: string;
  readonly result: QuestionResult;
}

const ROWS = 100;

/** Keeps a run with its results, all or nothing. A run that is there already stays: its job was started twice. */
export async function insertRun(
  db: AppDatabase,
  run: EvaluationRun,
  asked: readonly AskedQuestion[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const inserted = await transaction
      .insertInto('evaluation_runs')
      .values({
        id: run.id,
        collection_id: run.collection,
        set_id: run.set ?? null,
        set_name: run.setName,
        created_by: run.createdBy,
        created_at: run.createdAt,
        settings: JSON.stringify(run.settings),
        figures: JSON.stringify(run.figures),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n) return;
    for (let start = 0; start < asked.length; start += ROWS) {
      const rows = asked.slice(start, start + ROWS).map(({ question, result }, at) => ({
        run_id: run.id,
        position: start + at,
        question,
        result: JSON.stringify(result),
      }));
      await transaction.insertInto('evaluation_results').values(rows).execute();
    }
  });
}

export interface RunPage {
  readonly runs: readonly EvaluationRun[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: TimeCursor;
}

/** The collection's runs, newest first. */
export async function listRuns(
  db: AppDatabase,
  collection: string,
  { after, limit }: { readonly after?: TimeCursor; readonly limit: number },
): Promise<RunPage> {
  let query = db.selectFrom('evaluation_runs').selectAll().where('collection_id', '=', collection);
  if (after !== undefined) query = query.where(isBefore('created_at', after));
  const found = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, ...page } = pageRows(found, limit, ({ created_at: at, id }) => ({ at, id }));
  return { runs: rows.map(parseRun), ...page };
}

/** A run of the collection. @throws AppError ERR_NOT_FOUND */
export async function findRun(db: AppDatabase, collection: string, id: string): Promise<EvaluationRun> {
  const row = await db
    .selectFrom('evaluation_runs')
    .selectAll()
    .where('collection_id', '=', collection)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row !== undefined) return parseRun(row);
  throw new AppError('ERR_NOT_FOUND', 'The collection has no such evaluation.', { status: 404 });
}

/** The newest run before this one with the same set. */
export async function findRunBefore(db: AppDatabase, run: EvaluationRun): Promise<EvaluationRun | undefined> {
  if (run.set === undefined) return undefined;
  const row = await db
    .selectFrom('evaluation_runs')
    .selectAll()
    .where('collection_id', '=', run.collection)
    .where('set_id', '=', run.set)
    .where('created_at', '<', run.createdAt)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : parseRun(row);
}

/** Results of a run in the order of its questions. */
export async function readResults(
  db: AppDatabase,
  run: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<AskedQuestion[]> {
  const rows = await db
    .selectFrom('evaluation_results')
    .select(['question', 'result'])
    .where('run_id', '=', run)
    .orderBy('position')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(({ question, result }) => ({ question, result: questionResult.parse(JSON.parse(result)) }));
}

function parseRun(row: Selectable<EvaluationRunsTable>): EvaluationRun {
  return {
    id: row.id,
    collection: row.collection_id,
    set: row.set_id ?? undefined,
    setName: row.set_name,
    createdBy: row.created_by,
    createdAt: row.created_at,
    settings: runSettings.parse(JSON.parse(row.settings)),
    figures: runFigures.parse(JSON.parse(row.figures)),
  };
}
