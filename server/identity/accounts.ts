import type { AppDatabase } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../util/clock.ts';
import type { Passwords } from './passwords.ts';

/** A password change by the person whose password it is. */
export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** Id of the session that goes on; all others of the person end. */
  readonly session: string | undefined;
}

/** What a person wants of the first-run guide. */
export interface GuideChoice {
  readonly skipped: boolean;
}

export interface Accounts {
  /**
   * Changes the person's own password and ends the person's other sessions, both or neither.
   * @throws AppError ERR_IDENTITY_CREDENTIALS for a wrong `current`, ERR_REQUEST_INVALID for a `next` that will not
   * do, ERR_NOT_FOUND for somebody who is no user
   */
  changePassword(userId: string, change: PasswordChange): Promise<void>;
  /** Undefined before the guide was ever shown to this person. */
  guide(userId: string): Promise<GuideChoice | undefined>;
  setGuide(userId: string, choice: GuideChoice): Promise<void>;
  /** Whether nobody was here before this person. */
  isFirst(userId: string): Promise<boolean>;
}

export interface AccountsDeps {
  readonly db: AppDatabase;
  readonly clock: Clock;
  readonly passwords: Passwords;
}

export function createAccounts({ db, clock, passwords }: AccountsDeps): Accounts {
  return {
    async changePassword(userId, { current, next, session }) {
      const stored = await readHash(db, userId);
      if (!(await passwords.verify(stored, current))) throw wrongPassword();
      if (await passwords.verify(stored, next)) throw samePassword();
      const password_hash = await passwords.hash(next, 'next');
      await db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('users')
          .set({ password_hash, password_chosen_at: clock.now().toISOString() })
          .where('id', '=', userId)
          // Somebody may have changed it while the hashes were computed: then `current` no longer proves anything.
          .where('password_hash', '=', stored)
          .executeTakeFirst();
        if (result.numUpdatedRows !== 1n) throw wrongPassword();
        await transaction
          .deleteFrom('sessions')
          .where('user_id', '=', userId)
          .where('id', '!=', session ?? '')
          .execute();
      });
    },
    async guide(userId) {
      const row = await db
        .selectFrom('guides')
        .select('skipped')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row === undefined ? undefined : { skipped: row.skipped === 1 };
    },
    async setGuide(user_id, { skipped: wanted }) {
      const skipped = wanted ? 1 : 0;
      await db
        .insertInto('guides')
        .values({ user_id, skipped })
        .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ skipped }))
        .execute();
    },
    async isFirst(userId) {
      const row = await db
        .selectFrom('users')
        .select('id')
        .orderBy('created_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row?.id === userId;
    },
  };
}

async function readHash(db: AppDatabase, userId: string): Promise<string> {
  const row = await db
    .selectFrom('users')
    .select('password_hash')
    .where('id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError('ERR_NOT_FOUND', 'There is no such user.', { status: 404 });
  return row.password_hash;
}

/** Not 401: the session stands, only the proof is wrong. */
function wrongPassword(): AppError {
  return new AppError('ERR_IDENTITY_CREDENTIALS', 'The present password is wrong.', {
    status: 400,
    param: 'current',
  });
}

function samePassword(): AppError {
  return new AppError('ERR_REQUEST_INVALID', 'The new password is the present one. Choose another.', {
    status: 400,
    param: 'next',
  });
}
