import { join } from 'node:path';
import type { AppDatabase } from '../db/database.ts';
import { createIdentity, type Identity } from '../identity/identity.ts';
import type { Policies } from '../policy/policies.ts';
import type { Clock } from '../util/clock.ts';
import { loadOrCreateKey } from '../util/key-file.ts';
import type { RandomBytes } from '../util/random.ts';

export interface IdentityParts {
  readonly db: AppDatabase;
  readonly policies: Policies;
  /** Folder of the session key. */
  readonly keysDir: string;
  readonly clock: Clock;
  readonly random: RandomBytes;
}

/** People, sessions and keys, as long-lived as policy says. */
export function openIdentity({ db, policies, keysDir, clock, random }: IdentityParts): Identity {
  const sessionKey = loadOrCreateKey(join(keysDir, 'session.key'), 32, random);
  return createIdentity({ db, sessionKey, clock, random, sessionLimits: policies.retention.sessions });
}
