import { z } from 'zod';
import type { Principal } from '../../domain/principal.ts';
import { roles } from '../../domain/principal.ts';
import { grantablePermissions } from '../../policy/permissions.ts';
import type { User } from '../../identity/user.ts';

const user = z
  .object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })
  .meta({ id: 'User', description: 'A person who may sign in, or the key that acts.' });

export const userReply = z.object({ user });

export const sessionUser = z
  .object({ ...user.shape, permissions: z.array(z.enum(grantablePermissions)) })
  .meta({
    id: 'SessionUser',
    description: 'Who acts, and what the policies permit this caller on the product as a whole.',
  });

export const account = z
  .object({
    ...user.shape,
    username: z.string(),
    createdAt: z.string(),
    disabledAt: z.string().optional(),
    /** Absent before the first time. */
    lastSignInAt: z.string().optional(),
  })
  .meta({ id: 'Account', description: 'A person as those see them who manage people.' });

export function presentAccount(held: User): z.input<typeof account> {
  const { username, createdAt, disabledAt, lastSignInAt } = held;
  return {
    ...presentUser(held),
    username,
    createdAt: createdAt.toISOString(),
    ...(disabledAt === undefined ? {} : { disabledAt: disabledAt.toISOString() }),
    ...(lastSignInAt === undefined ? {} : { lastSignInAt: lastSignInAt.toISOString() }),
  };
}

export function presentUser({ id, displayName, roles: held }: User): z.input<typeof user> {
  return { id, name: displayName, roles: [...held] };
}

export function presentPrincipal({ id, name, roles: held }: Principal): z.input<typeof user> {
  return { id, name, roles: [...held] };
}
