import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { AppDatabase } from '../../db/database.ts';
import type { GapsTable } from '../../db/faq-tables.ts';
import type { AppTables } from '../../db/tables.ts';
import { languages } from '../../domain/language.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../util/clock.ts';
import type { SealedBox } from '../../util/sealed-box.ts';
import { openJson, sealJson } from '../../util/sealed-text.ts';
import {
  dismissals,
  type Gap,
  type GapCause,
  type GapContents,
  gapContents,
  gapStates,
  type GapState,
} from './gap.ts';

export interface GapStoreContext {
  readonly db: AppDatabase;
  readonly clock: Clock;
  /** Seals what was asked. */
  readonly box: SealedBox;
}

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const scopeOf = z.array(z.string());
const state = z.enum(gapStates);
const dismissal = z.enum(dismissals);
const spoken = z.enum(languages);
/** Asked last first; more than this many gaps are never kept. */
export const MOST_GAPS = 2_000;
/** A gap that nobody has asked for in half a year is none. */
export const KEPT_DAYS = 180;

const sealingContext = (id: string): string => `gap ${id}`;

export function sealGap({ box }: GapStoreContext, id: string, contents: GapContents): string {
  return sealJson(box, contents, sealingContext(id));
}

/** Gaps over such collections, asked last first. There are never many. What is not wanted is not even opened. */
export async function listGaps(
  context: GapStoreContext,
  wanted: (scope: readonly string[]) => boolean,
): Promise<(Gap & Pick<GapContents, 'vector'>)[]> {
  const { db, clock } = context;
  const rows = await db
    .selectFrom('gaps')
    .selectAll()
    .orderBy('last_asked_at', 'desc')
    .orderBy('id')
    .limit(MOST_GAPS)
    .execute();
  const trends = await readTrends(db, clock.now());
  return rows
    .filter((row) => wanted(parseScope(row.scope)))
    .map((row) => gapOf(context, row, trends.get(row.id) ?? { last: 0, before: 0 }));
}

function parseScope(json: string): string[] {
  return scopeOf.parse(JSON.parse(json));
}

/** @throws AppError ERR_NOT_FOUND */
export async function readGap(
  context: GapStoreContext,
  id: string,
): Promise<Gap & Pick<GapContents, 'vector'>> {
  const row = await context.db.selectFrom('gaps').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noGap();
  const trends = await readTrends(context.db, context.clock.now(), id);
  return gapOf(context, row, trends.get(id) ?? { last: 0, before: 0 });
}

function gapOf(
  context: GapStoreContext,
  row: Selectable<GapsTable>,
  trend: Gap['trend'],
): Gap & Pick<GapContents, 'vector'> {
  const contents = openJson(context.box, row.contents, sealingContext(row.id), gapContents);
  return {
    ...contents,
    id: row.id,
    language: spoken.parse(row.language),
    scope: parseScope(row.scope),
    state: state.parse(row.state),
    counts: { declined: row.declined, unsure: row.unsure, disliked: row.disliked },
    trend,
    dismissal: row.dismissal === null ? undefined : dismissal.parse(row.dismissal),
    firstAskedAt: row.first_asked_at,
    lastAskedAt: row.last_asked_at,
    reopenedAt: row.reopened_at ?? undefined,
  };
}

async function readTrends(db: AppDatabase, now: Date, id?: string): Promise<Map<string, Gap['trend']>> {
  const week = dayOf(new Date(now.getTime() - WEEK_MS));
  let query = db
    .selectFrom('gap_days')
    .selectAll()
    .where('day', '>', dayOf(new Date(now.getTime() - 2 * WEEK_MS)));
  if (id !== undefined) query = query.where('gap_id', '=', id);
  const trends = new Map<string, { last: number; before: number }>();
  for (const { gap_id: gap, day, count } of await query.execute()) {
    const trend = trends.get(gap) ?? { last: 0, before: 0 };
    trend[day > week ? 'last' : 'before'] += count;
    trends.set(gap, trend);
  }
  return trends;
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

export interface Asking {
  readonly id: string;
  readonly cause: GapCause;
  /** Sealed. */
  readonly contents: string;
  /** When it is a new gap. */
  readonly fresh?: { readonly scope: readonly string[]; readonly language: string };
}

/** Counts an asking. One that was answered already is open again: its answer did not help. */
export async function countAsking({ db, clock }: GapStoreContext, asking: Asking): Promise<void> {
  const now = clock.now();
  const at = now.toISOString();
  await db.transaction().execute(async (transaction) => {
    if (asking.fresh !== undefined) await insertGap(transaction, asking, asking.fresh, at);
    await transaction
      .updateTable('gaps')
      .set((eb) => ({
        [asking.cause]: eb(asking.cause, '+', 1),
        contents: asking.contents,
        last_asked_at: at,
      }))
      .where('id', '=', asking.id)
      .execute();
    await transaction
      .updateTable('gaps')
      .set({ state: 'open', reopened_at: at })
      .where('id', '=', asking.id)
      .where('state', '=', 'answered')
      .execute();
    await transaction
      .insertInto('gap_days')
      .values({ gap_id: asking.id, day: dayOf(now), count: 1 })
      .onConflict((conflict) =>
        conflict.columns(['gap_id', 'day']).doUpdateSet((eb) => ({ count: eb('gap_days.count', '+', 1) })),
      )
      .execute();
  });
}

async function insertGap(
  db: Kysely<AppTables>,
  { id, contents }: Asking,
  { scope, language }: NonNullable<Asking['fresh']>,
  at: string,
): Promise<void> {
  await db
    .insertInto('gaps')
    .values({
      id,
      scope: JSON.stringify(scope),
      language,
      state: 'open',
      contents,
      declined: 0,
      unsure: 0,
      disliked: 0,
      dismissal: null,
      first_asked_at: at,
      last_asked_at: at,
      reopened_at: null,
    })
    .execute();
}

/** @throws AppError ERR_NOT_FOUND */
export async function setGapState(
  context: GapStoreContext,
  id: string,
  change: { readonly state: GapState; readonly dismissal?: string },
): Promise<Gap> {
  const { numUpdatedRows } = await context.db
    .updateTable('gaps')
    .set({ state: change.state, dismissal: change.dismissal ?? null })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noGap();
  return readGap(context, id);
}

/** Removes what is older than gaps are kept, and of too many those asked for longest ago. */
export async function sweepGaps({ db, clock }: GapStoreContext): Promise<void> {
  const end = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  await db.deleteFrom('gaps').where('last_asked_at', '<', end.toISOString()).execute();
  await db.deleteFrom('gap_days').where('day', '<', dayOf(end)).execute();
  const over = await db
    .selectFrom('gaps')
    .select('id')
    .orderBy('last_asked_at', 'desc')
    .orderBy('id')
    .limit(MOST_GAPS)
    .offset(MOST_GAPS)
    .execute();
  if (over.length > 0)
    await db
      .deleteFrom('gaps')
      .where(
        'id',
        'in',
        over.map(({ id }) => id),
      )
      .execute();
}

export function noGap(): AppError {
  return new AppError('ERR_NOT_FOUND', 'There is no such gap, or you may not read it.', { status: 404 });
}
