import type { Role } from '../domain/principal.ts';
import type { RandomBytes } from '../util/random.ts';
import type { User } from './user.ts';
import type { Users } from './users.ts';

export interface FirstAdministrator {
  readonly user: User;
  /** Only when it was generated, to be shown once. */
  readonly password?: string;
}

/** One person can walk through the whole product on the first day; later these roles belong to different people. */
const firstRoles: readonly Role[] = ['administrator', 'auditor', 'knowledge-editor', 'member'];

/** Crockford's base 32: no letter that looks like a digit or like another letter. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes the user `admin` when there is no user at all; otherwise does nothing and returns undefined. */
export async function ensureFirstAdministrator(
  users: Users,
  random: RandomBytes,
  password?: string,
): Promise<FirstAdministrator | undefined> {
  if ((await users.count()) > 0) return undefined;
  const chosen = password ?? composePassword(random);
  const user = await users.create({
    username: 'admin',
    displayName: 'Administrator',
    password: chosen,
    roles: firstRoles,
  });
  return password === undefined ? { user, password: chosen } : { user };
}

/** 120 random bits as six groups of four, for example `k3vd-09qx-…`: readable aloud and easy to type. */
export function composePassword(random: RandomBytes): string {
  const digits = [...random(24)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return digits.replaceAll(/(.{4})(?=.)/g, '$1-');
}
