import type { AppDatabase } from '../../db/database.ts';
import { randomId, type RandomBytes } from '../../util/random.ts';
import { type SourceRun, sourceRun } from './source.ts';

/** Runs of a source that are kept. */
const MOST_RUNS = 50;

/** The runs of each source that changed something or went wrong, newest first. */
export interface SourceRuns {
  add(source: string, run: SourceRun): Promise<void>;
  list(source: string): Promise<readonly SourceRun[]>;
}

export function createSourceRuns(db: AppDatabase, random: RandomBytes): SourceRuns {
  const newest = (source: string) =>
    db
      .selectFrom('source_runs')
      .selectAll()
      .where('source_id', '=', source)
      .orderBy('ended_at', 'desc')
      .orderBy('id', 'desc');
  return {
    async add(source, run) {
      const row = {
        id: randomId('run', random),
        source_id: source,
        ended_at: run.endedAt,
        run: JSON.stringify(run),
      };
      await db.insertInto('source_runs').values(row).execute();
      const rows = await newest(source).execute();
      const old = rows.slice(MOST_RUNS).map(({ id }) => id);
      if (old.length > 0) await db.deleteFrom('source_runs').where('id', 'in', old).execute();
    },
    async list(source) {
      const rows = await newest(source).limit(MOST_RUNS).execute();
      return rows.map((row) => sourceRun.parse(JSON.parse(row.run)));
    },
  };
}

/** Whether a run says nothing that the one before did not say: it found nothing to do, and so did that. */
export function isQuiet(run: SourceRun, before: SourceRun | undefined): boolean {
  if (run.added + run.changed + run.removed > 0 || before === undefined) return false;
  return (
    run.outcome === before.outcome &&
    run.code === before.code &&
    run.failed === before.failed &&
    run.held === before.held
  );
}
