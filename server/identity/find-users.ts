import { sql } from 'kysely';
import type { AppDatabase } from '../db/database.ts';
import { parseUser, type User } from './user.ts';

export interface UserQuery {
  /** A part of the name or of the user name. */
  readonly search?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface UserPage {
  /** Sorted by user name. */
  readonly users: readonly User[];
  /** Absent on the last page. */
  readonly next?: string;
}

export async function findUsers(db: AppDatabase, { search, after, limit }: UserQuery): Promise<UserPage> {
  let query = db.selectFrom('users').selectAll();
  if (after !== undefined) query = query.where('username', '>', after);
  if (search !== undefined && search.trim() !== '') {
    const pattern = containing(search);
    query = query.where(
      sql<boolean>`(username like ${pattern} escape '\\' or lower(display_name) like ${pattern} escape '\\')`,
    );
  }
  // One more than asked for says whether there is another page.
  const rows = await query
    .orderBy('username')
    .limit(limit + 1)
    .execute();
  const users = rows.slice(0, limit).map(parseUser);
  const last = users.at(-1);
  return { users, ...(rows.length > limit && last !== undefined ? { next: last.username } : {}) };
}

/** A LIKE pattern in the form in which user names are stored; `%` and `_` stand for themselves. */
function containing(search: string): string {
  const normal = search.trim().normalize('NFKC').toLowerCase();
  return `%${normal.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
