import type { AppDatabase } from '../db/database.ts';
import type { UsersTable } from '../db/tables.ts';
import type { Role } from '../domain/principal.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import { type RandomBytes, randomId } from '../util/random.ts';
import type { Passwords } from './passwords.ts';
import { findUsers, type UserPage, type UserQuery } from './find-users.ts';
import { parseRoles, parseUser, type User } from './user.ts';
import { normalizeUsername, parseUsername } from './username.ts';

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** What is absent stays as it is. */
export interface UserChange {
  /** All of them, also those the user keeps. */
  readonly roles?: readonly Role[] | undefined;
  readonly displayName?: string | undefined;
  /** Given by somebody else: the person has not chosen it. */
  readonly password?: string | undefined;
  /** Disabling keeps the time of the first one; false makes the account usable again. */
  readonly disabled?: boolean | undefined;
}

export interface Users {
  /** @throws AppError ERR_REQUEST_INVALID, ERR_IDENTITY_CONFLICT when the name is taken */
  create(user: NewUser): Promise<User>;
  /** Sorted by user name. */
  list(): Promise<User[]>;
  /** A part of the list, of those whose name or user name holds `search`. */
  page(query: UserQuery): Promise<UserPage>;
  count(): Promise<number>;
  byId(id: string): Promise<User | undefined>;
  byUsername(username: string): Promise<User | undefined>;
  /**
   * Makes all changes or none. New roles count from the user's next request on; a new password and disabling end
   * the user's sessions, and disabling stops the user's keys.
   * @throws AppError ERR_NOT_FOUND, ERR_REQUEST_INVALID, ERR_IDENTITY_CONFLICT for the last administrator
   */
  update(id: string, change: UserChange): Promise<User>;
}

export interface UsersDeps {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly passwords: Passwords;
}

export function createUsers({ db, clock, random, passwords }: UsersDeps): Users {
  return {
    async create({ username, displayName, password, roles }) {
      const row: UsersTable = {
        id: randomId('usr', random),
        username: parseUsername(username),
        display_name: checkDisplayName(displayName),
        password_hash: await passwords.hash(password),
        roles: composeRoles(roles),
        created_at: clock.now().toISOString(),
        disabled_at: null,
        last_sign_in_at: null,
        password_chosen_at: null,
      };
      const result = await db
        .insertInto('users')
        .values(row)
        .onConflict((conflict) => conflict.column('username').doNothing())
        .executeTakeFirst();
      if (result.numInsertedOrUpdatedRows !== 1n) {
        throw new AppError('ERR_IDENTITY_CONFLICT', 'The user name is taken. Choose another one.', {
          status: 409,
          param: 'username',
        });
      }
      return parseUser(row);
    },
    async list() {
      const rows = await db.selectFrom('users').selectAll().orderBy('username').execute();
      return rows.map(parseUser);
    },
    page: (query) => findUsers(db, query),
    async count() {
      const row = await db
        .selectFrom('users')
        .select((select) => select.fn.countAll().as('total'))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    async byId(id) {
      const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : parseUser(row);
    },
    async byUsername(username) {
      const name = normalizeUsername(username);
      if (name === undefined) return undefined;
      const row = await db.selectFrom('users').selectAll().where('username', '=', name).executeTakeFirst();
      return row === undefined ? undefined : parseUser(row);
    },
    async update(id, { roles, displayName, password, disabled }) {
      const changed = {
        ...(roles === undefined ? {} : { roles: composeRoles(roles) }),
        ...(displayName === undefined ? {} : { display_name: checkDisplayName(displayName) }),
        ...(password === undefined
          ? {}
          : { password_hash: await passwords.hash(password), password_chosen_at: null }),
      };
      const now = clock.now().toISOString();
      return db.transaction().execute(async (transaction) => {
        const row = await requireUser(transaction, id);
        const disabled_at =
          disabled === undefined ? row.disabled_at : disabled ? (row.disabled_at ?? now) : null;
        const next = { ...row, ...changed, disabled_at };
        if (!isActiveAdministrator(next)) await requireAnotherAdministrator(transaction, row);
        await transaction
          .updateTable('users')
          .set({ ...changed, disabled_at })
          .where('id', '=', id)
          .execute();
        if (password !== undefined || disabled === true)
          await transaction.deleteFrom('sessions').where('user_id', '=', id).execute();
        return parseUser(next);
      });
    },
  };
}

async function requireUser(db: AppDatabase, id: string): Promise<UsersTable> {
  const row = await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such user.', { status: 404 });
  return row;
}

/** Without an administrator nobody could make one. */
async function requireAnotherAdministrator(db: AppDatabase, leaving: UsersTable): Promise<void> {
  if (!isActiveAdministrator(leaving)) return;
  const rows = await db.selectFrom('users').selectAll().where('id', '!=', leaving.id).execute();
  if (rows.some(isActiveAdministrator)) return;
  throw new AppError(
    'ERR_IDENTITY_CONFLICT',
    'This is the last administrator. Give another user the role administrator first.',
    { status: 409 },
  );
}

function isActiveAdministrator(row: UsersTable): boolean {
  return row.disabled_at === null && parseRoles(row.roles).includes('administrator');
}

function composeRoles(roles: readonly Role[]): string {
  if (roles.length === 0) {
    throw new AppError('ERR_REQUEST_INVALID', 'A user has at least one role.', {
      status: 400,
      param: 'roles',
    });
  }
  return JSON.stringify([...new Set(roles)]);
}

function checkDisplayName(name: string): string {
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= 200 && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new AppError(
    'ERR_REQUEST_INVALID',
    'A display name has 1 to 200 characters and no control characters.',
    { status: 400, param: 'displayName' },
  );
}
