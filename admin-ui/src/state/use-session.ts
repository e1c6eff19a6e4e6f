import { useCallback, useEffect, useState } from 'react';
import { type Failure, toFailure } from '../data/failure.ts';
import { type Credentials, loadSession, signIn, signOut, type User } from '../data/session.ts';

export type Session =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown'; readonly failure: Failure } // the server could not say
  | { readonly kind: 'signed-out'; readonly expired: boolean }
  | { readonly kind: 'signed-in'; readonly user: User };

export interface SessionControl {
  readonly session: Session;
  /** @throws Failure, and stays signed out */
  readonly enter: (credentials: Credentials) => Promise<User>;
  /** @throws Failure, and stays signed in: the cookie may still be good */
  readonly leave: () => Promise<void>;
  /** The server no longer knows the session. */
  readonly expire: () => void;
  /** Asks again who is signed in. */
  readonly reload: () => void;
}

export function useSession(): SessionControl {
  const [session, setSession] = useState<Session>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let current = true;
    const find = async (): Promise<void> => {
      const found = await findSession();
      if (current) setSession(found);
    };
    void find();
    return () => {
      current = false;
    };
  }, [attempt]);

  const enter = useCallback(async (credentials: Credentials): Promise<User> => {
    const user = await signIn(credentials);
    setSession({ kind: 'signed-in', user });
    return user;
  }, []);
  const leave = useCallback(async (): Promise<void> => {
    await signOut();
    setSession({ kind: 'signed-out', expired: false });
  }, []);
  const expire = useCallback(() => setSession({ kind: 'signed-out', expired: true }), []);
  const reload = useCallback(() => {
    setSession({ kind: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { session, enter, leave, expire, reload };
}

async function findSession(): Promise<Session> {
  try {
    const user = await loadSession();
    return user === undefined ? { kind: 'signed-out', expired: false } : { kind: 'signed-in', user };
  } catch (error) {
    return { kind: 'unknown', failure: toFailure(error) };
  }
}
