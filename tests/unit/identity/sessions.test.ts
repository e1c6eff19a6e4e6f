import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createPasswords } from '../../../server/identity/passwords.ts';
import { createSessionTokens } from '../../../server/identity/session-token.ts';
import { createSessions } from '../../../server/identity/sessions.ts';
import { systemRandom } from '../../../server/util/random.ts';
import { cheapPasswords, createBench, password, sessionKey } from './identity-bench.ts';

const HOUR = 3_600_000;
const refused = { code: 'ERR_IDENTITY_CREDENTIALS', status: 401 };

describe('signIn', () => {
  it('gives a token that names the user until the absolute limit', async () => {
    const { identity, addUser } = await createBench();
    const user = await addUser('ada', 'agent');
    const signedIn = await identity.sessions.signIn('ADA', password);
    expect(signedIn.user).toEqual({ ...user, lastSignInAt: new Date('2026-03-01T09:00:00.000Z') });
    expect(signedIn.expiresAt).toEqual(new Date('2026-03-01T21:00:00.000Z'));
    expect(await identity.sessions.resolve(signedIn.token)).toEqual({
      kind: 'user',
      id: user.id,
      name: 'ada',
      roles: ['agent'],
    });
  });

  it('keeps the session id out of the database', async () => {
    const { identity, addUser, db } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    const { sid } = decodeJwt<{ sid: string }>(token);
    expect(Buffer.from(sid, 'base64url')).toHaveLength(32);
    const rows = JSON.stringify(await db.selectFrom('sessions').selectAll().execute());
    expect(rows).not.toContain(sid);
    expect(rows).toMatch(/"id_hash":"[0-9a-f]{64}"/);
  });

  it('says the same of a wrong password, an unknown name, an impossible name and a disabled user', async () => {
    const { identity, addUser } = await createBench();
    await addUser('ada');
    const { id } = await addUser('gone');
    await identity.users.update(id, { disabled: true });
    const attempts = [
      ['ada', 'wrong password'],
      ['nobody', password],
      ['no such name', password],
      ['gone', password],
      ['ada', ''],
      ['ada', 'x'.repeat(5000)],
    ] as const;
    const messages = new Set<string>();
    for (const [name, attempt] of attempts) {
      const error: unknown = await identity.sessions.signIn(name, attempt).catch((reason: unknown) => reason);
      expect(error).toMatchObject(refused);
      messages.add(String(error));
    }
    expect([...messages]).toEqual(['AppError: The user name or the password is wrong.']);
  });

  it('accepts a password typed in another Unicode form', async () => {
    const { identity } = await createBench();
    const { users, sessions } = identity;
    await users.create({ username: 'a', displayName: 'A', password: 'caf\u00e9 au lait', roles: ['member'] });
    await expect(sessions.signIn('a', 'cafe\u0301 au lait')).resolves.toBeDefined();
  });

  it('brings a hash of another cost to the present one', async () => {
    const { addUser, again, db } = await createBench();
    await addUser('ada');
    const costlier = again({ passwordCost: { memoryKib: 16, passes: 2, lanes: 1 } });
    await costlier.sessions.signIn('ada', password);
    const { password_hash: raised } = await db.selectFrom('users').selectAll().executeTakeFirstOrThrow();
    expect(raised).toMatch(/\$m=16,t=2,p=1\$/);
    await costlier.sessions.signIn('ada', password);
    const { password_hash: kept } = await db.selectFrom('users').selectAll().executeTakeFirstOrThrow();
    expect(kept).toBe(raised);
  });
});

describe('signIn while something changes', () => {
  it.each(['the password', 'the user'] as const)('begins no session once %s has changed', async (what) => {
    const { identity, addUser, db, clock } = await createBench();
    const { id } = await addUser('ada');
    const passwords = createPasswords(systemRandom, cheapPasswords);
    const sessions = createSessions({
      db,
      clock,
      random: systemRandom,
      tokens: createSessionTokens(sessionKey, clock),
      limits: { idleMs: HOUR, absoluteMs: HOUR },
      passwords: {
        ...passwords,
        async verify(stored, attempt) {
          const matches = await passwords.verify(stored, attempt);
          await (what === 'the user'
            ? identity.users.update(id, { disabled: true })
            : identity.users.update(id, { password: 'another password' }));
          return matches;
        },
      },
    });
    await expect(sessions.signIn('ada', password)).rejects.toMatchObject(refused);
    expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });
});

describe('resolve', () => {
  it('ends a session after the idle limit, which each request moves', async () => {
    const { identity, addUser, clock } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    for (let request = 0; request < 5; request += 1) {
      clock.pass(0.9 * HOUR);
      expect(await identity.sessions.resolve(token)).toBeDefined();
    }
    clock.pass(HOUR + 1);
    expect(await identity.sessions.resolve(token)).toBeUndefined();
  });

  it('ends a session at the absolute limit, however busy', async () => {
    const { identity, addUser, clock } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    for (let halfHour = 0; halfHour < 23; halfHour += 1) {
      clock.pass(0.5 * HOUR);
      expect(await identity.sessions.resolve(token)).toBeDefined();
    }
    clock.pass(0.5 * HOUR);
    expect(await identity.sessions.resolve(token)).toBeUndefined();
  });

  it('ends old sessions when a limit is lowered', async () => {
    const { identity, addUser, clock, again } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    clock.pass(0.5 * HOUR);
    const stricter = again({ sessionLimits: { idleMs: HOUR, absoluteMs: 0.25 * HOUR } });
    expect(await stricter.sessions.resolve(token)).toBeUndefined();
    expect(await identity.sessions.resolve(token)).toBeDefined();
  });

  it('does not write for each request', async () => {
    const { identity, addUser, clock, db } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    const seen = async (): Promise<string> =>
      (await db.selectFrom('sessions').select('last_seen_at').executeTakeFirstOrThrow()).last_seen_at;
    const before = await seen();
    clock.pass(30_000);
    await identity.sessions.resolve(token);
    expect(await seen()).toBe(before);
    clock.pass(40_000);
    await identity.sessions.resolve(token);
    expect(await seen()).toBe(clock.now().toISOString());
  });

  it('sees new roles with the next request', async () => {
    const { identity, addUser } = await createBench();
    const { id } = await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    await identity.users.update(id, { roles: ['auditor'] });
    expect((await identity.sessions.resolve(token))?.roles).toEqual(['auditor']);
  });

  it('knows nobody once the user is disabled, has a new password or signed out', async () => {
    const { identity, addUser } = await createBench();
    const { sessions, users } = identity;
    const { id } = await addUser('ada');
    const first = await sessions.signIn('ada', password);
    const second = await sessions.signIn('ada', password);
    await sessions.signOut(first.token);
    expect(await sessions.resolve(first.token)).toBeUndefined();
    expect(await sessions.resolve(second.token)).toBeDefined();
    await users.update(id, { password: 'another password' });
    expect(await sessions.resolve(second.token)).toBeUndefined();
    await expect(sessions.signIn('ada', password)).rejects.toMatchObject(refused);
    const third = await sessions.signIn('ada', 'another password');
    await sessions.signOutUser(id);
    expect(await sessions.resolve(third.token)).toBeUndefined();
    const fourth = await sessions.signIn('ada', 'another password');
    await users.update(id, { disabled: true });
    expect(await sessions.resolve(fourth.token)).toBeUndefined();
  });

  it('knows nobody whose account was disabled by other means', async () => {
    const { identity, addUser, db } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    await db.updateTable('users').set({ disabled_at: '2026-03-01T09:00:00.000Z' }).execute();
    expect(await identity.sessions.resolve(token)).toBeUndefined();
  });

  it('refuses a token with any character changed', async () => {
    const { identity, addUser } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    // The last digit of 32 bytes in base64url holds two bits that mean nothing; all others count.
    for (let index = 0; index < token.length - 1; index += 7) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(await identity.sessions.resolve(changed)).toBeUndefined();
    }
    await expect(identity.sessions.signOut(`${token}x`)).resolves.toBeUndefined();
    expect(await identity.sessions.resolve(token)).toBeDefined();
  });

  it('refuses what is no token, and tokens that others made', async () => {
    const { identity, addUser, clock, again } = await createBench();
    await addUser('ada');
    const { token } = await identity.sessions.signIn('ada', password);
    const claims = decodeJwt(token);
    const forge = (): SignJWT => new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' });
    const forgeries = [
      '',
      'x',
      'a.b.c',
      'x'.repeat(100_000),
      new UnsecuredJWT(claims).encode(),
      await forge().sign(Buffer.alloc(32, 8)),
      await forge().setIssuer('somebody').sign(sessionKey),
      await forge().setAudience('somebody').sign(sessionKey),
      await forge().setExpirationTime(clock.now()).sign(sessionKey),
      await forge().setSubject('usr_0').sign(sessionKey),
      await new SignJWT({ ...claims, sid: 'A'.repeat(43) })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(sessionKey),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS512', typ: 'JWT' }).sign(sessionKey),
    ];
    for (const forgery of forgeries) expect(await identity.sessions.resolve(forgery)).toBeUndefined();
    // The forgeries differ from a good token in one thing each.
    expect(await identity.sessions.resolve(await forge().sign(sessionKey))).toBeDefined();
    const otherKey = again({ sessionKey: Buffer.alloc(32, 9) });
    expect(await otherKey.sessions.resolve(token)).toBeUndefined();
  });

  it('refuses a key of the wrong size at once', async () => {
    const { again } = await createBench();
    expect(() => again({ sessionKey: Buffer.alloc(16) })).toThrow(/32 bytes/);
  });
});

describe('sweep', () => {
  it('deletes sessions whose time is over, and only those', async () => {
    const { identity, addUser, clock } = await createBench();
    await addUser('ada');
    await identity.sessions.signIn('ada', password);
    clock.pass(HOUR + 1);
    const { token } = await identity.sessions.signIn('ada', password);
    expect(await identity.sessions.sweep()).toBe(1);
    expect(await identity.sessions.resolve(token)).toBeDefined();
    expect(await identity.sessions.sweep()).toBe(0);
  });
});
