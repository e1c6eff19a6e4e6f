import { z } from 'zod';
import type { Principal } from '../../domain/principal.ts';
import { roles } from '../../domain/principal.ts';
import type { User } from '../../identity/user.ts';

const user = z
  .object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })
  .meta({ id: 'User', description: 'A person who may sign in, or the key that acts.' });

export const userReply = z.object({ user });

export function presentUser({ id, displayName, roles: held }: User): z.input<typeof user> {
  return { id, name: displayName, roles: [...held] };
}

export function presentPrincipal({ id, name, roles: held }: Principal): z.input<typeof user> {
  return { id, name, roles: [...held] };
}
