import type { AppDatabase } from '../db/database.ts';
import type { SessionsTable, UsersTable } from '../db/tables.ts';
import type { Principal } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { sha256Hex } from '../util/hash.ts';
import { type RandomBytes, randomId } from '../util/random.ts';
import {
  endSession,
  findSessions,
  type LiveSince,
  type SessionPage,
  type SessionQuery,
  type SessionView,
} from './find-sessions.ts';
import type { Passwords } from './passwords.ts';
import type { SessionTokens } from './session-token.ts';
import { parseRoles, parseUser, type User } from './user.ts';
import { normalizeUsername } from './username.ts';

export interface SessionLimits {
  /** A session ends after this long without a request. */
  readonly idleMs: number;
  /** A session ends after this long in any case. */
  readonly absoluteMs: number;
}

export interface SignedIn {
  readonly user: User;
  /** For the cookie. Only its holder has it: the database knows a hash of the session id. */
  readonly token: string;
  /** Absolute limit. */
  readonly expiresAt: Date;
}

export interface Sessions {
  /** @throws AppError ERR_IDENTITY_CREDENTIALS, the same for an unknown name, a wrong password and a disabled user */
  signIn(username: string, password: string): Promise<SignedIn>;
  /** Who holds this token now, with the roles of this moment; undefined when nobody does. */
  resolve(token: string): Promise<Principal | undefined>;
  /** Id of the session of this token; undefined when nobody holds it. */
  current(token: string): Promise<string | undefined>;
  /** Sessions that somebody could use now, the newest first. */
  page(query: SessionQuery): Promise<SessionPage>;
  /** @throws AppError ERR_NOT_FOUND, also for a session of somebody else when `userId` is given */
  end(id: string, userId?: string): Promise<SessionView>;
  /** Ends the session of this token. Does nothing for a token that is not ours. */
  signOut(token: string): Promise<void>;
  /** Ends every session of a user but `keep`. Returns how many. */
  signOutUser(id: string, keep?: string): Promise<number>;
  /** Deletes sessions whose time is over. Returns how many. */
  sweep(): Promise<number>;
}

export interface SessionsDeps {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly passwords: Passwords;
  readonly tokens: SessionTokens;
  readonly limits: SessionLimits;
}

/** `last_seen_at` is written at most once in this share of the idle limit, so that reading costs no write. */
const TOUCH_SHARE = 1 / 60;

export function createSessions({ db, clock, random, passwords, tokens, limits }: SessionsDeps): Sessions {
  return {
    async signIn(username, password) {
      const row = await findByUsername(db, username);
      const matches = await passwords.verify(row?.password_hash, password);
      if (!matches || row === undefined || row.disabled_at !== null) throw wrongCredentials();
      const sid = random(32).toString('base64url');
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + limits.absoluteMs);
      const token = await tokens.sign({ sid, sub: row.id }, expiresAt);
      await insertSession(db, row, { id: randomId('ses', random), sid, now, expiresAt });
      await refreshHash(db, passwords, row, password);
      return { user: parseUser({ ...row, last_sign_in_at: now.toISOString() }), token, expiresAt };
    },
    async resolve(token) {
      const claims = await tokens.verify(token);
      if (claims === undefined) return undefined;
      const found = await findSession(db, sha256Hex(claims.sid));
      if (found === undefined || found.user_id !== claims.sub) return undefined;
      if (found.disabled_at !== null || isOver(found, clock, limits)) return undefined;
      await touch(db, found, clock, limits);
      return {
        kind: 'user',
        id: found.user_id,
        name: found.display_name,
        roles: parseRoles(found.roles),
      };
    },
    async current(token) {
      const claims = await tokens.verify(token);
      return claims === undefined ? undefined : (await findSession(db, sha256Hex(claims.sid)))?.id;
    },
    page: (query) => findSessions(db, query, liveSince(clock, limits)),
    end: (id, userId) => endSession(db, id, userId),
    async signOut(token) {
      const claims = await tokens.verify(token);
      if (claims === undefined) return;
      await db.deleteFrom('sessions').where('id_hash', '=', sha256Hex(claims.sid)).execute();
    },
    async signOutUser(id, keep) {
      const all = db.deleteFrom('sessions').where('user_id', '=', id);
      const result = await (keep === undefined ? all : all.where('id', '!=', keep)).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
    async sweep() {
      const now = clock.now();
      const idleSince = new Date(now.getTime() - limits.idleMs).toISOString();
      const result = await db
        .deleteFrom('sessions')
        .where((where) =>
          where.or([where('expires_at', '<=', now.toISOString()), where('last_seen_at', '<', idleSince)]),
        )
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

type FoundSession = SessionsTable & Pick<UsersTable, 'display_name' | 'roles' | 'disabled_at'>;

async function findSession(db: AppDatabase, idHash: string): Promise<FoundSession | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll('sessions')
    .select(['users.display_name', 'users.roles', 'users.disabled_at'])
    .where('sessions.id_hash', '=', idHash)
    .executeTakeFirst();
}

async function findByUsername(db: AppDatabase, username: string): Promise<UsersTable | undefined> {
  const name = normalizeUsername(username);
  if (name === undefined) return undefined;
  return db.selectFrom('users').selectAll().where('username', '=', name).executeTakeFirst();
}

/**
 * Checking a password takes long enough for the password to be changed, or the user to be disabled, meanwhile.
 * Both end all sessions, so a session that is only about to begin must not slip through.
 */
async function insertSession(
  db: AppDatabase,
  { id, password_hash }: UsersTable,
  { id: sessionId, sid, now, expiresAt }: { id: string; sid: string; now: Date; expiresAt: Date },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const unchanged = await transaction
      .selectFrom('users')
      .select('id')
      .where('id', '=', id)
      .where('password_hash', '=', password_hash)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (unchanged === undefined) throw wrongCredentials();
    await transaction
      .updateTable('users')
      .set({ last_sign_in_at: now.toISOString() })
      .where('id', '=', id)
      .execute();
    await transaction
      .insertInto('sessions')
      .values({
        id: sessionId,
        id_hash: sha256Hex(sid),
        user_id: id,
        created_at: now.toISOString(),
        last_seen_at: now.toISOString(),
        expires_at: expiresAt.toISOString(),
      })
      .execute();
  });
}

/** Brings a hash made at another cost to the present one, now that the password is at hand. */
async function refreshHash(
  db: AppDatabase,
  passwords: Passwords,
  { id, password_hash: old }: UsersTable,
  password: string,
): Promise<void> {
  const fresh = await passwords.refresh(old, password);
  if (fresh === undefined) return;
  await db
    .updateTable('users')
    .set({ password_hash: fresh })
    .where('id', '=', id)
    .where('password_hash', '=', old)
    .execute();
}

function isOver(session: SessionsTable, clock: Clock, { idleMs, absoluteMs }: SessionLimits): boolean {
  const now = clock.now().getTime();
  return (
    now >= Date.parse(session.expires_at) ||
    // Counted from the start too, so that a lowered limit also ends sessions that began under the old one.
    now >= Date.parse(session.created_at) + absoluteMs ||
    now > Date.parse(session.last_seen_at) + idleMs
  );
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What the times of a session must be past for it to be usable; the same rule as `isOver`. */
function liveSince(clock: Clock, { idleMs, absoluteMs }: SessionLimits): LiveSince {
  const now = clock.now().getTime();
  return { expires: iso(now), created: iso(now - absoluteMs), seen: iso(now - idleMs) };
}

async function touch(
  db: AppDatabase,
  { id_hash, last_seen_at }: SessionsTable,
  clock: Clock,
  { idleMs }: SessionLimits,
): Promise<void> {
  const now = clock.now();
  if (now.getTime() - Date.parse(last_seen_at) < idleMs * TOUCH_SHARE) return;
  await db
    .updateTable('sessions')
    .set({ last_seen_at: now.toISOString() })
    .where('id_hash', '=', id_hash)
    .execute();
}

function wrongCredentials(): AppError {
  return new AppError('ERR_IDENTITY_CREDENTIALS', 'The user name or the password is wrong.', { status: 401 });
}
