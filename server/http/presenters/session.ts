import { z } from 'zod';
import type { NamedSession } from '../../identity/find-sessions.ts';

const session = z.object({
  /** Ends the session, and opens nothing. */
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});

export const ownSession = session
  .extend({ current: z.boolean() })
  .meta({ id: 'OwnSession', description: 'A session of the caller; `current`: the one that asks.' });

export const namedSession = session
  .extend({ user: z.object({ id: z.string(), name: z.string() }) })
  .meta({ id: 'Session', description: 'A session of somebody.' });

export function presentOwnSession(
  held: NamedSession,
  current: string | undefined,
): z.input<typeof ownSession> {
  return { ...present(held), current: held.id === current };
}

export function presentNamedSession(held: NamedSession): z.input<typeof namedSession> {
  return { ...present(held), user: { id: held.userId, name: held.userName } };
}

function present({ id, createdAt, lastSeenAt, expiresAt }: NamedSession): z.input<typeof session> {
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
