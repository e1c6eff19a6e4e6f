import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type AppDatabase, openAppDatabase } from '../../../server/db/database.ts';
import type { Role } from '../../../server/domain/principal.ts';
import { createIdentity, type Identity, type IdentityOptions } from '../../../server/identity/identity.ts';
import type { User } from '../../../server/identity/user.ts';
import type { Clock } from '../../../server/util/clock.ts';
import { systemRandom } from '../../../server/util/random.ts';

/** Real Argon2id at the lowest cost it accepts with one lane. */
export const cheapPasswords = { memoryKib: 8, passes: 1, lanes: 1 } as const;
export const sessionKey = Buffer.alloc(32, 7);
export const password = 'correct horse battery';

export interface FakeClock extends Clock {
  pass(milliseconds: number): void;
}

export interface Bench {
  readonly db: AppDatabase;
  readonly clock: FakeClock;
  readonly identity: Identity;
  /** Another instance over the same database. */
  readonly again: (options: Partial<IdentityOptions>) => Identity;
  readonly addUser: (username: string, ...roles: Role[]) => Promise<User>;
}

const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

export function createFakeClock(start = '2026-03-01T09:00:00.000Z'): FakeClock {
  let now = Date.parse(start);
  return {
    now: () => new Date(now),
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Identity over a real database of its own. Gone after the test. */
export async function createBench(options: Partial<IdentityOptions> = {}): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'identity-'));
  const clock = createFakeClock();
  const db = await openAppDatabase(join(dir, 'app.db'), clock);
  cleanUps.push(async () => {
    await db.destroy();
    await rm(dir, { recursive: true });
  });
  const base = { db, sessionKey, clock, random: systemRandom, passwordCost: cheapPasswords, ...options };
  const identity = createIdentity(base);
  return {
    db,
    clock,
    identity,
    again: (changes) => createIdentity({ ...base, ...changes }),
    addUser: (username, ...roles) =>
      identity.users.create({
        username,
        displayName: username,
        password,
        roles: roles.length === 0 ? ['member'] : roles,
      }),
  };
}
