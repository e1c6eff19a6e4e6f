import type { AppDatabase } from '../db/database.ts';
import { pageRows } from '../db/page-rows.ts';
import type { SessionsTable } from '../db/tables.ts';
import { AppError } from '../errors.ts';
import type { TimeCursor } from '../util/time-cursor.ts';

/** A session as it may be shown: the id ends it and opens nothing. */
export interface SessionView {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  /** To a sixtieth of the idle limit. */
  readonly lastSeenAt: Date;
  /** Absolute limit. */
  readonly expiresAt: Date;
}

/** A session with its person's name, for those who manage people. */
export interface NamedSession extends SessionView {
  readonly userName: string;
}

export interface SessionQuery {
  /** Everybody's when absent. */
  readonly userId?: string;
  readonly after?: TimeCursor;
  readonly limit: number;
}

export interface SessionPage {
  /** The newest first. */
  readonly sessions: readonly NamedSession[];
  /** Absent on the last page. */
  readonly next?: TimeCursor;
}

/** RFC 3339 times that a usable session's own are later than. */
export interface LiveSince {
  readonly expires: string;
  readonly created: string;
  readonly seen: string;
}

export async function findSessions(
  db: AppDatabase,
  { userId, after, limit }: SessionQuery,
  live: LiveSince,
): Promise<SessionPage> {
  let query = db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('sessions')
    .select('users.display_name')
    .where('sessions.expires_at', '>', live.expires)
    .where('sessions.created_at', '>', live.created)
    .where('sessions.last_seen_at', '>=', live.seen)
    .where('users.disabled_at', 'is', null);
  if (userId !== undefined) query = query.where('sessions.user_id', '=', userId);
  if (after !== undefined) {
    query = query.where((where) =>
      where.or([
        where('sessions.created_at', '<', after.at),
        where.and([where('sessions.created_at', '=', after.at), where('sessions.id', '>', after.id)]),
      ]),
    );
  }
  const found = await query
    .orderBy('sessions.created_at', 'desc')
    .orderBy('sessions.id')
    .limit(limit + 1)
    .execute();
  const { rows, ...page } = pageRows(found, limit, ({ created_at: at, id }) => ({ at, id }));
  return { sessions: rows.map((row) => ({ ...parseSession(row), userName: row.display_name })), ...page };
}

/** @throws AppError ERR_NOT_FOUND, alike for a session that is not there and one of somebody else than `userId` */
export async function endSession(db: AppDatabase, id: string, userId?: string): Promise<SessionView> {
  const named = db.selectFrom('sessions').selectAll().where('id', '=', id);
  const row = await (userId === undefined ? named : named.where('user_id', '=', userId)).executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such session.', { status: 404 });
  await db.deleteFrom('sessions').where('id', '=', id).execute();
  return parseSession(row);
}

function parseSession(row: SessionsTable): SessionView {
  return {
    id: row.id,
    userId: row.user_id,
    createdAt: new Date(row.created_at),
    lastSeenAt: new Date(row.last_seen_at),
    expiresAt: new Date(row.expires_at),
  };
}
