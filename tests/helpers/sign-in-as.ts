import type { Role } from '../../server/domain/principal.ts';
import { ADMIN_PASSWORD, type TestContext } from './test-context.ts';

/** Somebody with these roles, signed in: the id and the value for the header `cookie`. */
export interface SignedInAs {
  readonly id: string;
  readonly cookie: string;
}

/** Adds a person with these roles, named after them, and signs in. */
export async function signInAs(context: TestContext, ...roles: readonly Role[]): Promise<SignedInAs> {
  const { users, sessions } = context.services.identity;
  const username = `test.${roles.join('.')}`;
  const { id } = await users.create({ username, displayName: username, password: ADMIN_PASSWORD, roles });
  const { token } = await sessions.signIn(username, ADMIN_PASSWORD);
  return { id, cookie: `intramura_session=${token}` };
}
