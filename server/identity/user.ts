import { type Role, roles } from '../domain/principal.ts';
import type { UsersTable } from '../db/tables.ts';

/** A person who can sign in. Never holds the password or its hash. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly createdAt: Date;
  /** Absent while the account is usable. */
  readonly disabledAt?: Date;
  /** Absent before the first time. */
  readonly lastSignInAt?: Date;
  /** When the person chose the password. Absent while somebody else has given it. */
  readonly passwordChosenAt?: Date;
}

export function parseUser(row: UsersTable): User {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    roles: parseRoles(row.roles),
    createdAt: new Date(row.created_at),
    ...(row.disabled_at === null ? {} : { disabledAt: new Date(row.disabled_at) }),
    ...(row.last_sign_in_at === null ? {} : { lastSignInAt: new Date(row.last_sign_in_at) }),
    ...(row.password_chosen_at === null ? {} : { passwordChosenAt: new Date(row.password_chosen_at) }),
  };
}

/** Roles from a JSON array. A role that this version does not know grants nothing. */
export function parseRoles(json: string): readonly Role[] {
  const names: unknown = JSON.parse(json);
  if (!Array.isArray(names)) return [];
  return roles.filter((role) => names.includes(role));
}
