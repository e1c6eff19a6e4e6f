import type { AppDatabase } from '../db/database.ts';
import type { Clock } from '../util/clock.ts';
import type { RandomBytes } from '../util/random.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { ensureFirstAdministrator, type FirstAdministrator } from './first-administrator.ts';
import { createPasswords, defaultPasswordCost, type PasswordCost } from './passwords.ts';
import { createSessionTokens } from './session-token.ts';
import { createSessions, type SessionLimits, type Sessions } from './sessions.ts';
import { createUsers, type Users } from './users.ts';

export interface IdentityOptions {
  readonly db: AppDatabase;
  /** 32 bytes, for HS256. */
  readonly sessionKey: Uint8Array;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Cost of a password hash; `defaultPasswordCost` when absent. */
  readonly passwordCost?: PasswordCost;
  /** One hour idle and twelve in all when absent. */
  readonly sessionLimits?: SessionLimits;
}

/** Who may come in, and how they prove it. What they may do is decided by policy. */
export interface Identity {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  /** What people do with their own accounts. */
  readonly accounts: Accounts;
  /** Makes the user `admin` when there is no user at all; otherwise does nothing and returns undefined. */
  ensureAdministrator(password?: string): Promise<FirstAdministrator | undefined>;
}

const HOUR = 3_600_000;
const defaultSessionLimits: SessionLimits = { idleMs: HOUR, absoluteMs: 12 * HOUR };

export function createIdentity(options: IdentityOptions): Identity {
  const { db, clock, random } = options;
  const passwords = createPasswords(random, options.passwordCost ?? defaultPasswordCost);
  const tokens = createSessionTokens(options.sessionKey, clock);
  const limits = options.sessionLimits ?? defaultSessionLimits;
  const users = createUsers({ db, clock, random, passwords });
  return {
    users,
    sessions: createSessions({ db, clock, random, passwords, tokens, limits }),
    apiKeys: createApiKeys({ db, clock, random }),
    accounts: createAccounts({ db, clock, passwords }),
    ensureAdministrator: (password) => ensureFirstAdministrator(users, random, password),
  };
}
