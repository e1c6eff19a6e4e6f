import { Failure } from './failure.ts';
import { readFields, readString } from './read.ts';
import { requestJson, send } from './request.ts';

export interface User {
  readonly id: string;
  readonly name: string;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Signs in; the server sets the session cookie. @throws Failure `credentials` when they are wrong */
export async function signIn(credentials: Credentials): Promise<User> {
  return parseUser(await requestJson('/api/auth/login', { method: 'POST', body: credentials }));
}

/** Who is signed in, or undefined. @throws Failure when the server cannot say */
export async function loadSession(): Promise<User | undefined> {
  try {
    return parseUser(await requestJson('/api/auth/me'));
  } catch (error) {
    if (error instanceof Failure && error.kind === 'session') return undefined;
    throw error;
  }
}

/** Ends the session. A session that is already gone is fine. */
export async function signOut(): Promise<void> {
  try {
    await send('/api/auth/logout', { method: 'POST' });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'session') return;
    throw error;
  }
}

function parseUser(reply: unknown): User {
  const user = readFields(readFields(reply, 'reply')['user'], 'user');
  return { id: readString(user, 'id'), name: readString(user, 'name') };
}
